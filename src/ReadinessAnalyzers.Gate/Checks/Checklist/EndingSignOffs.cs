using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Checklist;

namespace ReadinessAnalyzers.Gate.Checks.Checklist;

/// <summary>RDY9029: a sign-off in the last tenth of its period is told before it stops a publish.</summary>
internal sealed class EndingSignOffs : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness) =>
        from signed in new SignOffs(readiness.Input).Signed
        where readiness.Input.AgeOf(signed.Record) == SignOffAge.Ends
        let problem = signed.Record.ProblemOf(SignOffAge.Ends)
        select GateRules.EndingSignOff.At(signed.File.At(problem.Position), problem.Message);
}
