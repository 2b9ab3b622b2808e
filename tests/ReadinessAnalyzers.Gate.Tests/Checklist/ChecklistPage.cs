using System.Text;
using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Configuration.Sources;

namespace ReadinessAnalyzers.Gate.Tests.Checklist;

/// <summary>docs/checklist.md, as the catalogue has it.</summary>
internal sealed class ChecklistPage
{
    private static readonly Catalogue Catalogue = Catalogue.Instance;
    private readonly StringBuilder _text = new();

    public static string Write()
    {
        var page = new ChecklistPage();
        page.WriteIntroduction();
        page.WriteSources();
        page.WriteProfiles();
        page.WriteRequirements();
        page.WriteItems();
        return page._text.ToString();
    }

    private void WriteIntroduction() => _text.Append($"""
        # The go-live checklist

        <!-- Written by ChecklistPageTests from src/Shared/Checklist/catalogue.json: run them with READINESS_WRITE_PAGES=1 after a change there. -->

        Five public go-live checklists, merged: {Catalogue.Profiles.Sum(profile => profile.Items.Count)} items became {Catalogue.Requirements.Count} requirements. `"profile"` in
        [readiness.json](readiness-json.md#profile) chooses which of them a publish is held to; without it nothing here is asked for.

        | Decided by | Requirements |
        |---|--:|
        {Table(Enum.GetValues<Decider>().Select(decider => $"| {Word(decider)} | {Catalogue.Requirements.Count(requirement => DeciderOf(requirement) == decider)} |"))}

        **Rules and checks** look at the code, the configuration and the build at every publish. **Evidence** is a passed test that bears the id, or an export from
        Stripe; a [sign-off](sign-offs.md) does as well. A **signature** is a sign-off that nothing else can replace. What is **not enforced yet** is
        listed as such in every report, never blocks a publish and never asks for a signature.

        """);

    private void WriteSources()
    {
        _text.Append("\n## The five checklists\n\n| Checklist | Items | Rules and checks | Evidence | Signature | Not enforced yet | Asks nothing |\n|---|--:|--:|--:|--:|--:|--:|\n");
        var sources = Catalogue.Profiles.Where(profile => profile.Items.Count > 0).ToArray();
        foreach (var profile in sources)
            WriteSource($"{profile.Alias} ({profile.Title.ToLowerInvariant()})", profile.Items);
        WriteSource("**all**", [.. sources.SelectMany(profile => profile.Items)]);
        _text.Append("\nAn item counts where its first requirement is decided; many have a second one that is decided otherwise.\n");
    }

    private void WriteSource(string name, IReadOnlyList<ChecklistItem> items)
    {
        var deciders = items.Where(item => item.Requirements.Count > 0).Select(item => DeciderOf(Catalogue.Find(item.Requirements[0])!)).ToArray();
        var counts = Enum.GetValues<Decider>().Select(decider => deciders.Count(other => other == decider));
        _text.Append($"| {name} | {items.Count} | {string.Join(" | ", counts)} | {items.Count - deciders.Length} |\n");
    }

    private void WriteProfiles()
    {
        _text.Append("\n## Profiles\n\n| Profile | Short name | For | Requirements | Event types | Instruments | Plans |\n|---|---|---|--:|---|---|---|\n");
        foreach (var profile in Catalogue.Profiles)
        {
            var alias = profile.Alias.Length == 0 ? "" : $"`{profile.Alias}`";
            _text.Append($"| `{profile.Name}` | {alias} | {profile.Title} | {profile.Requirements.Count} | {Codes(profile.Events)} | {Codes(profile.Instruments)} | {Codes(profile.Prices)} |\n");
        }

        _text.Append("\n| Feature | What it says of the app | Requirements |\n|---|---|---|\n");
        foreach (var feature in Catalogue.Features)
            _text.Append($"| `{feature.Key}` | {feature.Value} | {string.Join(", ", Catalogue.Requirements.Where(requirement => requirement.Feature == feature.Key).Select(Link))} |\n");
    }

    private void WriteRequirements()
    {
        _text.Append("\n## The requirements\n");
        foreach (var section in Catalogue.Requirements.GroupBy(requirement => requirement.Section))
        {
            _text.Append($"\n### {section.Key}\n\n| Id | Requirement | Decided by | Asked by |\n|---|---|---|---|\n");
            foreach (var requirement in section)
            {
                var askedBy = Catalogue.Profiles.Where(profile => profile.Requirements.Contains(requirement.Id)).Select(profile => profile.Alias.Length > 0 ? profile.Alias : profile.Name);
                _text.Append($"| <a id=\"{Anchor(requirement.Id)}\"></a>{requirement.Id} | {requirement.Title}{Remarks(requirement)} | {Decision(requirement)} | {string.Join(", ", askedBy)} |\n");
            }
        }
    }

