using ReadinessAnalyzers.Gate.CompileLogs;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY9002 and RDY9003: every project's compile log is there and can be read.</summary>
internal sealed class CompileLogsUsable : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness)
    {
        foreach (var log in readiness.Input.Logs)
        {
            var (project, isPublished) = (Path.GetFileName(log.Project), log.Project == readiness.Input.ProjectFile);
            var finding = log.State switch
            {
                CompileLogState.Missing when isPublished => GateRules.MissingCompileLog.At(
                    new(log.Project),
                    $"The compile log of {project} is missing, so its code is unchecked. "
                        + "Publish without --no-build, or build the same configuration first."),
                CompileLogState.Missing => GateRules.MissingCompileLog.At(
                    new(log.Project),
                    $"The compile log of {project} is missing, so its code is unchecked. "
                        + "Build it first in the same configuration, or reference it with BuildReference=true."),
                CompileLogState.GateOff => GateRules.MissingCompileLog.At(
                    new(log.Project),
                    $"ReadinessGate is off in {project}, so the compiler writes no log of it and its code is unchecked. Set it for all projects "
                        + "in Directory.Build.props rather than in one; in Debug it is off where nothing sets it."),
                CompileLogState.Shared => GateRules.UnusableCompileLog.At(
                    new(log.Project),
                    $"{project} and another project write the same compile log, so only one of them is in it. "
                        + "Give each project its own: a relative path in ErrorLog belongs to the project's folder."),
                CompileLogState.OtherConfiguration => GateRules.UnusableCompileLog.At(
                    new(log.Project),
                    $"The compile log of {project} was written by a build of another configuration. "
                        + "Build this one, and put $(Configuration) into the path of ErrorLog."),
                CompileLogState.OtherVersion => GateRules.UnusableCompileLog.At(
                    new(log.Project),
                    $"The compile log of {project} is not SARIF 2.1. "
                        + "Where the project sets ErrorLog, append the version: 'ErrorLog=build.sarif,version=2.1'; "
                        + "on a command line the comma must be written %2C: '-p:ErrorLog=build.sarif%2Cversion=2.1'."),
                CompileLogState.Unreadable => GateRules.UnusableCompileLog.At(
                    new(log.Project),
                    $"The compile log of {project} cannot be read; it may be cut short or in use. Rebuild the project."),
                _ => null,
            };
            if (finding is not null)
                yield return finding;
        }
    }
}
