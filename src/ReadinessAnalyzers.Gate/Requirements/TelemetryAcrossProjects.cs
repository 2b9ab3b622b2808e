using ReadinessAnalyzers.Gate.CompileLogs;

namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>
/// Puts together what no single project knows: one makes a meter, another records to its instruments, a third registers it. The parts of all
/// projects go in; whatever nobody can see in them counts as registered and exported.
/// </summary>
internal sealed class TelemetryAcrossProjects
{
    private readonly TelemetryPart[] _parts;
    private readonly HashSet<string> _usedMembers;
    private readonly IReadOnlyList<string> _registeredElsewhere;
    private readonly bool _enablesMetricsBySettings;

    public TelemetryAcrossProjects(GateInput input)
    {
        _parts = [.. input.Logs.SelectMany(log => log.Telemetry).Distinct().OrderBy(part => part.Position)];
        _usedMembers = new(Of(TelemetryFact.Kinds.Use).SelectMany(part => part.Members), StringComparer.Ordinal);
        _registeredElsewhere = input.Policy.Telemetry?.Registered ?? [];
        // "Metrics": { "EnabledMetrics": … }, which the host hands to every listener, OpenTelemetry's too
        _enablesMetricsBySettings = input.Configuration.Values.Any(value =>
            value.Key.StartsWith("Metrics:", StringComparison.OrdinalIgnoreCase) && value.Key.IndexOf("EnabledMetrics:", StringComparison.OrdinalIgnoreCase) > 0);
        var own = new HashSet<string?>(input.Logs.Select(log => log.Assembly), StringComparer.OrdinalIgnoreCase);
        IsOutOfSight = Of(TelemetryFact.Kinds.Collector).Any(part => !own.Contains(part.Name));
    }

    /// <summary>Whether an assembly without a log may register and export what it likes.</summary>
    public bool IsOutOfSight { get; }

    /// <summary>Meters, activity sources and instruments, by position.</summary>
    public IEnumerable<TelemetryPart> Made => _parts.Where(part => IsMade(part) || part.Kind == TelemetryFact.Kinds.Instrument);

    /// <summary>The parts of that kind, by position.</summary>
    public IEnumerable<TelemetryPart> Of(string kind) => _parts.Where(part => part.Kind == kind);

    public bool IsUsed(TelemetryPart made) => made.Use != TelemetryFact.Uses.No || made.Members.Any(_usedMembers.Contains);

    /// <summary>What it is, in a word, for the reports.</summary>
    public static string KindOf(TelemetryPart made) => made.Kind switch
    {
        TelemetryFact.Kinds.Meter => "Meter",
        TelemetryFact.Kinds.ActivitySource => "ActivitySource",
        _ => made.Type.Length > 0 ? made.Type : "Instrument",
    };

    /// <summary>In a word, for the reports.</summary>
    public string StateOf(TelemetryPart made) => made.Kind switch
    {
        TelemetryFact.Kinds.Instrument => made.Use == TelemetryFact.Uses.Unknown ? "handed on" : IsUsed(made) ? "recorded" : "never recorded",
        _ when !IsUsed(made) => "not used",
        _ when NamePattern.IsPattern(made.Name) => "name not known",
        TelemetryFact.Kinds.Meter => IsRegistered(made, TelemetryFact.Signals.Metrics) ? "registered" : IsOutOfSight ? "not known" : "not registered",
        _ => IsRegistered(made, TelemetryFact.Signals.Traces) ? "registered" : IsOutOfSight ? "not known" : "not registered",
    };

    /// <summary>Whether a registration may be for <paramref name="made"/>.</summary>
    public bool IsRegistered(TelemetryPart made, string signal) =>
        IsRegisteredElsewhere(made.Name)
        || (signal == TelemetryFact.Signals.Metrics && _enablesMetricsBySettings)
        || Registrations(signal).Any(registration => MayBeFor(registration, made));

    /// <summary>Whether readiness.json says that something outside of the code listens to <paramref name="name"/>.</summary>
    public bool IsRegisteredElsewhere(string name) => _registeredElsewhere.Any(pattern => NamePattern.Matches(pattern, name));

    /// <summary>The names that are registered, written out.</summary>
    public IEnumerable<string> RegisteredNames(string signal) => Registrations(signal).Select(part => part.Name).Where(name => !NamePattern.IsPattern(name)).Distinct();

    /// <summary>Whether any code sets up that signal.</summary>
    public bool IsSetUp(string signal) => Registrations(signal).Any() || IsExported(signal);

    /// <summary>Whether any code exports that signal.</summary>
    public bool IsExported(string signal) =>
        Of(TelemetryFact.Kinds.Exporter).Any(part => part.Signal == signal || part.Signal == TelemetryFact.Signals.All);

    private IEnumerable<TelemetryPart> Registrations(string signal) => Of(TelemetryFact.Kinds.Registration).Where(part => part.Signal == signal);

    // A member that a registration names says what it registers if anything that is made is kept in it; else that may be anything.
    private bool MayBeFor(TelemetryPart registration, TelemetryPart made)
    {
        var kept = registration.MemberList.Length == 0 ? [] : _parts.Where(part => IsMade(part) && part.Members.Intersect(registration.Members).Any()).ToArray();
        return kept.Length == 0 ? NamePattern.Matches(registration.Name, made.Name) : kept.Any(part => NamePattern.Matches(part.Name, made.Name));
    }

    private static bool IsMade(TelemetryPart part) => part.Kind is TelemetryFact.Kinds.Meter or TelemetryFact.Kinds.ActivitySource;
}
