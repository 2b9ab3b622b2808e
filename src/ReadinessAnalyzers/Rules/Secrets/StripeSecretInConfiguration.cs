using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts.Credentials;

namespace ReadinessAnalyzers.Rules.Secrets;

/// <summary>RDY1003: a settings file beside the source is committed with it, so whoever reads the repository holds the key.</summary>
internal sealed class StripeSecretInConfiguration : Rule<ExposedCredential>
{
    public override DiagnosticDescriptor Descriptor { get; } = Descriptors.Rule(
        "RDY1003",
        "Stripe secret in a committed configuration file",
        "{0} holds a {1}, and whoever reads the repository can use it. Roll it, and let user secrets or the host supply the new one.",
        DiagnosticSeverity.Warning,
        "SEC-02");

    public override void Check(ExposedCredential credential, Report report)
    {
        if (credential.Stripe is not { } key)
            return;
        report.At(
            credential.Location,
            [],
            ImmutableDictionary<string, string?>.Empty.Add(StripeSecretInSource.ModeProperty, key.Mode.ToString()),
            credential.Name is { } setting ? $"'{setting}'" : "This line",
            credential.Kind);
    }
}
