using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts;

namespace ReadinessAnalyzers.Rules.Facts;

/// <summary>RDY0005: this line binds an options type to a section, or one property of it to a setting; other projects may read it.</summary>
internal static class OptionsBinding
{
    public static DiagnosticDescriptor Descriptor { get; } = Descriptors.Fact(
        OptionsBindingFact.Id,
        "Options type is bound to configuration",
        "'{0}' is filled from '{1}'");

    public static IEnumerable<Diagnostic> Among(IEnumerable<OptionsFilling> fillings) => fillings.Select(Fact).Distinct();

    private static Diagnostic Fact(OptionsFilling filling)
    {
        // People do paste a key where its name belongs.
        var (type, setting) = (filling.Type.ToDisplayString(), SecretMask.Apply(filling.Setting.Name));
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(OptionsBindingFact.Type, type)
            .Add(SettingFact.Setting, setting)
            .Add(SettingFact.Source, filling.Setting.Source)
            .Add(SettingFact.Fallback, filling.Setting.Fallback);
        if (filling.Key.Length > 0)
            properties = properties.Add(OptionsBindingFact.Key, filling.Key);
        return Diagnostic.Create(Descriptor, filling.Location, properties, type, setting);
    }
}
