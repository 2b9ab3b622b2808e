using System.Globalization;

namespace ReadinessAnalyzers.Checklist;

/// <summary>
/// The go-live checklist as data: catalogue.json, which this assembly carries, read once when somebody asks. It merges five public
/// checklists; docs/checklist.md shows it.
/// </summary>
internal sealed class Catalogue
{
    public const string ResourceName = "catalogue.json";

    private static readonly Lazy<Catalogue> Carried = new(() => new Catalogue(JsonValue.Parse(ReadResource())));

    private readonly Dictionary<string, Requirement> _byId;

    private Catalogue(JsonValue json)
    {
        var sections = Members(json, "sections").ToDictionary(section => section.Name, section => section.Value.Text);
        Features = Members(json, "features").ToDictionary(feature => feature.Name, feature => feature.Value.Text);
        Aliases = Members(json, "aliases").ToDictionary(setting => setting.Name, setting => TextsIn(setting.Value));
        Requirements = [.. Items(json, "requirements").Select(requirement => ReadRequirement(requirement, sections))];
        Profiles = [.. Items(json, "profiles").Select(ReadProfile)];
        _byId = Requirements.ToDictionary(requirement => requirement.Id, StringComparer.Ordinal);
    }

    public static Catalogue Instance => Carried.Value;

    /// <summary>All requirements, section by section.</summary>
    public IReadOnlyList<Requirement> Requirements { get; }

    public IReadOnlyList<Profile> Profiles { get; }

    /// <summary>What an app may have, by the name that readiness.json uses, each with a title.</summary>
    public IReadOnlyDictionary<string, string> Features { get; }

    /// <summary>Other names under which apps keep a setting that a requirement names.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Aliases { get; }

    /// <summary>Every id, for somebody who looks for the nearest.</summary>
    public IReadOnlyList<string> Ids => [.. Requirements.Select(requirement => requirement.Id)];

    /// <summary>The requirement of that id; null if there is none.</summary>
    public Requirement? Find(string id) => _byId.TryGetValue(id, out var requirement) ? requirement : null;

    /// <summary>The profile of that name or short name; null if there is none.</summary>
    public Profile? FindProfile(string name) => Profiles.FirstOrDefault(profile => profile.Name == name || profile.Alias == name);

    private static string ReadResource()
    {
        using var stream = typeof(Catalogue).Assembly.GetManifestResourceStream(ResourceName)!;
        return new StreamReader(stream).ReadToEnd();
    }

    private static Requirement ReadRequirement(JsonValue json, Dictionary<string, string> sections)
    {
        var id = Text(json, "id");
        return new(id, sections[id.Split('-')[0]], Text(json, "title"))
        {
            Feature = Member(json, "feature")?.Text,
            Rules = Texts(json, "rules"),
            Credential = Member(json, "credential")?.Text,
            Asks = Member(json, "asks"),
            SignOff = Member(json, "signOff") is { } terms ? ReadTerms(terms) : null,
            IsDecidedByTests = IsTrue(json, "tests"),
            IsSum = IsTrue(json, "sum"),
            IsPlanned = IsTrue(json, "planned"),
            IsBlocking = Member(json, "blocking")?.Kind != JsonKind.False,
            IsWaivable = Member(json, "waivable")?.Kind != JsonKind.False,
        };
    }

    private static SignOffTerms ReadTerms(JsonValue json) => new()
    {
        AfterDays = Number(json, "after"),
        HoldsDays = Number(json, "days"),
        Role = Member(json, "role")?.Text,
        Evidence = Texts(json, "evidence"),
        Export = Member(json, "export")?.Text,
        Judges = Texts(json, "judges"),
        Settings = Texts(json, "settings"),
    };

    private static Profile ReadProfile(JsonValue json)
    {
        ChecklistItem[] items =
            [.. Items(json, "items").Select(item => new ChecklistItem(Text(item, "item"), Text(item, "section"), Text(item, "title"), Texts(item, "requirements")))];
        var requirements = items.SelectMany(item => item.Requirements).Concat(Texts(json, "requirements")).Distinct(StringComparer.Ordinal);
        return new(Text(json, "name"), Text(json, "title"), [.. requirements])
        {
            Alias = Member(json, "alias")?.Text ?? "",
            Items = items,
            Prices = Texts(json, "prices"),
            Events = Texts(json, "events"),
            Instruments = Texts(json, "instruments"),
        };
    }

    private static JsonValue? Member(JsonValue json, string name) => json.Members.FirstOrDefault(member => member.Name == name)?.Value;

    private static IReadOnlyList<JsonMember> Members(JsonValue json, string name) => Member(json, name)?.Members ?? [];

    private static IReadOnlyList<JsonValue> Items(JsonValue json, string name) => Member(json, name)?.Items ?? [];

    private static string Text(JsonValue json, string name) => Member(json, name)!.Text;

    private static IReadOnlyList<string> Texts(JsonValue json, string name) => Member(json, name) is { } list ? TextsIn(list) : [];

    private static IReadOnlyList<string> TextsIn(JsonValue list) => [.. list.Items.Select(item => item.Text)];

    private static int? Number(JsonValue json, string name) =>
        Member(json, name) is { } number ? int.Parse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    private static bool IsTrue(JsonValue json, string name) => Member(json, name)?.Kind == JsonKind.True;
}
