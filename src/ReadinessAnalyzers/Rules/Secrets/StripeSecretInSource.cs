using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts;

namespace ReadinessAnalyzers.Rules.Secrets;

/// <summary>RDY1001: whoever reads the code, the repository or the assembly holds the key.</summary>
internal sealed class StripeSecretInSource : Rule<SourceSecret>
{
    /// <summary>Diagnostic property: the <see cref="StripeKeyMode"/>, so that live and test-mode secrets can be treated differently.</summary>
    public const string ModeProperty = "mode";

    public override DiagnosticDescriptor Descriptor { get; } = Descriptors.Rule(
        "RDY1001",
        "Stripe secret in source",
        "{0} is written in the source, so everyone who can read the code can use it. Roll it, then read the new one from configuration.",
        DiagnosticSeverity.Warning,
        "SEC-01");

    public override void Check(SourceSecret secret, Report report)
    {
        // What tests share opens no money; a live key is as wrong there as anywhere.
        var shared = secret.IsInTestProject && secret.Key.Mode == StripeKeyMode.Test;
        (shared ? report with { Severity = DiagnosticSeverity.Info } : report).At(
            secret.Location,
            [],
            ImmutableDictionary<string, string?>.Empty.Add(ModeProperty, secret.Key.Mode.ToString()),
            (secret.Key is { Kind: StripeKeyKind.OrganizationKey, Mode: StripeKeyMode.Unknown } ? "An " : "A ") + secret.Key);
    }
}
