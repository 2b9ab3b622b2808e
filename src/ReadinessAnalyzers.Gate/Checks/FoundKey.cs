using ReadinessAnalyzers.Gate.Configuration;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>How messages name what a setting holds, without its characters: a value or its key goes in, a noun phrase comes out.</summary>
internal static class FoundKey
{
    public static string Describe(string? value) =>
        StripeKey.TryParse(value, out var key) ? Describe(key) : "something that is no Stripe key";

    public static string Describe(ConfigurationValue value) =>
        value.IsPlaceholderCredential ? $"a placeholder that begins like {Describe(value.Value)}" : Describe(value.Value);

    public static string Describe(StripeKey key)
    {
        var phrase = key.ToString();
        return (phrase[0] is 'o' ? "an " : "a ") + phrase; // an organization key
    }
}
