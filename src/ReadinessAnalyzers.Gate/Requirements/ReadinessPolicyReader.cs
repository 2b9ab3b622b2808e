using ReadinessAnalyzers.Gate.Configuration;

namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>Reads readiness.json: a text goes in, a policy comes out, with a finding for everything in it that cannot be meant.</summary>
internal sealed partial class ReadinessPolicyReader
{
    public const string DefaultPriceSection = "Stripe:Prices";

    public static readonly IReadOnlyList<string> Members =
    [
        "$schema", "profile", "features", "people", "requirements", "evidence", "documents", "sources", "nonProduction", "testEnvironments", "prices", "events", "telemetry", "settings", "build", "deferred",
        "suppressions", "justifySuppressions",
    ];

    private const int MostProblems = 100;

    private readonly string _file;
    private readonly FilePosition? _askedAt;
    private readonly List<DeferredSetting> _deferred = [];
    private readonly List<Finding> _problems = [];
    private RequiredPrices? _prices;
    private EventPolicy? _events;
    private TelemetryPolicy? _telemetry;
    private bool _justifiesSuppressions;
    private int _complaints;

    private ReadinessPolicyReader(string file, FilePosition? askedAt = null) => (_file, _askedAt) = (file, askedAt);

    public static ReadinessPolicy Parse(string file, string text)
    {
        var reader = new ReadinessPolicyReader(file);
        try
        {
            reader.ReadPolicy(JsonValue.Parse(text));
        }
        catch (JsonFormatException e)
        {
            reader.Complain(e.Position, $"readiness.json is not JSON: {e.Reason}.");
        }

        return reader.Policy;
    }

    /// <summary>A piece of readiness.json that the catalogue holds, as if it stood at one place of the file.</summary>
    public static ReadinessPolicy Asked(JsonValue piece, FilePosition at)
    {
        var reader = new ReadinessPolicyReader(at.Path, at);
        reader.ReadPolicy(piece);
        return reader.Policy;
    }

    private ReadinessPolicy Policy => new(_file, _prices, _events, _telemetry, _deferred, Problems)
    {
        Sources = _sources,
        NonProduction = _nonProduction,
        TestEnvironments = _testEnvironments,
        Settings = _settings,
        Build = _build,
        Checklist = Checklist,
        Evidence = _evidence,
        Documents = _documents,
        Suppressions = _suppressions,
        JustifiesSuppressions = _justifiesSuppressions,
    };

    /// <summary>What is wrong, as far as somebody would read it.</summary>
    private IReadOnlyList<Finding> Problems => _complaints <= MostProblems
        ? _problems
        : [.. Errors.Take(MostProblems), GateRules.InvalidPolicy.At(Errors.ElementAt(MostProblems).Position, $"readiness.json has more than {MostProblems} problems; correct those above, the rest is told then.")];

    private IEnumerable<Finding> Errors => _problems.Where(problem => problem.Severity == FindingSeverity.Error);

    /// <summary>The policy in <paramref name="file"/>, which exists; one that cannot be opened has a finding for that.</summary>
    public static ReadinessPolicy Read(string file)
    {
        try
        {
            return SettingsText.ReadBytes(file) is { } bytes
                ? Parse(file, new StreamReader(new MemoryStream(bytes)).ReadToEnd())
                : ReadinessPolicy.None with { File = file, Problems = [Unreadable(file, "it is larger than 4 MB")] };
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return ReadinessPolicy.None with { File = file, Problems = [Unreadable(file, "it is not there; correct ReadinessPolicy, or write it with 'dotnet msbuild -t:ReadinessInit'")] };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ReadinessPolicy.None with { File = file, Problems = [Unreadable(file, e.GetType().Name)] };
        }
    }

    /// <summary>What to say of a readiness.json that cannot be opened, or that the project names and does not have.</summary>
    public static Finding Unreadable(string file, string why) =>
        GateRules.InvalidPolicy.At(new(file), $"readiness.json cannot be read ({why}).");

    private void ReadPolicy(JsonValue policy)
    {
        foreach (var member in MembersOf(policy, "readiness.json", Members))
        {
            switch (member.Name)
            {
                case "profile": ReadChecklistProfile(member.Value); break;
                case "features": ReadFeatures(member.Value); break;
                case "people": ReadPeople(member.Value); break;
                case "requirements": ReadRequirements(member.Value); break;
                case "evidence": ReadEvidence(member.Value); break;
                case "documents": ReadDocuments(member.Value); break;
                case "sources": ReadSources(member.Value); break;
                case "nonProduction": ReadNonProduction(member.Value); break;
                case "testEnvironments": ReadTestEnvironments(member.Value); break;
                case "prices": ReadPrices(member.Value); break;
                case "events": ReadEvents(member); break;
                case "telemetry": ReadTelemetry(member); break;
                case "settings": ReadSettings(member.Value); break;
                case "build": ReadBuild(member.Value); break;
                case "deferred": ReadDeferred(member.Value); break;
                case "suppressions": ReadSuppressions(member.Value); break;
                case "justifySuppressions": _justifiesSuppressions = FlagOf(member); break;
            }
        }

        RefuseContradictions();
        RefuseWithoutProfile(policy);
    }

