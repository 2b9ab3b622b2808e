namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>A kind of setting that readiness.json may ask for: its name there, its members, and what they demand.</summary>
internal sealed class SettingKind
{
    public const string RequiredName = "required";
    public const string AbsentName = "absent";

    private const int UsualAgeDays = 90;
    private const int UsualSecretLength = 32;

    /// <summary>What an entry of each kind may have.</summary>
    public static readonly IReadOnlyList<string> CommonMembers = ["kind", "optional", "orElse", "shipped", "sameAs", "differsFrom", "for"];

    public static readonly IReadOnlyList<SettingKind> All =
    [
        new(RequiredName, _ => []),
        new(AbsentName, _ => [new AbsentDemand()]),
        new("boolean", members => [new BooleanDemand(members.Flag("value"))], "value") { IsImplied = true },
        new("text", Text, "oneOf", "not") { IsImplied = true },
        new("integer", Integer, "min", "max", "greaterThan", "lessThan") { IsImplied = true },
        new("list", List, "contains", "equals") { IsImplied = true },
        new("https", members => [Address(members, isSecure: true)], "host", "path", "sameHostAs") { IsImplied = true },
        new("url", members => [Address(members, isSecure: false)], "host", "path", "sameHostAs"),
        new("hosts", _ => [new HostsDemand()]),
        new("date", Date, "maxAgeDays", "future") { IsImplied = true },
        new("sqlServer", members => [Connection(members, ConnectionKind.SqlServer)], "local", "maxPoolSize", "pooler", "userDiffersFrom"),
        new("postgres", members => [Connection(members, ConnectionKind.Postgres)], "local", "maxPoolSize", "pooler", "userDiffersFrom"),
        new("mySql", members => [Connection(members, ConnectionKind.MySql)], "local", "maxPoolSize", "pooler", "userDiffersFrom"),
        new("redis", members => [Connection(members, ConnectionKind.Redis)], "local"),
        new("secret", members => [new SecretDemand(members.Count("minLength", UsualSecretLength)), new NotShippedDemand()], "minLength") { IsImplied = true },
        new("stripeSecretKey", _ => [new CredentialDemand(SettingFact.Roles.SecretKey, IsRestricted: false)]),
        new("stripeRestrictedKey", _ => [new CredentialDemand(SettingFact.Roles.SecretKey, IsRestricted: true)]),
        new("stripePublishableKey", _ => [new CredentialDemand(SettingFact.Roles.PublishableKey, IsRestricted: false)]),
        new("stripeWebhookSecret", _ => [new CredentialDemand(SettingFact.Roles.WebhookSecret, IsRestricted: false)]),
        new("stripeWebhookSecrets", members => [new WebhookSecretsDemand(members.Setting("retireOn"))], "retireOn"),
        new("stripeMode", _ => [new ModeDemand()]),
        new("stripePrice", _ => [new TextDemand(["price_?*", "plan_?*"], [])]),
        new("stripePortalConfiguration", _ => [new TextDemand(["bpc_?*"], [])]),
        new("handledEvents", _ => [new HandledEventsDemand()]),
        new("emails", _ => [new MailAddressesDemand()]),
        new("mailDomain", _ => [new MailDomainDemand()]),
    ];

    public static readonly IReadOnlyList<string> Names = [.. All.Select(kind => kind.Name)];

    private SettingKind(string name, Func<SettingMembers, Demand[]> demands, params string[] members)
    {
        Name = name;
        Members = members;
        DemandsOf = demands;
    }

    public string Name { get; }

    /// <summary>Beside the <see cref="CommonMembers"/>.</summary>
    public IReadOnlyList<string> Members { get; }

    /// <summary>Whether a member of it says which kind is meant.</summary>
    public bool IsImplied { get; private init; }

    public Func<SettingMembers, Demand[]> DemandsOf { get; }

    public static SettingKind? Named(string name) => All.FirstOrDefault(kind => kind.Name == name);

    private static Demand[] Text(SettingMembers members)
    {
        var (oneOf, not) = (members.Texts("oneOf"), members.Texts("not"));
        if (oneOf.Any(wanted => not.Any(unwanted => NamePattern.Matches(unwanted, wanted))))
            members.Refuse("not", "'not' refuses what 'oneOf' asks for.");
        return [new TextDemand(oneOf, not)];
    }

    private static Demand[] Integer(SettingMembers members)
    {
        var (min, max) = (members.Integer("min"), members.Integer("max"));
        if (min > max)
            members.Refuse("max", "'max' is less than 'min', so no number would do.");
        return [new IntegerDemand(min, max, members.Setting("greaterThan"), members.Setting("lessThan"))];
    }

    private static Demand[] List(SettingMembers members)
    {
        if (members.Has("contains") && members.Has("equals"))
            members.Refuse("equals", "'equals' is the whole list and 'contains' a part of it; keep one of the two.");
        return [new ListDemand([.. members.Texts("contains"), .. members.Texts("equals")], members.Has("equals"))];
    }

    private static AddressDemand Address(SettingMembers members, bool isSecure)
    {
        var path = members.Text("path");
        if (path?.StartsWith("/", StringComparison.Ordinal) == false)
            members.Refuse("path", "'path' must begin with a slash, such as \"/stripe/webhook\".");
        if (members.Has("host") && members.Has("sameHostAs"))
            members.Refuse("sameHostAs", "'host' and 'sameHostAs' both say which host; keep one of the two.");
        return new(isSecure, members.Texts("host"), path, members.Setting("sameHostAs"));
    }

    private static Demand[] Date(SettingMembers members)
    {
        var isFuture = members.Flag("future") == true;
        if (isFuture && members.Has("maxAgeDays"))
            members.Refuse("future", "A day that is still to come has no age; keep one of 'maxAgeDays' and 'future'.");
        return [new DateDemand(members.Count("maxAgeDays", UsualAgeDays), isFuture)];
    }

    private static ConnectionDemand Connection(SettingMembers members, ConnectionKind server)
    {
        var pooler = members.Flag("pooler") == true;
        if (pooler && members.Has("maxPoolSize"))
            members.Refuse("maxPoolSize", "With a 'pooler' the pool is not the connection string's; keep one of the two.");
        var size = members.Has("maxPoolSize") ? members.Count("maxPoolSize", 1) : (int?)null;
        return new(server, members.Text("local"), size, pooler, members.Setting("userDiffersFrom"));
    }
}
