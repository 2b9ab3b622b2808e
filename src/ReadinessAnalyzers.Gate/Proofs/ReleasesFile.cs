using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Configuration.Sources;

namespace ReadinessAnalyzers.Gate.Proofs;

/// <summary>
/// readiness/releases.json, the memory of what went live and when: an array with a line for each release, the newest first, so that a new one
/// changes no other line.
/// </summary>
internal static class ReleasesFile
{
    private const int MostReleases = 10_000;

    /// <summary>Where the file is, as seen from readiness.json's folder.</summary>
    public static string PathIn(string folder) => Path.Combine(folder, "readiness", "releases.json");

    /// <summary>The releases; none, and nothing to complain about, if the file is not there.</summary>
    /// <param name="folder">That of readiness.json, which the file may not leave.</param>
    /// <param name="problems">What is wrong with the file.</param>
    public static IReadOnlyList<Release> Read(string folder, List<Finding> problems)
    {
        var path = PathIn(folder);
        if (!LinkedPath.StaysBelow(path, folder))
        {
            problems.Add(GateRules.UnreadableEvidence.At(
                new(path), "releases.json leads through a symbolic link out of the folder of readiness.json and was not read. Put the file itself there."));
            return [];
        }

        if (!File.Exists(path))
            return [];

        var faults = new List<SettingsProblem>();
        var text = SettingsText.Read(path, faults, "list of releases");
        problems.AddRange(faults.Select(fault => GateRules.UnreadableEvidence.At(fault.Position, fault.Message)));
        return string.IsNullOrWhiteSpace(text) ? [] : Parse(path, text!, problems);
    }

    private static List<Release> Parse(string path, string text, List<Finding> problems)
    {
        var (releases, names) = (new List<Release>(), new HashSet<string>(StringComparer.Ordinal));
        try
        {
            var list = JsonValue.Parse(text);
            if (list.Kind != JsonKind.Array)
                problems.Add(Fault(path, list.Position));
            foreach (var entry in list.Items.Take(MostReleases))
            {
                if (ReleaseOf(entry, path) is not { } release)
                    problems.Add(Fault(path, entry.Position));
                else if (!names.Add(release.Name))
                    problems.Add(GateRules.UnreadableEvidence.At(release.Position, $"The release '{release.Name}' stands twice in releases.json; keep one of the two."));
                else
                    releases.Add(release);
            }
        }
        catch (JsonFormatException e)
        {
            problems.Add(GateRules.UnreadableEvidence.At(new(path, e.Position), $"releases.json is no JSON: {e.Reason}."));
        }

        return releases;
    }

    /// <summary>The text, which is empty or can be read, with one more release.</summary>
    public static string Add(string text, Release release)
    {
        var line = $"  {{ \"release\": {JsonText.Quote(release.Name)}, \"on\": \"{SignOffAges.Day(release.On)}\" }}";
        if (string.IsNullOrWhiteSpace(text))
            return $"[\n{line}\n]\n";

        var reader = new JsonReader(text);
        reader.Read();
        var start = reader.Start + 1;
        reader.Read();
        return $"{text.Substring(0, start)}\n{line}{(reader.Token == JsonToken.EndArray ? "\n" : ",")}{text.Substring(start)}";
    }

    private static Release? ReleaseOf(JsonValue entry, string path) =>
        entry.Text("release") is { } name && !string.IsNullOrWhiteSpace(name)
        && SignOffReader.ReadDay(entry.Text("on") ?? "") is { } day
            ? new(name, day, new(path, entry.Position))
            : null;

    private static Finding Fault(string path, TextPosition position) => GateRules.UnreadableEvidence.At(
        new(path, position), "releases.json must be a list of releases and days, such as [{ \"release\": \"1.4.2\", \"on\": \"2026-01-31\" }].");
}
