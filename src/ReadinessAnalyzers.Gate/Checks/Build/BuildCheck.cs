using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks.Build;

/// <summary>One question to the build. What readiness.json asks for must be so; of the rest a team is only told.</summary>
internal abstract class BuildCheck(BuildKind kind) : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness)
    {
        var input = readiness.Input;
        var isAsked = input.Policy.Build.Any(demand => demand.Kind == kind);
        return from fault in FaultsOf(input, isAsked)
               where isAsked || fault.Unasked is not null
               select kind.Rule.At(fault.Position ?? new(input.ProjectFile), fault.Message, isAsked ? FindingSeverity.Error : fault.Unasked!.Value);
    }

    /// <summary>What is not as it should be; nothing where nobody can know. Files that take time are read only if <paramref name="isAsked"/>.</summary>
    private protected abstract IEnumerable<BuildFault> FaultsOf(GateInput input, bool isAsked);
}

/// <summary>A fault of the build, as a rule in the project file.</summary>
/// <param name="Message">What is wrong, why it matters and what to do.</param>
/// <param name="Unasked">How grave it is for a team that asked for nothing; null: not worth a word.</param>
/// <param name="Position">Where it is put right, if not in the project file.</param>
internal sealed record BuildFault(string Message, FindingSeverity? Unasked = null, FilePosition? Position = null);
