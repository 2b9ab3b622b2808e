namespace ReadinessAnalyzers.Gate.CompileLogs;

/// <summary>
/// Skims the SARIF 2.1 log that the compiler wrote for a project: the log goes in, our facts, violations and switched-off rules come
/// out. Everything of other analyzers is skipped, and so is everything we do not know.
/// </summary>
internal sealed class CompileLogReader
{
    private const string FactPrefix = "RDY00";
    private const string CrashId = "AD0001"; // the compiler's report of an exception in an analyzer, anybody's
    private const string CrashOfOurs = "Analyzer 'ReadinessAnalyzers.";

    private readonly string _project;
    private readonly JsonReader _reader;
    private readonly List<SettingUse> _settingUses = [];
    private readonly List<OptionsRead> _optionsReads = [];
    private readonly List<OptionsBinding> _optionsBindings = [];
    private readonly List<EventHandling> _eventHandlers = [];
    private readonly List<TelemetryPart> _telemetry = [];
    private readonly List<RuleViolation> _violations = [];
    private readonly List<LoggedRule> _rules = [];
    private readonly HashSet<string> _askedFor = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _switchedOffRules = new(StringComparer.Ordinal);
    private readonly HashSet<string> _loweredRules = new(StringComparer.Ordinal);
    private readonly HashSet<string> _notesByDefault = new(StringComparer.Ordinal);
    private string _version = "";
    private bool _analyzersRan;
    private bool _analyzerCrashed;
    private bool _analysisEnded;
    private int? _warningLevel;
    private string? _assembly;
    private string? _configuration;

    private enum RuleState
    {
        /// <summary>As warning or error.</summary>
        Reporting,

        /// <summary>As note, or not at all: the compiler writes the severities suggestion and silent alike.</summary>
        Note,
        Off,
    }

    private CompileLogReader(string project, string text)
    {
        _project = project;
        _reader = new JsonReader(text);
    }

    /// <summary>Reads the log at <paramref name="path"/>; every failure is a <see cref="CompileLog.State"/>, never an exception.</summary>
    public static CompileLog Read(string project, string path)
    {
        try
        {
            return File.Exists(path) ? Parse(project, File.ReadAllText(path)) : new(project, CompileLogState.Missing);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return new(project, CompileLogState.Unreadable);
        }
    }

    public static CompileLog Parse(string project, string text)
    {
        try
        {
            return new CompileLogReader(project, text).ReadLog();
        }
        catch (JsonFormatException)
        {
            return new(project, CompileLogState.Unreadable);
        }
    }

    private static bool IsOurs(string ruleId) => ruleId.StartsWith("RDY", StringComparison.Ordinal);

    private CompileLog ReadLog()
    {
        _reader.Read();
        foreach (var member in Members())
        {
            if (member == "version")
                _version = _reader.GetString();
            else if (member == "runs")
                foreach (var _ in Items())
                    ReadRun();
        }

        _reader.Read(); // refuses a log that another text was appended to
        _loweredRules.ExceptWith(_notesByDefault);
        _switchedOffRules.UnionWith(_loweredRules);
        // Generated sources have no place on disk that a section of .editorconfig could name, so there such a rule stays as it was.
        _switchedOffRules.ExceptWith(_rules.Where(rule => rule.IsOff && _askedFor.Contains(rule.Id)).Select(rule => rule.Id));
        return _version != "2.1.0"
            ? new(_project, CompileLogState.OtherVersion)
            : new(_project, CompileLogState.Usable)
            {
                AnalyzersRan = _analyzersRan,
                AnalysisEnded = _analysisEnded,
                AnalyzerCrashed = _analyzerCrashed,
                WarningLevel = _warningLevel,
                Assembly = _assembly,
                Configuration = _configuration,
                SettingUses = _settingUses,
                OptionsReads = _optionsReads,
                OptionsBindings = _optionsBindings,
                EventHandlers = _eventHandlers,
                Telemetry = _telemetry,
                Violations = _violations,
                Rules = [.. _rules.Select(rule => rule with { IsOff = rule.IsOff && !_askedFor.Contains(rule.Id) })],
                SwitchedOffRules = [.. _switchedOffRules],
            };
    }

    private void ReadRun()
    {
        foreach (var member in Members())
        {
            if (member == "results")
                foreach (var _ in Items())
                    ReadResult();
            else if (member == "tool")
                ReadTool();
            else if (member == "invocations")
                foreach (var _ in Items())
                    ReadInvocation();
        }
    }

