namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>
/// The source <c>compose</c>: the variables of one service of a Docker Compose file, from <c>env_file</c> and, above it, <c>environment</c>.
/// Several files are one service, as with <c>docker compose -f a -f b</c>.
/// </summary>
internal sealed class Compose
{
    public const string Service = "service";

    private const int MostBases = 10;

    private readonly SourceReading _reading;
    private readonly List<Part> _environments = [];
    private readonly List<Part> _envFiles = [];

    private Compose(SourceReading reading) => _reading = reading;

    public static void Read(SourceReading reading)
    {
        var documents = YamlDocument.ReadAll(reading);
        if (documents.Count == 0 && reading.LacksSomething)
            return;

        var names = documents.SelectMany(document => document.Root["services"].Members).Select(member => member.Name).Distinct(StringComparer.Ordinal).ToArray();
        if (NamedPart.Choose(reading, Service, "service", names, (name, wanted) => name == wanted, name => name) is not { } service)
            return;

        var compose = new Compose(reading);
        foreach (var document in documents)
            compose.Gather(document, service, 0);
        foreach (var part in compose._envFiles)
            compose.ReadEnvFiles(part);
        foreach (var part in compose._environments)
            compose.ReadEnvironment(part);
    }

    private void Gather(YamlDocument document, string name, int bases)
    {
        var service = document.Root["services"][name];
        if (service.Find("extends") is { } extends)
        {
            var from = extends.Value.Kind == YamlKind.Text ? extends.Value : extends.Value[Service];
            var isHere = extends.Value["file"].Kind == YamlKind.Null && document.Root["services"].Find(from.Text) is not null;
            if (isHere && bases < MostBases)
                Gather(document, from.Text, bases + 1);
            else
                LeaveOpen(document, extends, "extends a service that stands elsewhere, which the gate does not follow; name that file before this one");
        }

        _envFiles.Add(new(document, service["env_file"]));
        _environments.Add(new(document, service["environment"]));
    }

    private void ReadEnvironment(Part part)
    {
        foreach (var member in part.Value.Members)
            Set(part, member.Name, member.Value.Kind == YamlKind.Null ? null : member.Value.Text, member.Value.Kind == YamlKind.Null ? member.NamePosition : member.Value.Position);

        foreach (var item in part.Value.Items.Where(item => item.Kind == YamlKind.Text))
        {
            var end = item.Text.IndexOf('=');
            if (end < 0)
                Set(part, item.Text, null, item.Position);
            else
                Set(part, item.Text.Substring(0, end), item.Text.Substring(end + 1), item.Position);
        }

        if (part.Value.Kind == YamlKind.Text)
            _reading.Fail(part.Document.At(part.Value), "'environment' is neither a map nor a list.");
    }

    private void Set(Part part, string name, string? value, TextPosition at)
    {
        // $$ is a dollar sign.
        var variables = value?.Replace("$$", "\0");
        _reading.Set(new(name, value?.Replace("$$", "$"), part.Document.File.At(at), part.Document.File.Origin)
        {
            Reference = variables is null ? $"the shell's variable '{name}'" : ShellVariable.In(variables),
            KeepsDollars = variables != value,
        });
    }

    // A text, a list of texts, or a list of maps.
    private void ReadEnvFiles(Part part)
    {
        foreach (var entry in part.Value.Kind == YamlKind.List ? part.Value.Items : [part.Value])
        {
            var path = entry.Kind == YamlKind.Map ? entry["path"] : entry;
            if (path.Kind != YamlKind.Text)
                continue;

            var isOptional = _reading.Source.IsOptional || entry["required"].Text == "false";
            var link = new DeclaredText(path.Text, part.Document.At(path));
            if (IsOnTheHost(link))
                _reading.LeaveOpen($"'{path.Text}' on the host", link.Position, part.Document.File.Origin);
            else if (_reading.Follow(link, part.Document.File, "env_file", isOptional) is { } file)
                Dotenv.Read(_reading, file, isRaw: entry["format"].Text == "raw");
        }
    }

    private static bool IsOnTheHost(DeclaredText link) =>
        link.Text.StartsWith("/", StringComparison.Ordinal) || link.Text.StartsWith("~", StringComparison.Ordinal) || ShellVariable.In(link.Text) is not null;

    private void LeaveOpen(YamlDocument document, YamlMember member, string what)
    {
        var position = document.File.At(member.NamePosition);
        _reading.Complain(position, $"The service {what}.", FindingSeverity.Warning);
        _reading.LeaveOpen("a service of another file", position, document.File.Origin);
    }

    /// <summary>One member of the service, and the document that it stands in.</summary>
    private sealed record Part(YamlDocument Document, YamlValue Value);
}
