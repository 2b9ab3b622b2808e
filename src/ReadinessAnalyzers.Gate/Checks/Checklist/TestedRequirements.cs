using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Checklist;
using ReadinessAnalyzers.Gate.Proofs;

namespace ReadinessAnalyzers.Gate.Checks.Checklist;

/// <summary>RDY9033: a requirement that tests can prove is met if there is a test of it and all of them passed.</summary>
internal sealed class TestedRequirements : IProver
{
    private const int LongestName = 120;

    public IEnumerable<EvidenceVerdict> Judge(Readiness readiness)
    {
        var results = TestRun.Newest(readiness.Input.Evidence.Runs);
        return
            from requirement in readiness.Input.Policy.Checklist!.Applicable
            where IsTestable(requirement)
            let tests = results.Where(result => result.Requirements.Contains(requirement.Id)).ToArray()
            where tests.Length > 0
            select Judge(requirement, tests);
    }

    /// <summary>Whether a test's result speaks of the requirement: not of what is looked at after a release.</summary>
    public static bool IsTestable(Requirement requirement) =>
        requirement.SignOff is { AfterDays: null } terms && terms.Evidence.Contains(SignOffTerms.EvidenceKinds.Test);

    private static EvidenceVerdict Judge(Requirement requirement, TestResult[] tests)
    {
        if (Those(tests, TestOutcome.Failed) is { Length: > 0 } failed)
        {
            return new(requirement.Id, null, GateRules.TestContradicts.At(
                failed[0].Position, $"{requirement.Id} ({requirement.Title}) does not hold: {Names(failed)} failed. Mend it and run the tests again."));
        }

        if (Those(tests, TestOutcome.NotRun) is { Length: > 0 } skipped)
        {
            return new(requirement.Id, null, GateRules.TestContradicts.At(
                skipped[0].Position, $"{requirement.Id} ({requirement.Title}) is not proved: {Names(skipped)} did not run.", FindingSeverity.Note));
        }

        return new(requirement.Id, new(ProofKind.Test, tests[0].Position, Names(tests)));
    }

    private static TestResult[] Those(TestResult[] tests, TestOutcome outcome) => [.. tests.Where(test => test.Outcome == outcome)];

    /// <summary><c>the test 'X'</c>, or the first of several and how many more.</summary>
    public static string Names(IReadOnlyList<TestResult> tests) =>
        $"the test '{Shortened(tests[0].Name)}'{(tests.Count > 1 ? $" and {tests.Count - 1} more" : "")}";

    // Behind the name of a method stand the data of the test, which may be a password or a whole document.
    private static string Shortened(string name)
    {
        if (name.IndexOf('(') is > 0 and var data)
            name = name.Substring(0, data).TrimEnd() + "…";
        return SecretMask.Apply(name.Length <= LongestName ? name : name.Substring(0, LongestName - 1) + "…");
    }
}
