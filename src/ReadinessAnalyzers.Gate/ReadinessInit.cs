using Microsoft.Build.Framework;
using ReadinessAnalyzers.Gate.Checks;
using ReadinessAnalyzers.Gate.Reporting;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate;

/// <summary>
/// Writes the smallest useful readiness.json for the project. Never overwrites: when the file exists, the members that it lacks are
/// printed instead.
/// </summary>
public sealed class ReadinessInit : ReadinessTask
{
    private static readonly ICheck[] Footing = [new CompileLogsUsable(), new AnalyzersRan(), new ValidPolicy()];

    private protected override bool MakesPolicy => true;

    private protected override bool Run(GateInput input)
    {
        var readiness = new Readiness(input, RequirementInference.Infer(input.Logs, input.Configuration, input.Policy));

        // On less than the whole code the file would promise less than the app needs.
        var faults = Footing.SelectMany(check => check.Run(readiness)).Where(fault => fault.Severity == FindingSeverity.Error).ToArray();
        foreach (var fault in faults)
            new MSBuildReporter(Log, errorsAsWarnings: false).Report(fault);
        if (faults.Length > 0)
            return false;

        var draft = PolicyDraft.For(readiness);
        if (input.Policy.File is not { } existing)
        {
            Directory.CreateDirectory(PolicyFolder);
            File.WriteAllText(PolicyPath, draft.ToJson());
            Log.LogMessage(MessageImportance.High, $"Readiness: wrote {PolicyPath}; read it, correct the reasons and commit it.");
        }
        else if (draft.IsEmpty)
        {
            Log.LogMessage(MessageImportance.High, $"Readiness: {existing} has all that the code needs.");
        }
        else
        {
            var lacking = string.Join(",\n", draft.Members());
            Log.LogMessage(MessageImportance.High, $"Readiness: {existing} exists and is left as it is. It lacks:\n{lacking}");
        }

        return true;
    }
}