    private void ReadPrices(JsonValue prices)
    {
        if (prices.Kind == JsonKind.Array)
        {
            _prices = new(DefaultPriceSection, ReadPlans(prices));
            return;
        }

        var (section, test, shared) = (DefaultPriceSection, (string?)null, (SharedPrices?)null);
        var required = new List<RequiredPrice>();
        foreach (var member in MembersOf(prices, "'prices'", ["section", "required", "settings", "test", "shared"], orElse: "a list of plans or "))
        {
            switch (member.Name)
            {
                case "section": section = SectionOf(member) ?? section; break;
                case "required": required.AddRange(ReadPlans(member.Value)); break;
                case "settings": required.AddRange(ReadPriceSettings(member.Value)); break;
                case "test": test = SectionOf(member); break;
                case "shared": shared = ReadSharedPrices(member); break;
            }
        }

        foreach (var again in required.GroupBy(price => price.Plan, StringComparer.OrdinalIgnoreCase).Where(same => same.Any(price => price.Setting is not null)).SelectMany(same => same.Skip(1)))
            Complain(again.Position, $"'{again.Plan}' stands twice in 'prices'; keep one of the two.");
        _prices = new(section, required) { Test = test, Shared = shared };
    }

    private string? SectionOf(JsonMember member) => TextOf(member.Value, $"'{member.Name}'") is { } name ? SettingName.AsPath(name) : null;