    private void ReadResult()
    {
        var (id, level, message, suppressed) = ("", "warning", "", false);
        var position = new FilePosition(_project);
        string? justification = null;
        Dictionary<string, string>? properties = null;

        foreach (var member in Members())
        {
            switch (member)
            {
                case "ruleId": id = _reader.GetString(); break;
                case "level": level = _reader.GetString(); break;
                case var _ when !IsOurs(id) && id != CrashId: break; // the compiler writes the id first
                case "message": message = ReadMessage(); break;
                case "locations": position = ReadLocations() ?? position; break;
                case "properties": properties = ReadCustomProperties(); break;
                case "suppressions":
                    foreach (var _ in Items())
                    {
                        suppressed = true;
                        justification ??= ReadJustification();
                    }

                    break;
            }
        }

        if (id.StartsWith(FactPrefix, StringComparison.Ordinal))
            AddFact(id, properties ?? [], position);
        else if (IsOurs(id))
            _violations.Add(new(id, Severity(level), position, message, suppressed, justification));
        else
            _analyzerCrashed |= message.StartsWith(CrashOfOurs, StringComparison.Ordinal);
    }

    // A newer analyzer may report facts and properties that this gate does not know; a half-told fact is no fact.
    private void AddFact(string id, Dictionary<string, string> properties, FilePosition position)
    {
        string? Property(string name) => properties.TryGetValue(name, out var value) ? value : null;

        var fallback = Property(SettingFact.Fallback) ?? SettingFact.Fallbacks.None;
        switch (id)
        {
            case AnalysisFact.Id:
                _analysisEnded = true;
                _analyzerCrashed |= Property(AnalysisFact.Crashed) is not null;
                _warningLevel ??= int.TryParse(Property(AnalysisFact.WarningLevel), out var level) ? level : null;
                _assembly ??= Property(AnalysisFact.Assembly);
                _configuration ??= Property(AnalysisFact.Configuration);
                break;
            case SettingFact.Id
                when Property(SettingFact.Setting) is { } setting && Property(SettingFact.Role) is { } role && Property(SettingFact.Source) is { } source:
                _settingUses.Add(new(setting, role, source, fallback, position) { Alternatives = Property(SettingFact.Alternatives) ?? "" });
                break;
            case EventHandlerFact.Id when Property(EventHandlerFact.Types) is { } types:
                _eventHandlers.Add(new(position, types)
                {
                    IsOpen = Property(EventHandlerFact.IsOpen) is not null,
                    Route = Property(EventHandlerFact.Route) ?? "",
                    Verifies = Property(EventHandlerFact.Verification) == EventHandlerFact.Verifications.Verified,
                });
                break;
            case TelemetryFact.Id when Property(TelemetryFact.Kind) is { } kind:
                _telemetry.Add(new(kind, position)
                {
                    Name = Property(TelemetryFact.Name) ?? "",
                    Type = Property(TelemetryFact.Type) ?? "",
                    Use = Property(TelemetryFact.Use) ?? "",
                    Signal = Property(TelemetryFact.Signal) ?? "",
                    MemberList = Property(TelemetryFact.Members) ?? "",
                });
                break;
            case OptionsReadFact.Id
                when Property(OptionsReadFact.Type) is { } type && Property(OptionsReadFact.Key) is { } key && Property(SettingFact.Role) is { } role:
                _optionsReads.Add(new(type, key, role, position));
                break;
            case OptionsBindingFact.Id
                when Property(OptionsBindingFact.Type) is { } type && Property(SettingFact.Setting) is { } setting && Property(SettingFact.Source) is { } source:
                _optionsBindings.Add(new(type, Property(OptionsBindingFact.Key) ?? "", setting, source, fallback));
                break;
        }
    }

    private static FindingSeverity Severity(string level) => level switch
    {
        "error" => FindingSeverity.Error,
        "warning" => FindingSeverity.Warning,
        _ => FindingSeverity.Note,
    };

    private string ReadMessage()
    {
        var text = "";
        foreach (var member in Members())
            if (member == "text")
                text = _reader.GetString();

        return text;
    }

    private string? ReadJustification()
    {
        string? justification = null;
        foreach (var member in Members())
            if (member == "justification" && _reader.Token == JsonToken.String)
                justification = _reader.GetString();

        return justification;
    }

    private Dictionary<string, string> ReadCustomProperties()
    {
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in Members())
            if (member == "customProperties")
                foreach (var property in Members())
                    if (_reader.Token == JsonToken.String)
                        properties[property] = _reader.GetString();

