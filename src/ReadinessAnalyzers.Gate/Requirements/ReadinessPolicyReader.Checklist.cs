using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Checklist;

namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>The members <c>profile</c>, <c>features</c>, <c>requirements</c> and <c>people</c>: which part of the checklist is asked for.</summary>
internal sealed partial class ReadinessPolicyReader
{
    private const string Skip = "skip:";
    private const int MostEntries = 500;
    private const int LongestName = 200;

    private readonly Dictionary<string, SkippedRequirement> _skipped = new(StringComparer.Ordinal);
    private readonly List<string> _features = [];
    private Dictionary<string, IReadOnlyList<string>>? _people;
    private Profile? _profile;
    private FilePosition? _profilePosition;

    private ChecklistPolicy? Checklist => _profile is null
        ? null
        : new(_profile, _profilePosition!) { Features = _features, Skipped = _skipped, People = _people };

    private void ReadChecklistProfile(JsonValue profile)
    {
        if (TextOf(profile, "'profile'") is not { } name)
            return;

        (_profile, _profilePosition) = (Catalogue.Instance.FindProfile(name), At(profile.Position));
        if (_profile is null)
            Complain(profile.Position, $"There is no profile '{name}'; {NearestName.Advice(name, ProfileNames)}");
    }

    private static string[] ProfileNames =>
        [.. Catalogue.Instance.Profiles.Select(profile => profile.Name), .. Catalogue.Instance.Profiles.Select(profile => profile.Alias).Where(alias => alias.Length > 0)];

    private void ReadFeatures(JsonValue features)
    {
        foreach (var feature in Few(ReadNames(features, "'features'", "A feature", "tax"), "'features'", feature => feature.Position).Where(feature => IsShort(feature.Text, feature.Position)))
        {
            if (!Catalogue.Instance.Features.ContainsKey(feature.Text))
                Complain(feature.Position, $"There is no feature '{feature.Text}'; {NearestName.Advice(feature.Text, [.. Catalogue.Instance.Features.Keys])}");
            else if (_features.Contains(feature.Text))
                Complain(feature.Position, $"'{feature.Text}' stands twice in 'features'; keep one of the two.");
            else
                _features.Add(feature.Text);
        }
    }

    private void ReadRequirements(JsonValue requirements)
    {
        if (requirements.Kind != JsonKind.Object)
            Complain(requirements.Position, "'requirements' must be an object of ids and reasons, such as { \"QA-06\": \"skip: no cards\" }.");

        foreach (var entry in EntriesOf(requirements, "'requirements'"))
        {
            if (Catalogue.Instance.Find(entry.Name) is not { } requirement)
                Complain(entry.NamePosition, $"There is no requirement '{entry.Name}'; {NearestName.Advice(entry.Name, Catalogue.Instance.Ids)}");
            else if (_skipped.ContainsKey(entry.Name))
                Complain(entry.NamePosition, $"'{entry.Name}' stands twice in 'requirements'; keep one of the two.");
            else if (TextOf(entry.Value, $"What to do with {entry.Name}") is { } text)
                ReadSkip(requirement, text, entry);
        }
    }

    private void ReadSkip(Requirement requirement, string text, JsonMember entry)
    {
        var reason = text.StartsWith(Skip, StringComparison.Ordinal) ? text.Substring(Skip.Length).Trim() : "";
        if (reason.Length == 0)
            Complain(entry.Value.Position, $"{requirement.Id} can only be left out with a reason, such as \"skip: no cards\".");
        else if (!requirement.IsWaivable)
            Complain(entry.NamePosition, $"{requirement.Id} ({requirement.Title}) holds for every app and cannot be left out.");
        else
            _skipped[requirement.Id] = new(reason, At(entry.NamePosition));
    }

    private void ReadPeople(JsonValue people)
    {
        if (people.Kind != JsonKind.Object)
        {
            Complain(people.Position, "'people' must be an object of names and roles, such as { \"Ana\": [\"engineering\"] }.");
            return;
        }

        _people = new(StringComparer.Ordinal);
        foreach (var person in EntriesOf(people, "'people'"))
        {
            var what = $"The roles of '{person.Name}'";
            var roles = Few(ReadNames(person.Value, what, "A role", "engineering"), what, role => role.Position).Where(role => IsShort(role.Text, role.Position)).ToArray();
            foreach (var role in roles.Where(role => !SignOffTerms.Roles.Contains(role.Text)))
                Complain(role.Position, $"There is no role '{role.Text}'; {NearestName.Advice(role.Text, SignOffTerms.Roles)}");
            if (_people.ContainsKey(person.Name))
                Complain(person.NamePosition, $"'{person.Name}' stands twice in 'people'; keep one of the two.");
            else
                _people.Add(person.Name, [.. roles.Select(role => role.Text)]);
        }
    }

    private IEnumerable<JsonMember> EntriesOf(JsonValue value, string what) =>
        Few(value.Members, what, entry => entry.NamePosition).Where(entry => IsShort(entry.Name, entry.NamePosition));

    /// <summary>As many of the entries as anybody writes by hand.</summary>
    private IEnumerable<T> Few<T>(IReadOnlyList<T> entries, string what, Func<T, TextPosition> positionOf)
    {
        if (entries.Count > MostEntries)
            Complain(positionOf(entries[MostEntries]), $"{what} has more than {MostEntries} entries; the rest was not read.");
        return entries.Take(MostEntries);
    }

    private bool IsShort(string name, TextPosition position)
    {
        if (name.Length > LongestName)
            Complain(position, $"A name is longer than {LongestName} characters.");
        return name.Length <= LongestName;
    }

    private void RefuseWithoutProfile(JsonValue policy)
    {
        if (policy.Members.Any(member => member.Name == "profile"))
            return;
        foreach (var member in policy.Members.Where(member => member.Name is "features" or "requirements" or "people"))
            Complain(member.NamePosition, $"'{member.Name}' speaks of a profile's requirements, and there is no 'profile'.");
    }
}