    private List<RequiredPrice> ReadPriceSettings(JsonValue settings)
    {
        if (settings.Kind != JsonKind.Object)
            Complain(settings.Position, "The settings of prices must be an object of plans and settings, such as { \"pro.monthly\": \"STRIPE_PRICE_PRO_MONTHLY\" }.");

        var (read, seen) = (new List<RequiredPrice>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        foreach (var plan in settings.Members)
        {
            if (TextOf(plan.Value, $"The setting with the price of '{plan.Name}'") is not { } name)
                continue;
            if (seen.Add(SettingName.AsPath(name)))
                read.Add(new(plan.Name, At(plan.NamePosition), SettingName.AsPath(name)));
            else
                Complain(plan.Value.Position, $"'{name}' is the setting of another plan already, and each plan has a price of its own.");
        }

        return read;
    }

    private SharedPrices? ReadSharedPrices(JsonMember shared)
    {
        if (shared.Value.Kind == JsonKind.String)
            return SectionOf(shared) is { } absent ? new(absent, null) : null;

        string? section = null, reason = null;
        foreach (var member in MembersOf(shared.Value, "'shared'", ["section", "reason"], orElse: "a section or "))
        {
            if (member.Name == "section")
                section = SectionOf(member);
            else
                reason = TextOf(member.Value, "The reason for shared prices");
        }

        if (section is null && shared.Value.Kind == JsonKind.Object)
            Complain(shared.Value.Position, "'shared' must name its section, such as { \"section\": \"Stripe:Prices:Shared\", \"reason\": \"…\" }.");
        return section is null ? null : new(section, reason);
    }

    private List<RequiredPrice> ReadPlans(JsonValue plans)
    {
        if (plans.Kind != JsonKind.Array)
            Complain(plans.Position, "The required prices must be a list of plans, such as [\"pro.monthly\"].");

        var read = new List<RequiredPrice>();
        foreach (var plan in plans.Items)
            if (TextOf(plan, "A required price") is { } text)
                read.Add(new(text, At(plan.Position)));

        return read;
    }

    private void ReadEvents(JsonMember events)
    {
        if (events.Value.Kind == JsonKind.Array)
        {
            _events = new(At(events.NamePosition), ReadTypes(events.Value), [], HasOnly: false);
            return;
        }

        List<NamedEvent> required = [];
        List<NamedEvent>? only = null;
        foreach (var member in MembersOf(events.Value, "'events'", ["required", "only"], orElse: "a list of event types or "))
        {
            if (member.Name == "required")
                required = ReadTypes(member.Value);
            else if (member.Name == "only")
                only = ReadTypes(member.Value);
        }

        _events = new(At(events.NamePosition), required, only ?? [], only is not null);
    }

    private List<NamedEvent> ReadTypes(JsonValue types)
    {
        if (types.Kind != JsonKind.Array)
            Complain(types.Position, "Event types must be a list, such as [\"invoice.paid\"].");

        var read = new List<NamedEvent>();
        foreach (var type in types.Items)
        {
            if (TextOf(type, "An event type") is not { } text)
                continue;
            if (text.Contains("*"))
                Complain(type.Position, $"'{text}' is no event type; name each type by itself.");
            else
                read.Add(new(text, At(type.Position)));
        }

        return read;
    }

    private void ReadTelemetry(JsonMember telemetry)
    {
        var instruments = new List<NamedInstrument>();
        List<string> registered = [];
        foreach (var member in MembersOf(telemetry.Value, "'telemetry'", ["profile", "instruments", "registered"]))
        {
            if (member.Name == "profile")
                instruments.AddRange(ReadProfile(member.Value));
            else if (member.Name == "instruments")
                instruments.AddRange(ReadInstruments(member.Value));
            else if (member.Name == "registered")
                registered = [.. ReadNames(member.Value, "Registered meters and activity sources", "A name", "MyCompany.*").Select(name => name.Text)];
        }

        _telemetry = new(At(telemetry.NamePosition), instruments, registered);
    }

    private IEnumerable<NamedInstrument> ReadProfile(JsonValue profile)
    {
        if (TextOf(profile, "'profile'") is not { } name)
            return [];
        if (TelemetryProfile.InstrumentsOf(name) is { } instruments)
            return instruments.Select(instrument => new NamedInstrument(instrument, At(profile.Position)));

        Complain(profile.Position, $"There is no profile '{name}'; {NearestName.Advice(name, TelemetryProfile.Names)}");
        return [];
    }

    private IEnumerable<NamedInstrument> ReadInstruments(JsonValue instruments)
    {
        foreach (var name in ReadNames(instruments, "Required instruments", "An instrument's name", "stripe.webhook.received"))
        {
            if (NamePattern.IsPattern(name.Text))
                Complain(name.Position, $"'{name.Text}' is no instrument's name; name each instrument by itself.");
            else
                yield return new(name.Text, At(name.Position));
        }
    }

    private List<JsonValue> ReadNames(JsonValue names, string what, string each, string example)
    {
        if (names.Kind != JsonKind.Array)
            Complain(names.Position, $"{what} must be a list, such as [\"{example}\"].");

        return [.. names.Items.Where(name => TextOf(name, each) is not null)];
    }

    private void ReadDeferred(JsonValue deferred)
    {
        if (deferred.Kind != JsonKind.Object)
            Complain(deferred.Position, "'deferred' must be an object of settings and reasons, "
                + "such as { \"Stripe:SecretKey\": \"set by the host\" }.");

        foreach (var entry in deferred.Members)
        {
            if (_deferred.Any(other => SettingName.AreSame(other.Setting, entry.Name)))
                Complain(entry.NamePosition, $"'{entry.Name}' is deferred twice; keep one of the two.");
            else if (TextOf(entry.Value, $"The reason for deferring '{entry.Name}'") is { } reason)
                _deferred.Add(new(entry.Name, reason, At(entry.NamePosition)));
        }
    }

    /// <summary>The object's members of these names, each at most once; a finding for every other one.</summary>
    private IEnumerable<JsonMember> MembersOf(JsonValue value, string what, IReadOnlyList<string> known, string orElse = "")
    {
        if (value.Kind != JsonKind.Object)
            Complain(value.Position, $"{what} must be {orElse}an object.");

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.Members.TakeWhile(_ => _complaints <= MostProblems))
        {
            if (!known.Contains(member.Name))
                Complain(member.NamePosition, $"{what} has no member '{member.Name}'; {NearestName.Advice(member.Name, known)}");
            else if (!seen.Add(member.Name))
                Complain(member.NamePosition, $"'{member.Name}' stands twice in {what}; keep one of the two.");
            else
                yield return member;
        }
    }

    private string? TextOf(JsonValue value, string what)
    {
        if (value.Kind == JsonKind.String && !string.IsNullOrWhiteSpace(value.Text))
            return value.Text;

        Complain(value.Position, $"{what} must be a text that is not empty.");
        return null;
    }

    private bool FlagOf(JsonMember member)
    {
        if (member.Value.Kind is not (JsonKind.True or JsonKind.False))
            Complain(member.Value.Position, $"'{member.Name}' must be true or false.");
        return member.Value.Kind == JsonKind.True;
    }

    private void Complain(TextPosition position, string message) => Complain(At(position), message);

    private void Complain(FilePosition position, string message)
    {
        _complaints++;
        _problems.Add(GateRules.InvalidPolicy.At(position, message));
    }

    private FilePosition At(TextPosition position) => _askedAt ?? new(_file, position.Line, position.Column);
}
