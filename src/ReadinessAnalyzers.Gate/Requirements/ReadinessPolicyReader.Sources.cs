using ReadinessAnalyzers.Gate.Configuration.Sources;

namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>The member <c>sources</c>: an entry is the name of a source without files, or an object whose first member names kind and file.</summary>
internal sealed partial class ReadinessPolicyReader
{
    private const int MostSources = 50;

    private readonly List<DeclaredText> _nonProduction = [];
    private readonly List<string> _testEnvironments = [];
    private List<DeclaredSource>? _sources;

    private void ReadSources(JsonValue sources)
    {
        _sources = [];
        if (sources.Kind != JsonKind.Array)
            Complain(sources.Position, "'sources' must be a list, such as [\"appsettings\", { \"compose\": \"compose.yml\", \"service\": \"web\" }].");
        if (sources.Items.Count > MostSources)
            Complain(sources.Items[MostSources].Position, $"'sources' has more than {MostSources} entries; the rest was not read.");

        foreach (var entry in sources.Items.Take(MostSources))
        {
            if ((entry.Kind == JsonKind.Object ? Declared(entry) : Named(entry)) is { } source)
                _sources.Add(source);
        }

        foreach (var again in _sources.GroupBy(source => source.Kind).Where(same => !same.Key.HasPath).SelectMany(same => same.Skip(1)).ToArray())
        {
            Complain(again.Position, $"'{again.Kind.Name}' stands twice in 'sources'; keep one of the two.");
            _sources.Remove(again);
        }
    }

    private void ReadNonProduction(JsonValue files)
    {
        if (files.Kind != JsonKind.Array)
            Complain(files.Position, "'nonProduction' must be a list of fingerprints, such as [\"readiness.fingerprint.staging.json\"].");
        if (files.Items.Count > MostSources)
            Complain(files.Items[MostSources].Position, $"'nonProduction' has more than {MostSources} entries; the rest was not read.");

        foreach (var file in files.Items.Take(MostSources))
        {
            if (TextOf(file, "The path of a fingerprint") is { } path)
                _nonProduction.Add(new(path, At(file.Position)));
        }
    }

    private void ReadTestEnvironments(JsonValue names)
    {
        foreach (var name in ReadNames(names, "'testEnvironments'", "The name of an environment", "Demo"))
        {
            if (name.Text.Equals(GateInput.Production, StringComparison.OrdinalIgnoreCase))
                Complain(name.Position, $"'{GateInput.Production}' is where live keys belong, so it is no environment for trying things out; take it off the list.");
            else
                _testEnvironments.Add(name.Text);
        }
    }

    private static string[] NamesOfKinds() => [.. SourceKind.All.Select(kind => kind.Name)];

    private DeclaredSource? Named(JsonValue entry)
    {
        if (TextOf(entry, "A source") is not { } name)
            return null;

        if (SourceKind.All.FirstOrDefault(kind => kind.Name == name) is not { } kind)
            Complain(entry.Position, $"'{name}' is no kind of source; {NearestName.Advice(name, NamesOfKinds())}");
        else if (kind.HasPath)
            Complain(entry.Position, $"The source '{name}' needs a path: {{ \"{name}\": \"…\" }}.");
        else
            return new(kind, At(entry.Position));
        return null;
    }

    private DeclaredSource? Declared(JsonValue entry)
    {
        if (entry.Members.Count == 0)
        {
            Complain(entry.Position, "A source must name its kind and its file, such as { \"dotenv\": \"production.env\" }.");
            return null;
        }

        var first = entry.Members[0];
        if (SourceKind.All.FirstOrDefault(kind => kind.Name == first.Name) is not { } kind)
        {
            Complain(first.NamePosition, $"'{first.Name}' is no kind of source; {NearestName.Advice(first.Name, NamesOfKinds())}");
            return null;
        }

        if (!kind.HasPath)
        {
            Complain(first.NamePosition, $"The source '{kind.Name}' has no members; write \"{kind.Name}\".");
            return null;
        }

        var paths = ReadPaths(first);
        var options = new Dictionary<string, DeclaredText>(StringComparer.Ordinal);
        var isOptional = false;
        foreach (var member in MembersOf(entry, $"A source '{kind.Name}'", [kind.Name, .. kind.Options, "optional"]))
        {
            if (member.Name == "optional" && member.Value.Kind is JsonKind.True or JsonKind.False)
                isOptional = member.Value.Kind == JsonKind.True;
            else if (member.Name == "optional")
                Complain(member.Value.Position, "'optional' must be true or false.");
            else if (member.Name != kind.Name && TextOf(member.Value, $"'{member.Name}'") is { } text)
                options.Add(member.Name, new(text, At(member.Value.Position)));
        }

        return paths.Count == 0 ? null : new(kind, At(first.NamePosition)) { Paths = paths, Options = options, IsOptional = isOptional };
    }

    private List<DeclaredText> ReadPaths(JsonMember kind)
    {
        var paths = new List<DeclaredText>();
        foreach (var path in kind.Value.Kind == JsonKind.Array ? kind.Value.Items : [kind.Value])
        {
            if (TextOf(path, $"The path of a source '{kind.Name}'") is { } text)
                paths.Add(new(text, At(path.Position)));
        }

        if (kind.Value is { Kind: JsonKind.Array, Items.Count: 0 })
            Complain(kind.Value.Position, $"The source '{kind.Name}' needs a path.");
        return paths;
    }
}
