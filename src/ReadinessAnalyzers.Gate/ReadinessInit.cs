using Microsoft.Build.Framework;
using ReadinessAnalyzers.Gate.CompileLogs;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate;

/// <summary>
/// Writes the smallest useful readiness.json for the project. Never overwrites: when the file exists, the members that it lacks are
/// printed instead.
/// </summary>
public sealed class ReadinessInit : ReadinessTask
{
    private protected override bool Run(GateInput input)
    {
        // Without all logs the file would promise less than the code needs.
        var unusable = new Checks.CompileLogsUsable();
        var readiness = new Readiness(input, RequirementInference.Infer(input.Logs, input.Configuration, input.Policy));
        var faults = unusable.Run(readiness).Concat(input.Policy.Problems).ToArray();
        foreach (var fault in faults)
            new Reporting.MSBuildReporter(Log, errorsAsWarnings: false).Report(fault);
        if (faults.Length > 0)
            return false;

        var draft = PolicyDraft.For(readiness);
        if (input.Policy.File is not { } existing)
        {
            File.WriteAllText(PolicyPath, draft.ToJson());
            Log.LogMessage(MessageImportance.High, $"Readiness: wrote {PolicyPath}; read it, correct the reasons and commit it.");
        }
        else if (draft.IsEmpty)
        {
            Log.LogMessage(MessageImportance.High, $"Readiness: {existing} has all that the code needs.");
        }
        else
        {
            Log.LogMessage(MessageImportance.High, $"Readiness: {existing} exists and is left as it is. It lacks:\n{string.Join(",\n", draft.Members())}");
        }

        return true;
    }
}
