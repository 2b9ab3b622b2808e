using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Checklist;
using ReadinessAnalyzers.Gate.Proofs;

namespace ReadinessAnalyzers.Gate.Checks.Checklist;

/// <summary>RDY9034: the declared test runs are there, ran tests, and all of these passed.</summary>
internal sealed class GreenTests : IProver
{
    public IEnumerable<EvidenceVerdict> Judge(Readiness readiness) =>
        from requirement in readiness.Input.Policy.Checklist!.Applicable
        where requirement.IsDecidedByTests
        select Judge(requirement, readiness);

    private static EvidenceVerdict Judge(Requirement requirement, Readiness readiness)
    {
        var (input, evidence) = (readiness.Input, readiness.Input.Evidence);
        var checklist = input.Policy.Checklist!;
        if (input.Policy.Evidence is not { Tests.Count: > 0 })
        {
            return new(requirement.Id, null, GateRules.TestsNotGreen.At(
                checklist.Position, $"{requirement.Id} ({requirement.Title}): readiness.json names no test results. Say where they are, \"evidence\": {{ \"tests\": [\"../TestResults\"] }}."));
        }

        if (!evidence.HasAllRuns)
            return new(requirement.Id, null);

        // The failures of requirements' tests are told by themselves, once.
        var contradictions = new TestedRequirements().Judge(readiness).SelectMany(verdict => verdict.Findings).Where(finding => finding.Severity == FindingSeverity.Error);
        var told = new HashSet<string>(checklist.Applicable.Where(TestedRequirements.IsTestable).Select(other => other.Id));
        var newest = new HashSet<TestResult>(TestRun.Newest(evidence.Runs));
        Finding[] findings = [.. contradictions, .. evidence.Runs.Select(run => FaultOf(run, newest, told)).OfType<Finding>()];
        return findings.Length == 0
            ? new(requirement.Id, new(ProofKind.TestRuns, new(evidence.Runs[0].Path), $"{newest.Count(result => result.Outcome == TestOutcome.Passed)} tests"))
            : new(requirement.Id, null, findings);
    }

    /// <summary>What is wrong with a run beside the tests of requirements.</summary>
    private static Finding? FaultOf(TestRun run, HashSet<TestResult> newest, HashSet<string> told)
    {
        var results = run.Results.Where(newest.Contains).ToArray();
        if (results.Length == 0 && run.Results.Count > 0)
            return null; // all of it was run again

        var failed = results.Where(result => result.Outcome == TestOutcome.Failed).ToArray();
        var untold = failed.Where(result => !result.Requirements.Any(told.Contains)).ToArray();
        if (untold.Length > 0)
            return GateRules.TestsNotGreen.At(untold[0].Position, $"{Capital(TestedRequirements.Names(untold))} failed. Mend what is broken and run the tests again.");
        if (failed.Length > 0)
            return null;
        if (run.IsBroken)
            return GateRules.TestsNotGreen.At(new(run.Path), "The test run failed beside its tests, as when the process that runs them ends early. Run the tests again.");
        return results.Any(result => result.Outcome == TestOutcome.Passed)
            ? null
            : GateRules.TestsNotGreen.At(new(run.Path), "The test run has no test that passed, so it proves nothing. Run the tests again, or take the file out.");
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