        return properties;
    }

    /// <summary>The first location; null when the diagnostic has none, which is true of those about a whole compilation.</summary>
    private FilePosition? ReadLocations()
    {
        FilePosition? first = null;
        foreach (var _ in Items())
            foreach (var member in Members())
                if (member == "physicalLocation")
                    first ??= ReadPhysicalLocation();

        return first;
    }

    private FilePosition? ReadPhysicalLocation()
    {
        var (path, line, column) = ("", 1, 1);
        foreach (var member in Members())
        {
            foreach (var detail in Members())
            {
                switch (member, detail)
                {
                    case ("artifactLocation", "uri"): path = PathOf(_reader.GetString()); break;
                    case ("region", "startLine"): line = ReadCount(); break;
                    case ("region", "startColumn"): column = ReadCount(); break;
                }
            }
        }

        return path.Length == 0 ? null : new(path, line, column);
    }

    private int ReadCount() => int.TryParse(_reader.GetString(), out var count) ? Math.Max(1, count) : 1;

    /// <summary>The compiler writes a source file as absolute, percent-encoded URI, the target of a <c>#line</c> as it stands.</summary>
    private static string PathOf(string uri) =>
        uri.StartsWith("file:", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(uri, UriKind.Absolute, out var file)
            ? file.LocalPath
            : uri;

    private void ReadTool()
    {
        foreach (var member in Members())
            if (member == "driver")
                foreach (var part in Members())
                    if (part == "rules")
                        foreach (var _ in Items())
                            ReadRule();
    }

    private void ReadRule()
    {
        var (id, title, state) = ("", "", RuleState.Reporting);
        IReadOnlyList<string> checklist = [];
        foreach (var member in Members())
        {
            switch (member)
            {
                case "id": id = _reader.GetString(); break;
                case "defaultConfiguration": state = ReadConfiguration(); break; // absent when it is the format's own default, an enabled warning
                case var _ when !IsOurs(id): break; // the compiler writes the id first
                case "shortDescription": title = ReadMessage(); break;
                case "properties": checklist = ReadChecklist(); break;
            }
        }

        _analyzersRan |= IsOurs(id);
        if (state != RuleState.Reporting)
            _notesByDefault.Add(id);
        if (IsOurs(id) && !id.StartsWith(FactPrefix, StringComparison.Ordinal))
            _rules.Add(new(id, title, checklist) { IsOff = state == RuleState.Off });
    }

    /// <summary>Of a rule's tags those that are items of the checklist, such as <c>WH-02</c>.</summary>
    private List<string> ReadChecklist()
    {
        var items = new List<string>();
        foreach (var member in Members())
            if (member == "tags")
                foreach (var _ in Items())
                    if (_reader.Token == JsonToken.String && _reader.GetString() is var tag && tag.IndexOf('-') > 0)
                        items.Add(tag);

        return items;
    }

    private void ReadInvocation()
    {
        foreach (var member in Members())
            if (member == "ruleConfigurationOverrides")
                foreach (var _ in Items())
                    ReadOverride();
    }

    private void ReadOverride()
    {
        var (id, state) = ("", RuleState.Reporting);
        foreach (var member in Members())
        {
            if (member == "descriptor")
                id = ReadId();
            else if (member == "configuration")
                state = ReadConfiguration();
        }

        if (IsOurs(id) && state != RuleState.Off)
            _askedFor.Add(id);
        if (IsOurs(id) && state != RuleState.Reporting)
            (state == RuleState.Off ? (ICollection<string>)_switchedOffRules : _loweredRules).Add(id);
    }

    private RuleState ReadConfiguration()
    {
        var state = RuleState.Reporting;
        foreach (var member in Members())
        {
            if (member == "enabled" && _reader.Token == JsonToken.False)
                state = RuleState.Off;
            else if (member == "level" && state != RuleState.Off && Severity(_reader.GetString()) == FindingSeverity.Note)
                state = RuleState.Note;
        }

        return state;
    }

    private string ReadId()
    {
        var id = "";
        foreach (var member in Members())
            if (member == "id")
                id = _reader.GetString();

        return id;
    }

    /// <summary>
    /// Walks the object that the reader stands on: each member's name, with the reader on its value. What the caller leaves unread is
    /// skipped, and so is a value that is no object.
    /// </summary>
    private IEnumerable<string> Members()
    {
        if (_reader.Token != JsonToken.StartObject)
            yield break;

        while (_reader.Read() && _reader.Token == JsonToken.PropertyName)
        {
            var name = _reader.GetString();
            _reader.Read();
            yield return name;
            _reader.Skip();
        }
    }

    /// <summary>Walks the array that the reader stands on, with the reader on each item in turn; see <see cref="Members"/>.</summary>
    private IEnumerable<int> Items()
    {
        if (_reader.Token != JsonToken.StartArray)
            yield break;

        for (var index = 0; _reader.Read() && _reader.Token != JsonToken.EndArray; index++)
        {
            yield return index;
            _reader.Skip();
        }
    }
}
