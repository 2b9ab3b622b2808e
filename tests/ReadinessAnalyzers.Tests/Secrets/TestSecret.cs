namespace ReadinessAnalyzers.Tests.Secrets;

/// <summary>Keys of real shape, drawn with a fixed seed at run time, so that none stands in this repository.</summary>
internal static class TestSecret
{
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public static string Body(int length, int seed = 1, string alphabet = Base62)
    {
        var random = new Random(seed);
        return string.Concat(Enumerable.Range(0, length).Select(_ => alphabet[random.Next(alphabet.Length)]));
    }

    /// <summary>
    /// For sources under test: LIVE, TEST, RESTRICTED and WEBHOOK become keys, BODY a body alone; SK_LIVE_, SK_TEST_ and WHSEC_ become
    /// prefixes, since even a placeholder behind a whole prefix stops a push.
    /// </summary>
    public static string Plant(string source, int seed = 1) => source
        .Replace("SK_LIVE_", "sk_live_", StringComparison.Ordinal)
        .Replace("SK_TEST_", "sk_test_", StringComparison.Ordinal)
        .Replace("WHSEC_", "whsec_", StringComparison.Ordinal)
        .Replace("LIVE", "sk_live_" + Body(99, seed), StringComparison.Ordinal)
        .Replace("TEST", "sk_test_" + Body(24, seed), StringComparison.Ordinal)
        .Replace("RESTRICTED", "rk_live_" + Body(99, seed + 1), StringComparison.Ordinal)
        .Replace("WEBHOOK", "whsec_" + Body(32, seed + 2), StringComparison.Ordinal)
        .Replace("BODY", Body(32, seed + 3), StringComparison.Ordinal);
}
