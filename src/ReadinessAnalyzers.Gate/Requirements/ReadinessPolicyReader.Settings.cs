using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Configuration;

namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>
/// The member <c>settings</c>: a setting must be true, false, absent (null), one of some texts (a list) or of a kind (a text); an object says more.
/// </summary>
internal sealed partial class ReadinessPolicyReader
{
    private const int MostSettings = 500;
    private const int MostPatterns = 30;
    private const int LongestSetting = 200;

    private readonly List<SettingPolicy> _settings = [];

    private void ReadSettings(JsonValue settings)
    {
        if (settings.Kind != JsonKind.Object)
            Complain(settings.Position, "'settings' must be an object of settings and what they must be, such as { \"Auth:Disabled\": false, \"App:PublicUrl\": \"https\" }.");
        if (settings.Members.Count > MostSettings)
            Complain(settings.Members[MostSettings].NamePosition, $"'settings' has more than {MostSettings} entries; the rest was not read.");

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in settings.Members.Take(MostSettings))
        {
            if (string.IsNullOrWhiteSpace(entry.Name) || entry.Name.Length > LongestSetting)
                Complain(entry.NamePosition, $"A setting must have a name of at most {LongestSetting} characters, such as \"App:PublicUrl\".");
            else if (!seen.Add(SettingName.AsPath(entry.Name)))
                Complain(entry.NamePosition, $"'{entry.Name}' stands twice in 'settings'; keep one of the two.");
            else if (NamePattern.IsPattern(entry.Name) && _settings.Count(setting => NamePattern.IsPattern(setting.Name)) == MostPatterns)
                Complain(entry.NamePosition, $"'settings' has more than {MostPatterns} names with * or ?; write the others out.");
            else if (ReadSetting(entry) is { } setting)
                _settings.Add(setting);
        }
    }

    /// <summary>What entries say of others that are read later: both deferred and to be absent, or to be stood in for by none of them.</summary>
    private void RefuseContradictions()
    {
        foreach (var setting in _settings.Where(setting => setting.OrElse is { } other && !_settings.Any(named => SettingName.AreSame(named.Name, other))))
        {
            Complain(setting.Position, $"'{setting.Name}' is stood in for by '{setting.OrElse}', of which 'settings' does not say what it must be; add it.");
        }

        foreach (var setting in _settings.Where(setting => setting.Kind == SettingKind.AbsentName).ToArray())
        {
            if (_deferred.Any(deferred => SettingName.AreSame(deferred.Setting, setting.Name)))
            {
                Complain(setting.Position, $"'{setting.Name}' is deferred and must be absent; keep one of the two.");
                _settings.Remove(setting);
            }
        }
    }

    private SettingPolicy? ReadSetting(JsonMember entry)
    {
        var value = entry.Value;
        switch (value.Kind)
        {
            case JsonKind.True or JsonKind.False:
                return Setting(entry, "boolean", new BooleanDemand(value.Kind == JsonKind.True));
            case JsonKind.Null:
                return Setting(entry, SettingKind.AbsentName, new AbsentDemand());
            case JsonKind.Number:
                return Setting(entry, "text", new TextDemand([value.Text], []));
            case JsonKind.Array:
                var list = new SettingMembers([new(entry.Name, entry.NamePosition, value)], Complain);
                var texts = list.Texts(entry.Name);
                return list.AreValid ? Setting(entry, "text", new TextDemand(texts, [])) : null;
            case JsonKind.Object:
                return ReadLongForm(entry);
            default:
                return KindOf(value) is { } kind ? Setting(entry, kind.Name, kind.DemandsOf(SettingMembers.None)) : null;
        }
    }

    private SettingPolicy? ReadLongForm(JsonMember entry)
    {
        var problems = _problems.Count;
        var named = entry.Value.Members.FirstOrDefault(member => member.Name == "kind");
        var kind = named is null ? ImpliedKind(entry.Value) : KindOf(named.Value);
        if (kind is null)
            return null;

        // Without a kind, any member of any kind may be what was meant.
        string[] known = named is null && kind.Name == SettingKind.RequiredName
            ? [.. SettingKind.CommonMembers, .. SettingKind.All.Where(other => other.IsImplied).SelectMany(other => other.Members)]
            : [.. SettingKind.CommonMembers, .. kind.Members];
        var what = named is null ? $"'{entry.Name}'" : $"'{entry.Name}', a setting of kind '{kind.Name}',";
        var members = new SettingMembers([.. MembersOf(entry.Value, what, known)], Complain);
        Demand[] demands = [.. kind.DemandsOf(members), .. CommonDemands(entry, members)];
        var isOptional = members.Flag("optional") == true;
        if (isOptional && kind.Name is SettingKind.AbsentName)
            members.Refuse("optional", "What must be absent cannot be optional.");
        var requirement = RequirementOf(members);
        var orElse = members.Setting("orElse");
        if (orElse is not null && (isOptional || SettingName.AreSame(orElse, entry.Name)))
            members.Refuse("orElse", isOptional ? "What is optional needs no other setting to stand in for it; keep one of the two." : $"'{entry.Name}' cannot stand in for itself; name another setting.");
        return _problems.Count > problems ? null : Setting(entry, kind.Name, demands, isOptional) with { OrElse = orElse, Requirements = requirement is null ? [] : [requirement] };
    }

    private static IEnumerable<Demand> CommonDemands(JsonMember entry, SettingMembers members)
    {
        if (members.Flag("shipped") is { } isShipped)
        {
            if (isShipped)
                members.Refuse("shipped", "'shipped' can only be false: the setting may not come from a file that is published with the app.");
            yield return new NotShippedDemand();
        }

        var same = members.Setting("sameAs");
        var others = members.Texts("differsFrom").Select(SettingName.AsPath).ToArray();
        if (same is not null)
            yield return new SameAsDemand(same);
        if (others.Length > 0)
            yield return new DiffersFromDemand(others);

        if (same is not null && SettingName.AreSame(same, entry.Name))
            members.Refuse("sameAs", $"'{entry.Name}' is always the same as itself; name another setting.");
        if (others.Any(other => SettingName.AreSame(other, entry.Name)))
            members.Refuse("differsFrom", $"'{entry.Name}' cannot differ from itself; name another setting.");
        else if (same is not null && others.Any(other => SettingName.AreSame(other, same)))
            members.Refuse("differsFrom", $"'{entry.Name}' cannot be the same as '{same}' and differ from it.");
    }

    private SettingPolicy Setting(JsonMember entry, string kind, params Demand[] demands) => Setting(entry, kind, demands, isOptional: false);

    // What must be off or absent is so when nobody sets it, and a pattern names nothing that could be missing.
    private SettingPolicy Setting(JsonMember entry, string kind, Demand[] demands, bool isOptional)
    {
        var isNothing = demands.Any(demand => demand is AbsentDemand or BooleanDemand { Value: false });
        return new(SettingName.AsPath(entry.Name), kind, At(entry.NamePosition), !isOptional && !isNothing && !NamePattern.IsPattern(entry.Name), demands);
    }

    /// <summary>The requirement of the checklist that the setting answers under a name of the team's own.</summary>
    private static string? RequirementOf(SettingMembers members)
    {
        if (members.Text("for") is not { } id)
            return null;
        if (Catalogue.Instance.Find(id) is null)
            members.Refuse("for", $"There is no requirement '{id}'; {NearestName.Advice(id, Catalogue.Instance.Ids)}");
        return id;
    }

    private SettingKind? KindOf(JsonValue value)
    {
        if (TextOf(value, "The kind of a setting") is not { } name)
            return null;
        if (SettingKind.Named(name) is { } kind)
            return kind;

        Complain(value.Position, $"There is no kind of setting '{name}'; {NearestName.Advice(name, SettingKind.Names)} A text that the setting must hold is written [\"…\"].");
        return null;
    }

    private static SettingKind ImpliedKind(JsonValue value) =>
        value.Members
            .Select(member => SettingKind.All.FirstOrDefault(kind => kind.IsImplied && kind.Members.Contains(member.Name)))
            .FirstOrDefault(kind => kind is not null)
        ?? SettingKind.All[0];
}
