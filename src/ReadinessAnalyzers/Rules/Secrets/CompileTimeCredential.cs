using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Flow.Origins;

namespace ReadinessAnalyzers.Rules.Secrets;

/// <summary>RDY1002: a constant, whatever it looks like, can be neither the secret of one environment nor replaced without a release.</summary>
internal sealed class CompileTimeCredential : Rule<StripeInput>
{
    /// <summary>Diagnostic property: which credential it is, one of <see cref="SettingFact.Roles"/>.</summary>
    public const string RoleProperty = SettingFact.Role;

    public override DiagnosticDescriptor Descriptor { get; } = Descriptors.Rule(
        "RDY1002",
        "Stripe credential is a compile-time value",
        "'{0}' is given {1}, {2}. Read it from configuration, and fail at start-up when it is missing.",
        DiagnosticSeverity.Warning,
        "SEC-01");

    public override void Check(StripeInput use, Report report)
    {
        // The others are no secrets; what is wrong with a price in the code is another rule's business.
        if (use.Role is not (SettingFact.Roles.SecretKey or SettingFact.Roles.WebhookSecret))
            return;
        var constants = ConstantsAtFault(use).ToList();
        if (constants.Count == 0)
            return;
        var isEmpty = constants.All(constant => constant.Kind == ConstantKind.Empty);
        report.At(
            use.Location,
            constants.Select(constant => constant.Location).Where(origin => !use.Holds(origin)),
            ImmutableDictionary<string, string?>.Empty.Add(RoleProperty, use.Role),
            use.Sink,
            isEmpty ? "an empty string" : "a constant",
            isEmpty ? "which replaces any key configured before" : "which everyone with the code knows and only a release can change");
    }

    private static IEnumerable<Origin.Constant> ConstantsAtFault(StripeInput use)
    {
        // A real secret is reported where it is written, once: RDY1001. One of the wrong kind helps nobody as a setting: RDY1005.
        var constants = use.Origins.Constants
            .Where(constant => !constant.IsSecretInSource && (constant.Key is not { } key || use.Takes(key.Kind)));
        if (use.IsInTestProject)
            return constants.Where(constant => constant.Key is { Mode: StripeKeyMode.Live, IsSecret: true });

        // An empty string beside other origins stands in for a missing setting, and an empty webhook secret opens the door: RDY2003.
        var isNeverSet = use.Role == SettingFact.Roles.SecretKey && use.Origins.All.All(origin => origin is Origin.Constant { Kind: not ConstantKind.Text });
        return constants.Where(constant =>
            constant.Kind == ConstantKind.Text || constant.Kind == ConstantKind.Empty && isNeverSet);
    }
}
