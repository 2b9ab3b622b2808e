namespace ReadinessAnalyzers.Gate.Proofs;

/// <summary>Finds the ids of requirements, such as QA-06, in what people wrote on a test.</summary>
internal static class RequirementId
{
    /// <summary>The trait, and the prefix of a tag, that names a requirement.</summary>
    public const string Trait = "requirement";

    private const int Digits = 2;

    /// <summary>The id at the beginning of a test's name, as in <c>QA-06 A card is declined</c> and <c>QA-06: …</c>; null if there is none.</summary>
    public static string? StartOf(string name)
    {
        var dash = name.IndexOf('-');
        if (dash is < 2 or > 3 || name.Length < dash + 1 + Digits || !name.Take(dash).All(c => c is >= 'A' and <= 'Z') || !name.Skip(dash + 1).Take(Digits).All(IsDigit))
            return null;

        var end = dash + 1 + Digits;
        return name.Length == end || (!char.IsLetterOrDigit(name[end]) && name[end] is not ('-' or '_')) ? name.Substring(0, end) : null;
    }

    /// <summary>The id that a tag is: <c>QA-06</c>, <c>@QA-06</c> or <c>requirement:QA-06</c>; null for any other tag.</summary>
    public static string? OfTag(string tag)
    {
        var text = tag.Trim().TrimStart('@');
        if (text.StartsWith(Trait, StringComparison.OrdinalIgnoreCase))
            text = text.Substring(Trait.Length).TrimStart(':', '=', ' ');
        return StartOf(text) == text ? text : null;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
