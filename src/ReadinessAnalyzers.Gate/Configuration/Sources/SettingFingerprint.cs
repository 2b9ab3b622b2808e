using System.Security.Cryptography;
using System.Text;

namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>
/// What may be told of a value that nobody may see: its kind and mode, its length to a power of two, and, where values must differ, a
/// salted hash. A value goes in, and no way leads back to it.
/// </summary>
internal sealed record SettingFingerprint(string Kind, string Mode, string Length, string Hash)
{
    public const string Price = "price";
    public const string Text = "text";
    public const string Reference = "reference";

    private const string PricePrefix = "price_";
    private const int HashDigits = 16;
    private const int ShortestSecret = 32;

    public static readonly IReadOnlyList<string> Kinds = [.. Enum.GetNames(typeof(StripeKeyKind)).Select(LowerFirst), Price, Text, Reference];

    public static readonly IReadOnlyList<string> Modes = [.. Enum.GetNames(typeof(StripeKeyMode)).Select(LowerFirst)];

    /// <summary>The classes of length; each begins where the one before ends.</summary>
    public static readonly IReadOnlyList<string> Lengths = ["1-7", "8-15", "16-31", "32-63", "64-127", "128-"];

    public static SettingFingerprint Of(ConfigurationValue value, byte[] salt, bool isHashed)
    {
        var text = value.Value ?? "";
        if (value.Reference is not null)
            return new(Reference, "", "", "");
        var isPrice = text.StartsWith(PricePrefix, StringComparison.Ordinal);
        var hash = isHashed && (isPrice || IsUnguessable(text)) ? HashOf(text, salt) : "";
        return StripeKey.TryParse(text, out var key)
            ? new(LowerFirst(key.Kind.ToString()), key.Mode == StripeKeyMode.Unknown ? "" : LowerFirst(key.Mode.ToString()), ClassOf(text.Length), hash)
            : new(isPrice ? Price : Text, "", ClassOf(text.Length), hash);
    }

    /// <summary>
    /// A value of the same kind and class of length, for checks to judge in place of the real one; null for a reference. Two prices
    /// without a hash are taken for different ones.
    /// </summary>
    public string? StandInFor(string setting)
    {
        var start = Kind switch
        {
            Reference => null,
            Text => "",
            Price => PricePrefix + (Hash.Length > 0 ? Hash : setting),
            _ => KeyOf()?.Prefix ?? "",
        };
        return start?.PadRight(ShortestOf(Length), 'x');
    }

    /// <summary>Whether there is such a credential: a webhook secret has no mode.</summary>
    public bool IsKnown => Kind is Price or Text or Reference ? Mode.Length == 0 : KeyOf() is not null;

    private StripeKey? KeyOf() =>
        Enum.TryParse<StripeKeyKind>(Kind, ignoreCase: true, out var kind)
        && Enum.TryParse<StripeKeyMode>(Mode.Length == 0 ? nameof(StripeKeyMode.Unknown) : Mode, ignoreCase: true, out var mode)
            ? StripeKey.Of(kind, mode)
            : null;

    private static string ClassOf(int length) => Lengths.Last(known => ShortestOf(known) <= Math.Max(1, length));

    private static int ShortestOf(string length) => int.TryParse(length.Split('-')[0], out var shortest) ? shortest : 1;

    // Of what is long and random, as ids of prices are, a hash tells nothing but sameness; any other text might be guessed by it.
    private static bool IsUnguessable(string text) => Encoding.UTF8.GetByteCount(text) >= ShortestSecret && RandomText.IsLikely(text);

    /// <summary>The same for the same value under the same salt.</summary>
    public static string HashOf(string value, byte[] salt)
    {
        using var hash = new HMACSHA256(salt);
        return string.Concat(hash.ComputeHash(Encoding.UTF8.GetBytes(value)).Select(digits => digits.ToString("x2"))).Substring(0, HashDigits);
    }

    private static string LowerFirst(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
