using ReadinessAnalyzers.Gate.Configuration;

namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>
/// An entry of the member <c>settings</c>: what production must hold for one setting, or for each that matches when the name has a <c>*</c>.
/// </summary>
/// <param name="Name">As a configuration path, such as <c>Auth:Disabled</c>.</param>
/// <param name="Kind">What readiness.json calls the kind of setting.</param>
/// <param name="Position">Where readiness.json names the setting.</param>
/// <param name="IsRequired">Whether the setting must have a value.</param>
/// <param name="Demands">All that its value must be.</param>
internal sealed record SettingPolicy(string Name, string Kind, FilePosition Position, bool IsRequired, IReadOnlyList<Demand> Demands)
{
    private const int MostMatches = 500;
    private const int LongestMatch = 500;

    /// <summary>The ids of the checklist's requirements that it answers.</summary>
    public IReadOnlyList<string> Requirements { get; init; } = [];

    public bool Answers(string requirement) => Requirements.Contains(requirement);

    /// <summary>The setting that may stand in for it; null if none may.</summary>
    public string? OrElse { get; init; }

    /// <summary>The setting itself; for a pattern each setting that exists and matches.</summary>
    public IEnumerable<string> NamesIn(EffectiveConfiguration configuration) => NamePattern.IsPattern(Name)
        ? configuration.Values.Select(value => value.Key).Where(key => key.Length <= LongestMatch && NamePattern.Matches(Name, key)).Take(MostMatches)
        : [Name];
}

/// <summary>One thing that a setting must be. Each kind has a check of its own; what stands here may be shown.</summary>
internal abstract record Demand;

/// <summary>No value at all.</summary>
internal sealed record AbsentDemand : Demand;

/// <summary>True or false in any spelling; null: whichever.</summary>
internal sealed record BooleanDemand(bool? Value) : Demand;

/// <summary>A text that matches one of the first, if there are any, and none of the second.</summary>
internal sealed record TextDemand(IReadOnlyList<string> OneOf, IReadOnlyList<string> Not) : Demand;

/// <summary>A whole number within limits; two of them are the numbers of other settings.</summary>
internal sealed record IntegerDemand(long? Min, long? Max, string? GreaterThan, string? LessThan) : Demand;

/// <summary>A list with all of these items, and no others if that is the whole list.</summary>
internal sealed record ListDemand(IReadOnlyList<string> Items, bool IsWhole) : Demand;

/// <summary>Addresses that the world can reach, at one of these hosts if there are any.</summary>
internal sealed record AddressDemand(bool IsSecure, IReadOnlyList<string> Hosts, string? Path, string? SameHostAs) : Demand;

/// <summary>The host names that the app answers to, written out.</summary>
internal sealed record HostsDemand : Demand;

/// <summary>A day at most so long ago, or one that is still to come.</summary>
internal sealed record DateDemand(int MaxAgeDays, bool IsFuture) : Demand;

/// <summary>A connection string; see docs/rules/RDY8015.md.</summary>
/// <param name="Server">The kind of server.</param>
/// <param name="Local">The reason for a server on the same machine, such as a proxy; null if there must be none.</param>
/// <param name="MaxPoolSize">The string must limit the pool to this or less; null: it need not.</param>
/// <param name="Pooler">Whether something else pools the connections.</param>
/// <param name="UserDiffersFrom">The connection string of another user, such as that for migrations.</param>
internal sealed record ConnectionDemand(ConnectionKind Server, string? Local, long? MaxPoolSize, bool Pooler, string? UserDiffersFrom) : Demand;

/// <summary>A text that nobody can guess, of at least so many bytes, and no other setting's.</summary>
internal sealed record SecretDemand(int MinLength) : Demand;

/// <summary>Set by the host, not by a file that is published with the app.</summary>
internal sealed record NotShippedDemand : Demand;

/// <summary>The same value as another setting.</summary>
internal sealed record SameAsDemand(string Setting) : Demand;

/// <summary>Another value than each of these settings.</summary>
internal sealed record DiffersFromDemand(IReadOnlyList<string> Settings) : Demand;

/// <summary>A Stripe credential; <paramref name="Role"/> is one of <see cref="SettingFact.Roles"/>.</summary>
internal sealed record CredentialDemand(string Role, bool IsRestricted) : Demand;

/// <summary>Webhook secrets, of which one may be on its way out until the day that the setting <paramref name="RetireOn"/> holds.</summary>
internal sealed record WebhookSecretsDemand(string? RetireOn) : Demand;

/// <summary>The mode in which the app talks to Stripe.</summary>
internal sealed record ModeDemand : Demand;

/// <summary>Mail addresses, one at least.</summary>
internal sealed record MailAddressesDemand : Demand;

/// <summary>A domain whose mail addresses are the team's own.</summary>
internal sealed record MailDomainDemand : Demand;

/// <summary>The types of Stripe events that the code handles.</summary>
internal sealed record HandledEventsDemand : Demand;

/// <summary>Whose connection string it is.</summary>
internal enum ConnectionKind
{
    SqlServer,
    Postgres,
    MySql,
    Redis,
}
