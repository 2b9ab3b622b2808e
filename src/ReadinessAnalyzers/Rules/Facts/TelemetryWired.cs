using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts.Instrumentation;

namespace ReadinessAnalyzers.Rules.Facts;

/// <summary>RDY0003: this line makes, uses, registers or exports telemetry. The gate asks whether what one line makes is registered by another.</summary>
internal static class TelemetryWired
{
    public static DiagnosticDescriptor Descriptor { get; } = Descriptors.Fact(
        TelemetryFact.Id,
        "Telemetry is made, used, registered or exported",
        "{0}: {1}");

    public static IEnumerable<Diagnostic> Among(IEnumerable<TelemetryPart> parts) => parts.Select(Fact);

    private static Diagnostic Fact(TelemetryPart part)
    {
        // A name may itself be a secret that somebody pasted.
        var name = SecretMask.Apply(part.Name);
        var members = string.Join("|", part.Members.Select(IdOf).Distinct());
        var properties = ImmutableDictionary<string, string?>.Empty.Add(TelemetryFact.Kind, part.Kind);
        foreach (var (key, value) in new[]
        {
            (TelemetryFact.Name, name), (TelemetryFact.Type, part.Type), (TelemetryFact.Use, part.Use), (TelemetryFact.Signal, part.Signal), (TelemetryFact.Members, members),
        })
        {
            if (value.Length > 0)
                properties = properties.Add(key, value);
        }
        return Diagnostic.Create(Descriptor, part.Location, properties, part.Kind, name.Length > 0 ? name : members.Length > 0 ? members : part.Signal);
    }

    private static string IdOf(ISymbol member) => $"[{member.ContainingAssembly?.Name}]{member.OriginalDefinition.ToDisplayString()}";
}
