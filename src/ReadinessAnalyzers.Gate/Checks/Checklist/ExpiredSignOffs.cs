using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Checklist;

namespace ReadinessAnalyzers.Gate.Checks.Checklist;

/// <summary>RDY9022: a sign-off holds on the day of the publish. One that the profile does not ask for is a note.</summary>
internal sealed class ExpiredSignOffs : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness)
    {
        var signOffs = new SignOffs(readiness.Input);
        return
        [
            .. from signed in signOffs.Signed
               let age = readiness.Input.AgeOf(signed.Record)
               where age is SignOffAge.Expired or SignOffAge.Ahead
               let problem = signed.Record.ProblemOf(age)
               select GateRules.ExpiredSignOff.At(signed.File.At(problem.Position), problem.Message),
            .. from file in signOffs.Unused
               select GateRules.ExpiredSignOff.At(
                   file.PositionOf("id"), $"readiness.json does not ask for {file.Id}, so this sign-off counts for nothing. Remove it.", FindingSeverity.Note),
        ];
    }
}
