using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts.Telemetry;

namespace ReadinessAnalyzers.Rules.Telemetry;

/// <summary>RDY3002: Stripe refuses, or a signature does not hold, and the catch keeps it to itself.</summary>
internal sealed class SilentStripeFailure : Rule<SilentFailure>
{
    /// <summary>The properties that the fix reads.</summary>
    public const string Call = "Call", Level = "Level";

    public override DiagnosticDescriptor Descriptor { get; } = Descriptors.Rule(
        "RDY3002",
        "Stripe failure is silent",
        "When '{0}' fails, this catch neither logs the failure nor passes it on, so nobody learns of it. Log the exception, or rethrow it.",
        DiagnosticSeverity.Warning,
        "OBS-04", "WRK-03");

    public override void Check(SilentFailure failure, Report report) => report.At(
        failure.Place,
        [],
        ImmutableDictionary<string, string?>.Empty.Add(Call, failure.Call).Add(Level, failure.IsRefusal ? "Warning" : "Error"),
        failure.Call);
}
