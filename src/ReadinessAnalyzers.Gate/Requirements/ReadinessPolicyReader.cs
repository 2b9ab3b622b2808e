using ReadinessAnalyzers.Gate.Configuration;

namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>Reads readiness.json: a text goes in, a policy comes out, with a finding for everything in it that cannot be meant.</summary>
internal sealed partial class ReadinessPolicyReader
{
    private const string DefaultPriceSection = "Stripe:Prices";

    private readonly string _file;
    private readonly List<DeferredSetting> _deferred = [];
    private readonly List<Finding> _problems = [];
    private RequiredPrices? _prices;
    private EventPolicy? _events;
    private TelemetryPolicy? _telemetry;

    private ReadinessPolicyReader(string file) => _file = file;

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

        return new(file, reader._prices, reader._events, reader._telemetry, reader._deferred, reader._problems) { Sources = reader._sources };
    }

    /// <summary>The policy in <paramref name="file"/>, which exists; one that cannot be opened has a finding for that.</summary>
    public static ReadinessPolicy Read(string file)
    {
        try
        {
            return SettingsText.ReadBytes(file) is { } bytes
                ? Parse(file, new StreamReader(new MemoryStream(bytes)).ReadToEnd())
                : ReadinessPolicy.None with { File = file, Problems = [Unreadable(file, "it is larger than 4 MB")] };
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
        foreach (var member in MembersOf(policy, "readiness.json", ["$schema", "sources", "prices", "events", "telemetry", "deferred"]))
        {
            switch (member.Name)
            {
                case "sources": ReadSources(member.Value); break;
                case "prices": ReadPrices(member.Value); break;
                case "events": ReadEvents(member); break;
                case "telemetry": ReadTelemetry(member); break;
                case "deferred": ReadDeferred(member.Value); break;
            }
        }
    }

    private void ReadPrices(JsonValue prices)
    {
        if (prices.Kind == JsonKind.Array)
        {
            _prices = new(DefaultPriceSection, ReadPlans(prices));
            return;
        }

        var section = DefaultPriceSection;
        IReadOnlyList<RequiredPrice> required = [];
        foreach (var member in MembersOf(prices, "'prices'", ["section", "required"], orElse: "a list of plans or "))
        {
            if (member.Name == "section")
                section = TextOf(member.Value, "'section'") ?? section;
            else if (member.Name == "required")
                required = ReadPlans(member.Value);
        }

        _prices = new(section, required);
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
    private IEnumerable<JsonMember> MembersOf(JsonValue value, string what, string[] known, string orElse = "")
    {
        if (value.Kind != JsonKind.Object)
            Complain(value.Position, $"{what} must be {orElse}an object.");

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.Members)
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

    private void Complain(TextPosition position, string message) => _problems.Add(GateRules.InvalidPolicy.At(At(position), message));

    private FilePosition At(TextPosition position) => new(_file, position.Line, position.Column);
}