    private void WriteItems()
    {
        _text.Append("\n## Item by item\n");
        foreach (var profile in Catalogue.Profiles.Where(profile => profile.Items.Count > 0))
        {
            _text.Append($"\n### {profile.Alias}\n\n| Section | Item | | Decided by |\n|---|---|---|---|\n");
            var section = "";
            foreach (var item in profile.Items)
            {
                _text.Append($"| {(item.Section == section ? "" : item.Section)} | {item.Id} | {item.Title} | {string.Join(", ", item.Requirements.Select(id => Link(Catalogue.Find(id)!)))} |\n");
                section = item.Section;
            }
        }
    }

    private static string Remarks(Requirement requirement)
    {
        string[] remarks =
        [
            .. requirement.Feature is { } feature ? [$"with feature `{feature}`"] : Array.Empty<string>(),
            .. requirement.IsBlocking || requirement.IsPlanned ? [] : new[] { "advice, never blocks" },
            .. requirement.IsWaivable ? [] : new[] { "never waived" },
        ];
        return remarks.Length == 0 ? "" : $" ({string.Join("; ", remarks)})";
    }

    private static string Decision(Requirement requirement)
    {
        if (requirement.IsPlanned)
            return "*not enforced yet*";
        if (requirement.IsSum)
            return "all others";
        if (requirement.IsDecidedByTests)
            return "the declared test runs";

        string[] parts =
        [
            .. requirement.Rules.Select(rule => $"[{rule}](rules/{rule}.md)"),
            .. (requirement.Asks?.Members ?? []).Select(Asked),
            .. requirement.SignOff is { } terms ? [Signature(terms)] : Array.Empty<string>(),
        ];
        return string.Join(", ", parts);
    }

    private static string Asked(JsonMember member) => member.Name switch
    {
        "settings" => $"settings {Codes([.. member.Value.Members.Select(setting => setting.Name)])}",
        "documents" => "a document: " + Codes([.. member.Value.Members.Select(document => document.Value.Member("file")!.Text)]),
        _ => $"`{member.Name}` {Codes([.. member.Value.Items.Select(item => item.Kind == JsonKind.String ? item.Text : item.Members[0].Name)])}",
    };

    private static string Signature(SignOffTerms terms)
    {
        var by = terms.Evidence.Select(kind => kind switch
        {
            SignOffTerms.EvidenceKinds.Test => "a passed test",
            SignOffTerms.EvidenceKinds.Stripe => "an export from Stripe",
            SignOffTerms.EvidenceKinds.File => "a sign-off with a file",
            _ => "a sign-off with a link",
        }).ToList();
        if (!by.Any(evidence => evidence.StartsWith("a sign-off", StringComparison.Ordinal)))
            by.Add(by.Count == 0 ? "a sign-off" : "sign-off");
        return string.Join(" or ", by)
            + (terms.Role is { } role ? $" by {role}" : "")
            + (terms.HoldsDays is { } days ? $", every {days} days" : "")
            + (terms.AfterDays is { } after ? after == 1 ? ", within a day of the release" : $", within {after} days of the release" : "");
    }

    private enum Decider
    {
        RulesAndChecks,
        Evidence,
        Signature,
        Planned,
    }

    private static Decider DeciderOf(Requirement requirement) => requirement switch
    {
        { IsPlanned: true } => Decider.Planned,
        { SignOff: { } terms } => terms.Evidence.Any(kind => kind is SignOffTerms.EvidenceKinds.Test or SignOffTerms.EvidenceKinds.Stripe) ? Decider.Evidence : Decider.Signature,
        { IsDecidedByTests: true } => Decider.Evidence,
        _ => Decider.RulesAndChecks,
    };

    private static string Word(Decider decider) => decider switch
    {
        Decider.RulesAndChecks => "Rules and checks",
        Decider.Evidence => "Evidence, or a sign-off",
        Decider.Signature => "Signature",
        _ => "Not enforced yet",
    };

    private static string Link(Requirement requirement) => $"[{requirement.Id}](#{Anchor(requirement.Id)})";

    private static string Anchor(string id) => id.ToLowerInvariant();

    private static string Codes(IReadOnlyList<string> names) => string.Join(", ", names.Select(name => $"`{name.Replace("|", "` or `", StringComparison.Ordinal)}`"));

    private static string Table(IEnumerable<string> rows) => string.Join("\n", rows);
}
