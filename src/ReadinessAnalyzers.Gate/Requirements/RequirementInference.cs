using ReadinessAnalyzers.Gate.CompileLogs;
using ReadinessAnalyzers.Gate.Configuration;

namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>
/// Asks for exactly the settings that the code reads: the facts of all projects go in, one requirement for each setting comes out,
/// by name. A setting that is absent and that the code can do without is not among them.
/// </summary>
internal static class RequirementInference
{
    public static IReadOnlyList<RequiredSetting> Infer(
        IReadOnlyCollection<CompileLog> logs, EffectiveConfiguration configuration, ReadinessPolicy policy)
    {
        var read = logs.SelectMany(log => log.SettingUses).Concat(OptionsAcrossProjects.SettingUses(logs)).Distinct().ToArray(); // a file that two projects compile
        RequiredSetting[] settings =
        [.. (policy.Settings.Count == 0 ? read : read.Concat(UsesOf(policy, read)))
            .GroupBy(use => new { use.Source, Path = SettingName.AsPath(use.Setting).ToUpperInvariant() })
            .Select(uses => Judge([.. uses.OrderBy(use => use.Position)], configuration, policy))
            .OfType<RequiredSetting>()
            .OrderBy(setting => setting.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(setting => setting.Source, StringComparer.Ordinal)];
        return [.. settings.Where(setting => !IsStoodInFor(setting, settings, policy)).Select(setting => OrUnseen(setting, configuration))];
    }

    /// <summary>What readiness.json asks for, as if it read the settings itself: in the way in which the code does, if that is known.</summary>
    private static IEnumerable<SettingUse> UsesOf(ReadinessPolicy policy, SettingUse[] read) =>
        from setting in policy.Settings
        where setting.Kind != SettingKind.AbsentName && !NamePattern.IsPattern(setting.Name)
        let known = read.Where(use => SettingName.AreSame(use.Setting, setting.Name)).ToArray()
        let like = known.FirstOrDefault(use => use.Source == SettingFact.Sources.Configuration) ?? known.FirstOrDefault()
        let role = setting.Demands.OfType<CredentialDemand>().FirstOrDefault()?.Role ?? setting.Kind
        let others = AlternativesTo(setting, policy)
        let fallback = !setting.IsRequired ? SettingFact.Fallbacks.Other : others.Length > 0 ? SettingFact.Fallbacks.Setting : SettingFact.Fallbacks.None
        select new SettingUse(like?.Setting ?? setting.Name, role, like?.Source ?? SettingFact.Sources.Configuration, fallback, setting.Position) { Alternatives = string.Join("|", others) };

    // Of two settings one says so for both.
    private static string[] AlternativesTo(SettingPolicy setting, ReadinessPolicy policy) =>
    [
        .. setting.OrElse is { } own ? [own] : Array.Empty<string>(),
        .. policy.Settings.Where(other => other.OrElse is { } stoodInFor && SettingName.AreSame(stoodInFor, setting.Name)).Select(other => other.Name),
    ];

    /// <summary>Of settings that stand in for each other, one is enough.</summary>
    private static bool IsStoodInFor(RequiredSetting setting, RequiredSetting[] all, ReadinessPolicy policy) =>
        setting.Outcome == SettingOutcome.Missing
        && Deciding(setting.Uses, policy).All(use => use.Fallback == SettingFact.Fallbacks.Setting && use.Alternatives.Split('|').Any(alternative =>
            all.Any(other => other.Outcome != SettingOutcome.Missing && SettingName.AreSame(other.Name, alternative))));

    /// <summary>What is set nowhere may stand where nobody can look from here, in the secrets of a cluster for one.</summary>
    private static RequiredSetting OrUnseen(RequiredSetting setting, EffectiveConfiguration configuration) =>
        setting is { Outcome: SettingOutcome.Missing, Source: not SettingFact.Sources.AppSettings }
        && configuration.Unseen(setting.Name, isVariable: setting.Source == SettingFact.Sources.Environment) is { } value
            ? setting with { Outcome = SettingOutcome.Deferred, Value = value }
            : setting;

    private static RequiredSetting? Judge(SettingUse[] uses, EffectiveConfiguration configuration, ReadinessPolicy policy)
    {
        var (name, source) = (uses[0].Setting, uses[0].Source);
        var deferral = policy.DeferralOf(name);
        var value = ValueOf(name, source, configuration);
        if (value is null && uses.Any(use => use.Role is SettingFact.Roles.PriceMap or SettingKind.RequiredName))
            value = FirstBelow(name, configuration);
        if (value is null && policy.Settings.Count > 0 && uses.Any(use => use.Position.Path == policy.File)) // which may ask for a list
            value = configuration.ValuesOf(name).FirstOrDefault();
        if (value is { IsStandIn: true } && policy.Settings.Any(setting => SettingName.AreSame(setting.Name, name) && setting.Demands.Any(demand => demand is not CredentialDemand)))
            value = value with { Reference = "known by its fingerprint alone" };
        var isOptional = Deciding(uses, policy).All(use => use.Fallback == SettingFact.Fallbacks.Other)
            || policy.Settings.Any(setting => setting.Kind == SettingKind.AbsentName && SettingName.AreSame(setting.Name, name));

        return Outcome(value, deferral) switch
        {
            SettingOutcome.Missing when isOptional => null,
            var outcome => new(name, source, uses, outcome, value, deferral),
        };
    }

    /// <summary>Those uses that say whether the setting may be missing: the team's own entry knows better than its code, which a worker may share that never calls it.</summary>
    private static IEnumerable<SettingUse> Deciding(IReadOnlyList<SettingUse> uses, ReadinessPolicy policy) =>
        uses.Any(use => policy.IsOwn(use.Position)) ? uses.Where(use => use.Position.Path == policy.File) : uses;

    // Nothing that the gate reads says anything about app.config.
    private static ConfigurationValue? ValueOf(string name, string source, EffectiveConfiguration configuration)
    {
        var value = source switch
        {
            SettingFact.Sources.Configuration when configuration.TryGet(name, out var found) => found,
            SettingFact.Sources.Environment => configuration.Variable(name),
            _ => null,
        };
        return value is { IsMissing: false } ? value : null;
    }

    // A map of prices is there if it has an entry; which entries it needs, only readiness.json can tell.
    private static ConfigurationValue? FirstBelow(string section, EffectiveConfiguration configuration) => configuration.Values
        .Where(value => value.Key.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase) && !value.IsMissing)
        .OrderBy(value => value.Position)
        .FirstOrDefault();

    private static SettingOutcome Outcome(ConfigurationValue? value, DeferredSetting? deferral)
    {
        if (value is null)
            return deferral is null ? SettingOutcome.Missing : SettingOutcome.Deferred;

        // "set by the host" or "whsec_xxx" may stand where the host puts the key, but a key that is really there is judged, deferred or not.
        return value.Reference is not null || (deferral is not null && !(StripeKey.TryParse(value.Value, out _) && !value.IsPlaceholderCredential))
            ? SettingOutcome.Deferred
            : SettingOutcome.Present;
    }
}
