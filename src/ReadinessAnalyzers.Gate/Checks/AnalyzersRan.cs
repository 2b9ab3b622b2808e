using ReadinessAnalyzers.Gate.CompileLogs;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY9001: an unchecked publish is not a passed one.</summary>
internal sealed class AnalyzersRan : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness) =>
        from log in readiness.Input.Logs
        where log.State == CompileLogState.Usable
        let reason = ReasonOf(log)
        where reason is not null
        select GateRules.AnalyzersDidNotRun.At(new(log.Project), reason);

    private static string? ReasonOf(CompileLog log)
    {
        var project = Path.GetFileName(log.Project);
        return log switch
        {
            { AnalyzersRan: false } =>
                $"{project} was compiled without the ReadinessAnalyzers rules, so its code is unchecked. "
                    + "Remove RunAnalyzers=false, RunAnalyzersDuringBuild=false or ExcludeAssets=analyzers and build again.",
            { AnalyzerCrashed: true } or { AnalysisEnded: false } =>
                $"An analyzer of ReadinessAnalyzers crashed on {project} or was stopped, so its code is not fully checked. "
                    + "Build again; if that does not help, please report the AD0001 of the build.",
            { WarningLevel: 0 } =>
                $"{project} was compiled with WarningLevel 0, which drops every violation without a trace. Remove it and build again.",
            _ => null,
        };
    }
}
