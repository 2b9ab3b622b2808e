namespace ReadinessAnalyzers.Gate.Tests;

/// <summary>Keys of real shape, made while the tests run, so that none stands in the repository.</summary>
internal static class StripeKeys
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>A credential that only Stripe could tell from a real one; the same seed gives the same key.</summary>
    public static string Make(string prefix, int seed = 1, int length = 32)
    {
        var random = new Random(seed);
        return prefix + string.Concat(Enumerable.Range(0, length).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
    }
}
