namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>
/// Names of meters and activity sources as OpenTelemetry registers them: <c>*</c> stands for any characters, <c>?</c> for one, and capitals
/// do not count.
/// </summary>
internal static class NamePattern
{
    public static bool Matches(string pattern, string name)
    {
        var (at, star, resume) = (0, -1, 0);
        for (var i = 0; i < name.Length;)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, resume) = (at++, i);
            }
            else if (at < pattern.Length && (pattern[at] == '?' || char.ToUpperInvariant(pattern[at]) == char.ToUpperInvariant(name[i])))
            {
                at++;
                i++;
            }
            else if (star >= 0)
            {
                at = star + 1; // let the last star take one more
                i = ++resume;
            }
            else
            {
                return false;
            }
        }

        return pattern.Skip(at).All(rest => rest == '*');
    }

    /// <summary>False for a name that is written out.</summary>
    public static bool IsPattern(string name) => name.IndexOfAny(['*', '?']) >= 0;
}
