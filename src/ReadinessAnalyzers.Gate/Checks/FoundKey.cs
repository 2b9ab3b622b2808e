namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>How messages name what a setting holds, without its characters: a value or its key goes in, a noun phrase comes out.</summary>
internal static class FoundKey
{
    public static string Describe(string? value) =>
        !StripeKey.TryParse(value, out var key) ? "something that is no Stripe key"
            : StripeKey.IsPlaceholder(value) ? $"a placeholder that begins like {Describe(key)}"
            : Describe(key);

    public static string Describe(StripeKey key)
    {
        var phrase = key.ToString();
        return (phrase[0] is 'o' ? "an " : "a ") + phrase; // an organization key
    }
}
