using System.Collections.Immutable;

namespace ReadinessAnalyzers.Flow.Origins;

/// <summary>
/// Every place that a value may come from, each once, in the order in which they were found. Empty if no value arrives at all, as for
/// <c>throw</c>.
/// </summary>
internal sealed class OriginSet
{
    private OriginSet(ImmutableArray<Origin> origins) => All = origins;

    public static OriginSet Nothing { get; } = new([]);

    public static OriginSet Unknown { get; } = new([new Origin.Unknown()]);

    public static OriginSet GaveUp { get; } = new([new Origin.Unknown(GaveUp: true)]);

    public ImmutableArray<Origin> All { get; }

    public bool IsNothing => All.IsEmpty;

    public IEnumerable<Origin.Constant> Constants => All.OfType<Origin.Constant>();

    public IEnumerable<Origin.Setting> Settings => All.OfType<Origin.Setting>();

    public IEnumerable<string> Sections => All.OfType<Origin.Section>().Select(section => section.Path);

    public IEnumerable<Origin.OptionsProperty> OptionsProperties => All.OfType<Origin.OptionsProperty>();

    public IEnumerable<Origin.Pick> Picks => All.OfType<Origin.Pick>();

    public IEnumerable<string> Names => All.OfType<Origin.SettingName>().Select(name => name.Text);

    public bool HasUnknown => All.Any(origin => origin is Origin.Unknown);

    public bool HasGivenUp => All.Contains(new Origin.Unknown(GaveUp: true));

    /// <summary>True if an empty string is among the origins.</summary>
    public bool HasEmpty => Constants.Any(constant => constant.Kind == ConstantKind.Empty);

    /// <summary>The same where the code has made sure that the value is not empty.</summary>
    public OriginSet WithoutEmpty() =>
        HasEmpty ? new([.. All.Where(origin => origin is not Origin.Constant { Kind: ConstantKind.Empty })]) : this;

    public static OriginSet Of(params IEnumerable<Origin> origins) => new([.. origins.Distinct()]);

    /// <summary>The value comes from all of these, which have nothing to do with each other: two callers, two assignments.</summary>
    public static OriginSet Union(IEnumerable<OriginSet> sets) => Of(sets.SelectMany(set => set.All));

    /// <summary>
    /// The code takes one of these or another, as in <c>??</c>, <c>?:</c> and two branches that meet: each may stand in for the others.
    /// </summary>
    public static OriginSet Choice(IEnumerable<OriginSet> alternatives)
    {
        var sets = alternatives.ToList();
        return Of(sets.SelectMany(set => set.All.Select(origin => origin is Origin.Setting setting
            ? setting with { Fallback = WithStandIns(setting, sets.Where(other => other != set).SelectMany(other => other.All)) }
            : origin)));
    }

    private static string WithStandIns(Origin.Setting setting, IEnumerable<Origin> standIns)
    {
        var fallback = setting.Fallback;
        foreach (var standIn in standIns)
        {
            switch (standIn)
            {
                case Origin.Setting other when other.IsSameAs(setting):
                case Origin.Constant { Kind: ConstantKind.Null }:
                    break;
                case Origin.Setting:
                    fallback = fallback == SettingFact.Fallbacks.Other ? fallback : SettingFact.Fallbacks.Setting;
                    break;
                case Origin.Constant { Kind: ConstantKind.Empty }:
                    if (fallback == SettingFact.Fallbacks.None)
                        fallback = SettingFact.Fallbacks.Empty;
                    break;
                default:
                    return SettingFact.Fallbacks.Other;
            }
        }
        return fallback;
    }
}
