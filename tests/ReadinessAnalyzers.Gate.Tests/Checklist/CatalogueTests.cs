using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Configuration.Sources;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Tests.Checklist;

/// <summary>The checklist as data says all that the five public checklists ask, and nothing that is not there.</summary>
public sealed class CatalogueTests
{
    private static readonly Catalogue Catalogue = Catalogue.Instance;

    public static TheoryData<string, int> Sources => new() { { "accrue", 33 }, { "numzy", 85 }, { "teamsaas", 54 }, { "nofate", 151 }, { "alwrity", 140 } };

    [Fact]
    public void All_requirements_are_there_each_once()
    {
        Assert.Equal(207, Catalogue.Requirements.Count);
        Assert.Equal(Catalogue.Ids, Catalogue.Ids.Distinct());
        Assert.All(Catalogue.Requirements, requirement => Assert.False(string.IsNullOrWhiteSpace(requirement.Title)));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Every_item_of_every_source_is_answered_by_requirements_that_exist(string source, int items)
    {
        var profile = Catalogue.FindProfile(source)!;
        Assert.Equal(items, profile.Items.Count);
        Assert.Equal(profile.Items.Select(item => item.Id), profile.Items.Select(item => item.Id).Distinct());
        // One item is a pointer for readers and asks nothing of an app.
        Assert.All(profile.Items.Where(item => item.Id != "a11.2"), item => Assert.NotEmpty(item.Requirements));
        Assert.All(profile.Items.SelectMany(item => item.Requirements), id => Assert.NotNull(Catalogue.Find(id)));
    }

    [Fact]
    public void Every_requirement_answers_an_item()
    {
        var answering = Catalogue.Profiles.SelectMany(profile => profile.Items).SelectMany(item => item.Requirements).ToHashSet();
        Assert.All(Catalogue.Ids, id => Assert.Contains(id, answering));
    }

    [Fact]
    public void A_requirement_is_decided_by_something_or_planned_never_both()
    {
        Assert.All(Catalogue.Requirements, requirement =>
        {
            var isDecided = requirement.Rules.Count > 0 || requirement.Asks is not null || requirement.SignOff is not null || requirement.IsDecidedByTests || requirement.IsSum;
            Assert.True(isDecided != requirement.IsPlanned, requirement.Id);
        });
    }

    [Fact]
    public void What_decides_exists()
    {
        var pages = Path.Combine(Repository.Root, "docs", "rules");
        foreach (var rule in Catalogue.Requirements.SelectMany(requirement => requirement.Rules).Distinct())
            Assert.True(File.Exists(Path.Combine(pages, rule + ".md")), rule);
    }

    /// <summary>A check that says which requirement it enforces decides it, by itself or through the settings that the requirement asks for.</summary>
    [Fact]
    public void Checks_and_requirements_name_each_other()
    {
        var named =
            from rule in GateRules.All
            from requirement in rule.Requirements.Select(id => Catalogue.Find(id)!)
            where requirement.Asks is null && requirement.SignOff is null && !requirement.IsSum && !requirement.IsDecidedByTests
            select (requirement.Id, rule.Id);
        var decided =
            from requirement in Catalogue.Requirements
            from rule in GateRules.All
            where requirement.Rules.Contains(rule.Id)
            select (requirement.Id, rule.Id);
        Assert.Superset(named.ToHashSet(), decided.ToHashSet());
        Assert.All(decided, pair => Assert.Contains(pair.Item1, GateRules.All.Single(rule => rule.Id == pair.Item2).Requirements));
    }

    [Fact]
    public void What_a_requirement_adds_is_valid_readiness_json()
    {
        foreach (var requirement in Catalogue.Requirements.Where(requirement => requirement.Asks is not null))
        {
            var problems = ReadinessPolicyReader.Asked(requirement.Asks!, new("readiness.json")).Problems;
            Assert.True(problems.Count == 0, requirement.Id + ": " + problems.FirstOrDefault()?.Message);
        }
    }

    [Fact]
    public void A_signature_has_terms_that_are_known()
    {
        var terms = Catalogue.Requirements.Select(requirement => requirement.SignOff).OfType<SignOffTerms>().ToArray();
        Assert.Equal(69, terms.Length);
        Assert.All(terms, one =>
        {
            Assert.Subset(ConstantsOf(typeof(SignOffTerms.EvidenceKinds)), one.Evidence.ToHashSet());
            Assert.Subset(ConstantsOf(typeof(SignOffTerms.Subjects)), one.Judges.ToHashSet());
            Assert.True(one.Export is null || ConstantsOf(typeof(SignOffTerms.StripeExports)).Contains(one.Export));
            Assert.Equal(one.Export is not null, one.Evidence.Contains(SignOffTerms.EvidenceKinds.Stripe));
            Assert.Equal(one.Settings.Count > 0, one.Judges.Contains(SignOffTerms.Subjects.Settings));
        });
    }

    [Fact]
    public void A_feature_is_declared_and_used()
    {
        var used = Catalogue.Requirements.Select(requirement => requirement.Feature).OfType<string>().ToHashSet();
        Assert.Equal(Catalogue.Features.Keys.Order(), used.Order());
    }

    [Fact]
    public void Other_names_are_those_of_settings_that_a_requirement_asks_for()
    {
        var asked = Catalogue.Requirements.SelectMany(requirement => requirement.Asks?.Member("settings")?.Members ?? []).Select(member => member.Name).ToHashSet();
        Assert.All(Catalogue.Aliases.Keys, name => Assert.Contains(name, asked));
    }

    [Fact]
    public void A_secret_in_source_and_a_forged_webhook_are_never_waived() =>
        Assert.Equal(
            ["SEC-01", "SEC-02", "CFG-01", "CFG-05", "CFG-14", "WH-01", "WH-02"],
            Catalogue.Requirements.Where(requirement => !requirement.IsWaivable).Select(requirement => requirement.Id));

    [Fact]
    public void Event_types_and_instruments_of_the_profiles_can_be_meant()
    {
        foreach (var profile in Catalogue.Profiles)
        {
            var policy = $$"""{ "events": [{{Quoted(profile.Events)}}], "telemetry": { "instruments": [{{Quoted(profile.Instruments)}}] } }""";
            Assert.Empty(ReadinessPolicyReader.Parse("readiness.json", policy).Problems);
            Assert.All(profile.Events.SelectMany(types => types.Split('|')), type => Assert.True(StripeEventTypes.Contains(type), type));
        }
    }

    [Fact]
    public void A_profile_is_found_by_both_its_names() => Assert.Same(Catalogue.FindProfile("plans-and-disputes"), Catalogue.FindProfile("alwrity"));

    private static string Quoted(IEnumerable<string> texts) => string.Join(", ", texts.Select(text => $"\"{text}\""));

    private static HashSet<string> ConstantsOf(Type type) => [.. type.GetFields().Select(field => (string)field.GetRawConstantValue()!)];
}
