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

    /// <summary>For sources under test: LIVE, TEST, RESTRICTED, WEBHOOK and BODY become keys, a body alone the last.</summary>
    public static string Plant(string source) => source
        .Replace("LIVE", "sk_live_" + Body(99), StringComparison.Ordinal)
        .Replace("TEST", "sk_test_" + Body(24), StringComparison.Ordinal)
        .Replace("RESTRICTED", "rk_live_" + Body(99, 2), StringComparison.Ordinal)
        .Replace("WEBHOOK", "whsec_" + Body(32, 3), StringComparison.Ordinal)
        .Replace("BODY", Body(32, 4), StringComparison.Ordinal);
}
