namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>The member <c>build</c>: an entry is a name, or an object that names files.</summary>
internal sealed partial class ReadinessPolicyReader
{
    private const int MostOfBuild = 100;

    private readonly List<BuildDemand> _build = [];

    private void ReadBuild(JsonValue build)
    {
        if (build.Kind != JsonKind.Array)
            Complain(build.Position, "'build' must be a list, such as [\"lockedRestore\", { \"publishes\": \"wwwroot/robots.txt\" }].");

        if (build.Items.Count > MostOfBuild)
            Complain(build.Items[MostOfBuild].Position, $"'build' has more than {MostOfBuild} entries; the rest was not read.");

        foreach (var entry in build.Items.Take(MostOfBuild))
        {
            if (entry.Kind == JsonKind.Object)
                ReadPublishedFiles(entry);
            else if (TextOf(entry, "What is asked of the build") is { } name && BuildKindOf(name, entry.Position) is { } kind)
                AskOfBuild(kind, entry.Position);
        }
    }

    private void ReadPublishedFiles(JsonValue entry)
    {
        var files = MembersOf(entry, "An entry of 'build'", [BuildKind.Publishes.Name])
            .SelectMany(member => member.Value.Kind == JsonKind.Array ? member.Value.Items : [member.Value])
            .ToArray();
        if (entry.Members.Count == 0)
            Complain(entry.Position, "An entry of 'build' must name a file, such as { \"publishes\": \"wwwroot/robots.txt\" }.");
        if (files.Length > MostOfBuild)
            Complain(files[MostOfBuild].Position, $"'publishes' has more than {MostOfBuild} files; the rest was not read.");

        foreach (var file in files.Take(MostOfBuild))
        {
            if (TextOf(file, "A file that must be published") is not { } path)
                continue;

            path = path.Replace('\\', '/');
            if (path.Split('/').Any(part => part is "" or "." or "..") || path.IndexOfAny([':', '*', '?']) >= 0)
                Complain(file.Position, $"'{path}' is no path of one file in the publish folder; write it as seen from there, such as \"wwwroot/robots.txt\".");
            else
                AskOfBuild(BuildKind.Publishes, file.Position, path);
        }
    }

    private BuildKind? BuildKindOf(string name, TextPosition position)
    {
        var kind = BuildKind.All.FirstOrDefault(kind => kind.Name == name);
        if (kind is null)
            Complain(position, $"'{name}' is nothing that can be asked of a build; {NearestName.Advice(name, [.. BuildKind.All.Select(known => known.Name)])}");
        else if (kind.HasPath)
            Complain(position, $"'{name}' needs a file: {{ \"{name}\": \"…\" }}.");
        else
            return kind;
        return null;
    }

    private void AskOfBuild(BuildKind kind, TextPosition position, string file = "")
    {
        if (_build.Any(other => other.Kind == kind && other.File == file))
            Complain(position, $"'{(file.Length > 0 ? file : kind.Name)}' stands twice in 'build'; keep one of the two.");
        else
            _build.Add(new(kind, At(position), file));
    }
}
