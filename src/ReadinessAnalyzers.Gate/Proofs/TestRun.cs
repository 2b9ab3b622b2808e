namespace ReadinessAnalyzers.Gate.Proofs;

/// <summary>A file with test results.</summary>
/// <param name="Path">The file.</param>
/// <param name="Finished">When the run ended; the least of all times if the file does not tell.</param>
/// <param name="Results">One for each test, or for each set of data of a test.</param>
internal sealed record TestRun(string Path, DateTimeOffset Finished, IReadOnlyList<TestResult> Results)
{
    /// <summary>Whether something went wrong beside the tests, such as a crash of the process that ran them.</summary>
    public bool IsBroken { get; init; }

    /// <summary>
    /// The results that count: of the runs in which the same test of the same assembly has a result, those that ended last. So a test that was
    /// run again is judged by the new result, and one of two that only share a name never hides the other.
    /// </summary>
    public static IReadOnlyList<TestResult> Newest(IReadOnlyList<TestRun> runs)
    {
        var newest = new Dictionary<string, TestRun>(StringComparer.Ordinal);
        foreach (var run in runs)
        {
            foreach (var result in run.Results)
            {
                if (!newest.TryGetValue(result.Identity, out var other) || run.Finished > other.Finished)
                    newest[result.Identity] = run;
            }
        }

        return [.. runs.SelectMany(run => run.Results.Where(result => newest[result.Identity].Finished == run.Finished))];
    }
}

/// <summary>What became of one test.</summary>
/// <param name="Name">The name that people see.</param>
/// <param name="Identity">The assembly and the class with the name.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Position">Where the file says so.</param>
/// <param name="Requirements">The ids at the beginning of its name, and in its traits or tags.</param>
internal sealed record TestResult(string Name, string Identity, TestOutcome Outcome, FilePosition Position, IReadOnlyList<string> Requirements);

/// <summary>What can become of a test.</summary>
internal enum TestOutcome
{
    Passed,
    Failed,

    /// <summary>It was skipped, or came to no verdict.</summary>
    NotRun,
}
