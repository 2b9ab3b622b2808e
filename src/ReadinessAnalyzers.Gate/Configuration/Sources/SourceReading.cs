using System.Collections;

namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>
/// The reading of one declared source: its reader takes texts from here, and gives values, faults and open ends back. No file is opened
/// but by way of this.
/// </summary>
internal sealed class SourceReading(DeclaredSource source, string folder, string environmentName, IDictionary? environment)
{
    private const int MostValues = 10_000;
    private const int MostFiles = 1_000;
    private const int MostText = 8 * 1024 * 1024;

    private readonly List<EnvironmentVariable> _variables = [];
    private readonly List<OpenReference> _open = [];
    private readonly List<SettingsProblem> _problems = [];
    private bool _isRead = true;
    private int _textRead;
    private int _filesRead;

    public DeclaredSource Source { get; } = source;

    /// <summary>The environment that the app is published for.</summary>
    public string EnvironmentName { get; } = environmentName;

    /// <summary>The variables of this build, for the source that says that they are the app's; null for any other.</summary>
    public IDictionary? Environment { get; } = environment;

    /// <summary>The keys of a source that is no environment.</summary>
    public ConfigurationLayer? Layer { get; set; }

    public SourceContent Content => new()
    {
        Variables = _variables,
        Layer = Layer,
        Open = _open,
        Problems = _problems,
        IsRead = _isRead,
    };

    /// <summary>Whether something was left unread, and said so, or left to a file that only the host has.</summary>
    public bool LacksSomething => !_isRead || _open.Count > 0;

    /// <summary>Whether no further value is taken.</summary>
    public bool IsFull => _variables.Count >= MostValues && !_isRead;

    public void Set(EnvironmentVariable variable)
    {
        if (variable.Name.Length == 0)
            return;
        if (variable.Name.Length > ConfigurationLayer.LongestKey)
            Fail(variable.Position, $"A variable's name is longer than {ConfigurationLayer.LongestKey} characters and was not checked.");
        else if (_variables.Count < MostValues)
            _variables.Add(variable);
        else if (_isRead)
            Fail(variable.Position, $"The {Source.Kind.Noun} sets more than {MostValues} variables; the rest was not checked.");
    }

    /// <summary>Reports a fault after which nobody knows all that the source sets.</summary>
    public void Fail(FilePosition position, string message)
    {
        _isRead = false;
        Complain(position, message);
    }

    /// <summary>Reports a fault of something whose other parts can be judged.</summary>
    public void Complain(FilePosition position, string message, FindingSeverity severity = FindingSeverity.Error) =>
        SettingsProblem.Add(_problems, new(position, message) { Severity = severity });

    /// <summary>Says that settings of any name may come from <paramref name="reference"/>.</summary>
    public void LeaveOpen(string reference, FilePosition position, ConfigurationOrigin origin) => _open.Add(new(reference, position, origin));

    /// <summary>The texts of the declared files that are there and can be read.</summary>
    public IEnumerable<SourceText> Texts() => Source.Paths.SelectMany(path => TextsOf(path)).ToArray();

    /// <summary>The text of a file that a declared one leads to, as seen from that one's folder; it may not lead farther than that or the project.</summary>
    public SourceText? Follow(DeclaredText link, SourceText from, string noun, bool isOptional)
    {
        var home = Path.GetDirectoryName(from.Path)!;
        if (DeclaredPath.Full(link.Text, home) is not { } path)
        {
            Fail(link.Position, $"'{link.Text}' is no path of a file.");
        }
        else if (!LinkedPath.IsBelow(path, home) && !LinkedPath.IsBelow(path, folder))
        {
            Fail(link.Position, $"'{link.Text}' leads out of the folders that readiness.json declares; declare it as a source of its own.");
        }
        else if (!File.Exists(path))
        {
            Missing(link, path, isOptional);
        }
        else
        {
            return Open(path, link, noun);
        }

        return null;
    }

    private IEnumerable<SourceText> TextsOf(DeclaredText declared)
    {
        var path = DeclaredPath.Full(declared.Text, folder);
        if (path is null)
        {
            Fail(declared.Position, $"'{declared.Text}' is no path of a file.");
            return [];
        }

        if (Directory.Exists(path) && Source.Kind.Extensions.Count > 0)
            return FilesOf(declared, path).Where(IsOfTheKind).Select(file => Open(file, declared, Source.Kind.Noun)).OfType<SourceText>();
        if (Directory.Exists(path))
        {
            Fail(declared.Position, $"'{declared.Text}' is a folder; name a file.");
            return [];
        }

        if (File.Exists(path))
            return Open(path, declared, Source.Kind.Noun) is { } text ? [text] : [];

        Missing(declared, path, Source.IsOptional);
        return [];
    }

    // A folder is a set of manifests, in which other files may stand.
    private bool IsOfTheKind(string path) => Source.Kind.Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>The files of a declared folder, in the order of their names; null if it is not there.</summary>
    public IReadOnlyList<string>? FilesOf(DeclaredText declared)
    {
        var path = DeclaredPath.Full(declared.Text, folder);
        if (path is null)
            Fail(declared.Position, $"'{declared.Text}' is no path of a folder.");
        else if (Directory.Exists(path))
            return FilesOf(declared, path);
        else if (File.Exists(path))
            Fail(declared.Position, $"'{declared.Text}' is a file; name the folder that it stands in.");
        else
            Missing(declared, path, Source.IsOptional);
        return null;
    }

    /// <summary>The text of a file at this full path; null, with a fault, if it cannot or may not be read.</summary>
    public SourceText? Open(string path, DeclaredText declared, string noun)
    {
        if (!DeclaredPath.MayBeOpened(path, folder))
        {
            Fail(declared.Position, $"'{declared.Text}' leads through a symbolic link to another folder; name the file that is meant.");
            return null;
        }

        if (_textRead > MostText || ++_filesRead > MostFiles)
        {
            if (_isRead)
                Fail(declared.Position, $"The files of this source are more than {MostFiles} or hold more than {MostText / (1024 * 1024)} MB; the rest was not checked.");
            return null;
        }

        var text = SettingsText.Read(path, _problems, noun, Source.Kind.SizeLimit);
        _isRead &= text is not null;
        _textRead += text?.Length ?? Source.Kind.SizeLimit;
        return text is null ? null : new(path, text.TrimStart('\uFEFF'), new(noun, RelativePath.From(Path.Combine(folder, "readiness.json"), path)));
    }

    private string[] FilesOf(DeclaredText declared, string path)
    {
        string[] files;
        try
        {
            files = [.. Directory.EnumerateFiles(path).Take(MostFiles + 1).OrderBy(file => file, StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fail(declared.Position, $"The folder '{declared.Text}' cannot be read.");
            return [];
        }

        if (files.Length <= MostFiles)
            return files;

        Fail(declared.Position, $"The folder '{declared.Text}' has more than {MostFiles} files and was not checked.");
        return [];
    }

    private void Missing(DeclaredText declared, string path, bool isOptional)
    {
        if (isOptional)
        {
            LeaveOpen($"'{declared.Text}', which is not here", declared.Position, new(Source.Kind.Noun, declared.Text));
            return;
        }

        var near = NearestFile.To(path) is { } nearest ? $"did you mean '{nearest}'?" : Source.MayBeOptional ? "correct the path, or add \"optional\": true if only the host has it." : "correct the path.";
        Fail(declared.Position, $"'{declared.Text}' is not there; {near}");
    }
}
