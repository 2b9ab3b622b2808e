using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts.Credentials;

namespace ReadinessAnalyzers.Rules.Secrets;

/// <summary>RDY1004: a billing app holds more than Stripe's key, and what else stands in the repository opens other doors to it.</summary>
internal sealed class OtherCredential : Rule<ExposedCredential>
{
    private const string Revoke = "Whoever reads the repository can use it. Revoke it, and let user secrets or the host supply the new one.";

    public override DiagnosticDescriptor Descriptor { get; } = Descriptors.Rule(
        "RDY1004",
        "Other credential in source or configuration",
        "{0}. {1}",
        DiagnosticSeverity.Warning,
        "SEC-01", "SEC-02");

    public override void Check(ExposedCredential credential, Report report)
    {
        if (credential.Stripe is not null)
            return;
        var (fault, remedy) = credential.Place switch
        {
            ExposurePlace.Source => ($"Credential in source: {credential.Kind}", Revoke),
            ExposurePlace.SettingsFile => ($"Credential in {(credential.Name is { } setting ? $"'{setting}'" : "this line")}: {credential.Kind}", Revoke),
            ExposurePlace.Sink => (
                $"'{credential.Name}' is given a constant, which everyone with the code knows and only a release can change",
                "Read it from configuration, and fail at start-up when it is missing."),
            _ => ($"{credential.Kind} is not written as name:prefix:minLength, so it is not looked for", "Write for example 'Acme key:acme_live_:24'."),
        };
        report.At(credential.Location, credential.Origins, ImmutableDictionary<string, string?>.Empty, fault, remedy);
    }
}
