using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>Picks the part of a file that readiness.json names (a service, a workload, a site), or the only one there is.</summary>
internal static class NamedPart
{
    /// <summary>The part, or null with a finding that says what there is.</summary>
    public static T? Choose<T>(SourceReading reading, string option, string noun, IReadOnlyList<T> parts, Func<T, string, bool> isNamed, Func<T, string> nameOf)
        where T : class
    {
        string[] names = [.. parts.Select(nameOf).Distinct(StringComparer.Ordinal).Take(20)];
        if (reading.Source.Option(option) is { } wanted)
        {
            var named = parts.Where(part => isNamed(part, wanted.Text)).ToArray();
            if (named.Length == 1)
                return named[0];

            reading.Fail(wanted.Position, (named.Length, names.Length) switch
            {
                ( > 1, _) => $"Several are called '{wanted.Text}': {List(named.Select(nameOf))}. Write one of these names.",
                (_, 0) => $"There is no {noun} '{wanted.Text}', nor any other.",
                _ => $"There is no {noun} '{wanted.Text}'; {NearestName.Advice(wanted.Text, names)}",
            });
            return null;
        }

        if (parts.Count == 1)
            return parts[0];

        reading.Fail(
            reading.Source.Position,
            parts.Count == 0 ? $"There is no {noun} in it." : $"There are several {noun}s: {List(names)}. Say which with the member '{option}'.");
        return null;
    }

    private static string List(IEnumerable<string> names) => $"'{string.Join("', '", names.Take(20))}'";
}
