using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts;

namespace ReadinessAnalyzers.Rules.Facts;

/// <summary>RDY0004: this line reads that property of an options type as a Stripe credential or price, and another project must fill it.</summary>
internal static class OptionsPropertyRead
{
    public static DiagnosticDescriptor Descriptor { get; } = Descriptors.Fact(
        OptionsReadFact.Id,
        "Options property is read for Stripe",
        "'{0}' of '{1}' is read for Stripe");

    /// <summary>One fact for each property, role and place.</summary>
    public static IEnumerable<Diagnostic> Among(IEnumerable<StripeInput> inputs) => inputs
        .SelectMany(input => input.Origins.OptionsProperties.Select(property => (input.Role, Property: property)))
        .Distinct()
        .Select(read => Diagnostic.Create(
            Descriptor,
            read.Property.Location,
            ImmutableDictionary<string, string?>.Empty
                .Add(OptionsReadFact.Type, read.Property.Type)
                .Add(OptionsReadFact.Key, read.Property.Key)
                .Add(SettingFact.Role, read.Role),
            read.Property.Key,
            read.Property.Type));
}
