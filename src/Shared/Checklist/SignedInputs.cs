using System.Security.Cryptography;
using System.Text;

namespace ReadinessAnalyzers.Checklist;

/// <summary>
/// What of the app was judged: the facts of each subject as a list of names, and a hash over the requirement and all of them, so that a change
/// can be told and the lists not be edited to hide it.
/// </summary>
/// <param name="Hash">SHA-256 in small hexadecimal letters.</param>
/// <param name="Subjects">The lists by the names of <see cref="SignOffTerms.Subjects"/>.</param>
internal sealed record SignedInputs(string Hash, IReadOnlyDictionary<string, IReadOnlyList<string>> Subjects)
{
    public static SignedInputs Of(string requirement, IReadOnlyDictionary<string, IReadOnlyList<string>> subjects) =>
        new(HashOf(requirement, subjects), subjects);

    /// <summary>Whether the hash is that of the lists, for this requirement.</summary>
    public bool Fits(string requirement) => Hash == HashOf(requirement, Subjects);

    // With the length before each text, no two sets of lists are written alike. The order of a list says nothing.
    private static string HashOf(string requirement, IReadOnlyDictionary<string, IReadOnlyList<string>> subjects)
    {
        var text = new StringBuilder();
        Append(requirement);
        foreach (var subject in subjects.Keys.OrderBy(subject => subject, StringComparer.Ordinal))
        {
            Append(subject);
            text.Append(subjects[subject].Count).Append('\n');
            foreach (var item in subjects[subject].OrderBy(item => item, StringComparer.Ordinal))
                Append(item);
        }

        return Sha256.Of(Encoding.UTF8.GetBytes(text.ToString()));

        void Append(string item) => text.Append(item.Length).Append(':').Append(item).Append('\n');
    }
}

/// <summary>SHA-256 as sign-offs write it.</summary>
internal static class Sha256
{
    /// <summary>How many characters a whole hash has.</summary>
    public const int Length = 64;

    /// <summary>The hash in small hexadecimal letters.</summary>
    public static string Of(byte[] bytes)
    {
        using var sha = SHA256.Create();
        return BitConverter.ToString(sha.ComputeHash(bytes)).Replace("-", "").ToLowerInvariant();
    }

    public static bool IsHash(string text) => text.Length == Length && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
}
