using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Checklist;
using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Proofs;

namespace ReadinessAnalyzers.Gate.Checks.Checklist;

/// <summary>RDY9031: what Stripe was found to hold, of one kind of its objects, is what the app needs. Without an export of the kind nothing is said.</summary>
/// <param name="export">What the catalogue calls the export, one of <see cref="SignOffTerms.StripeExports"/>.</param>
/// <param name="kind">What Stripe calls the objects.</param>
internal abstract class ExportedObjects(string export, string kind) : IProver
{
    public IEnumerable<EvidenceVerdict> Judge(Readiness readiness)
    {
        var exports = readiness.Input.Evidence.Exports;
        var objects = exports.SelectMany(file => file.Objects).Where(item => item.Kind == kind).ToArray();
        var lists = exports.SelectMany(file => file.Lists).Where(list => list.Kind == kind).ToArray();
        return
            from requirement in readiness.Input.Policy.Checklist!.Applicable
            where requirement.SignOff?.Export == export && (objects.Length > 0 || lists.Length > 0)
            select Judge(requirement, readiness, objects, lists);
    }

    /// <summary>
    /// Tells the faults of the exported objects; comes out with the one that proves the requirement, or null if that cannot be said. There is an
    /// object at least.
    /// </summary>
    protected abstract StripeObject? Judge(Readiness readiness, IReadOnlyList<StripeObject> objects, Action<FilePosition, string> tell);

    /// <summary>What production has in the setting that a requirement asks for.</summary>
    protected static IReadOnlyList<ConfigurationValue> ValuesFor(string requirement, Readiness readiness) =>
        SettingFor(requirement, readiness) is { } setting ? readiness.ValuesOf(setting) : [];

    /// <summary>The name of the setting that a requirement asks for, of those that it may have the one that production sets; null if it sets none.</summary>
    protected static string? SettingFor(string requirement, Readiness readiness)
    {
        var declared = readiness.Input.Policy.Settings.Where(setting => setting.Answers(requirement)).Select(setting => setting.Name);
        var usual =
            from asked in Catalogue.Instance.Find(requirement)?.Asks?.Members ?? []
            where asked.Name == "settings"
            from setting in asked.Value.Members
            from name in Catalogue.Instance.Aliases.TryGetValue(setting.Name, out var others) ? others.Prepend(setting.Name) : [setting.Name]
            select SettingName.AsPath(name);
        return declared.Concat(usual).FirstOrDefault(name => readiness.ValuesOf(name).Count > 0);
    }

    /// <summary>The objects of live mode; tells if there are others only.</summary>
    protected static IReadOnlyList<StripeObject> Live(IReadOnlyList<StripeObject> objects, Action<FilePosition, string> tell)
    {
        StripeObject[] live = [.. objects.Where(item => item.IsLive)];
        if (live.Length == 0)
            tell(objects[0].PositionOf("livemode"), "the export is of test mode. Export what live mode has");
        return live;
    }

    /// <summary>The URL that a text is; null for any other text, also for a path, which on some systems is the URL of a file.</summary>
    protected static Uri? WebAddressOf(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp) ? url : null;

    private EvidenceVerdict Judge(Requirement requirement, Readiness readiness, StripeObject[] objects, StripeList[] lists)
    {
        var findings = new List<Finding>();
        StripeObject? proof = null;
        // The last page of another mode is not the last of these.
        var pages = lists.Any(list => list.HoldsLive) ? [.. lists.Where(list => list.HoldsLive)] : lists;
        if (pages.Length > 0 && pages.All(list => list.HasMore))
            Tell(pages[pages.Length - 1].Position, "the export is a page of many ('has_more'). Export all of them, as with '--limit 100', and a file for each page");
        else if (objects.Length == 0)
            Tell(lists[0].Position, "the export is empty. Make in Stripe what the app needs, and export it again");
        else
            proof = Judge(readiness, objects, Tell);

        return findings.Count > 0 || proof is null
            ? new(requirement.Id, null, [.. findings])
            : new(requirement.Id, new(ProofKind.Stripe, proof.Position, $"export of Stripe's {export}"));

        void Tell(FilePosition position, string fault) =>
            findings.Add(GateRules.ExportContradicts.At(position, $"{requirement.Id} ({requirement.Title}) does not hold: {fault}."));
    }
}
