using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Flow.Origins;
using ReadinessAnalyzers.Flow.Origins.Steps;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts;

/// <summary>
/// Which sections of the configuration the project binds to which types: <c>Configure&lt;T&gt;(section)</c>, <c>AddOptions&lt;T&gt;().Bind</c> and
/// <c>BindConfiguration</c>, <c>section.Get&lt;T&gt;()</c>, <c>section.Bind(instance)</c>.
/// </summary>
internal sealed class OptionsBindings(CompilationReading reading)
{
    // Types that hold each other in several properties have a path for each way through them; in steps of a trail.
    private const int CostOfType = 20;
    private const int MostSections = 64;

    private volatile IReadOnlyList<Binding>? _all;

    /// <summary>The paths bound to <paramref name="type"/>, directly or as a property of a type that is bound itself.</summary>
    public IEnumerable<string> SectionsOf(INamedTypeSymbol type, Trail trail)
    {
        if (!trail.DeclarationsOf(type).Any() || trail.Through(type) is not { } onward || !trail.Afford(CostOfType))
            return [];
        var elsewhere = onward.Elsewhere();
        List<string> sections =
        [
            .. All(trail.Cancellation)
                .SelectMany(binding => binding.Type is ITypeParameterSymbol { DeclaringMethod: { } wrapper } parameter
                    ? PathsThrough(wrapper, parameter.Ordinal, type, binding, elsewhere)
                    : SymbolEqualityComparer.Default.Equals(binding.Type, type) ? PathsOf(binding, elsewhere) : [])
                .Concat(PropertiesOf(type, trail).SelectMany(property => elsewhere.Reading.Bindings
                    .SectionsOf(property.ContainingType, elsewhere)
                    .Select(path => ConfigurationStep.Join(path, reading.Configuration.KeyOf(property)))))
                .Distinct()
                .Take(MostSections + 1),
        ];
        return sections.Count > MostSections ? [] : sections;
    }

    // services.AddValidated<T>("Stripe"): the binding stands in a method of the project, the type and the path where it is called.
    private IEnumerable<string> PathsThrough(IMethodSymbol wrapper, int ordinal, INamedTypeSymbol type, Binding binding, Trail trail) =>
        reading.Calls.Of(wrapper, trail.Cancellation).Calls
            .Where(call => SymbolEqualityComparer.Default.Equals(call.Target.TypeArguments[ordinal], type))
            .SelectMany(call => PathsOf(binding, trail.Into(wrapper.OriginalDefinition, call.Arguments)));

    private static IEnumerable<string> PathsOf(Binding binding, Trail trail)
    {
        var keys = binding.Key is null ? [""] : trail.NamesOf(binding.Key);
        return binding.Configuration is null
            ? keys
            : ConfigurationStep.SectionsOf(binding.Configuration, trail)
                .SelectMany(path => keys.Select(key => ConfigurationStep.Join(path, key)));
    }

    private IEnumerable<IPropertySymbol> PropertiesOf(INamedTypeSymbol type, Trail trail) => reading.Uses.Of(type, trail.Cancellation)
        .Select(use => SymbolUses.WholeExpression(use))
        .Select(mention => mention.Parent is NullableTypeSyntax nullable ? nullable : (SyntaxNode)mention)
        .Where(mention => mention.Parent is PropertyDeclarationSyntax property && property.Type == mention)
        .Select(mention => reading.Models[mention.SyntaxTree].GetDeclaredSymbol(mention.Parent!, trail.Cancellation))
        .OfType<IPropertySymbol>()
        .Where(property => !property.IsStatic);

    private IReadOnlyList<Binding> All(CancellationToken cancellation) => _all ??=
    [
        .. new[] { "Bind", "BindConfiguration", "Configure", "Get" }
            .SelectMany(name => reading.Uses.Named(name, cancellation))
            .Where(IsLikely)
            .Select(name => SymbolUses.WholeExpression(name).Parent)
            .OfType<InvocationExpressionSyntax>()
            .Select(call => reading.Models.OperationOf(call, cancellation))
            .OfType<IInvocationOperation>()
            .Select(BindingOf)
            .OfType<Binding>(),
    ];

    // Keeps the model from being asked about every Get of every repository.
    private static bool IsLikely(SimpleNameSyntax name) => name is GenericNameSyntax || name.Identifier.ValueText is "Bind" or "BindConfiguration";

    private Binding? BindingOf(IInvocationOperation call)
    {
        var symbols = reading.Configuration;
        var method = call.TargetMethod;
        var type = method.TypeArguments.FirstOrDefault();
        if (ConfigurationSymbols.IsOf(symbols.SectionOptions, method, "Configure") || ConfigurationSymbols.IsOf(symbols.OptionsBuilder, method, "Bind"))
            return new Binding(type, call.ArgumentFor("config"), null);
        if (ConfigurationSymbols.IsOf(symbols.OptionsBuilder, method, "BindConfiguration"))
            return new Binding(type, null, call.ArgumentFor("configSectionPath"));
        if (ConfigurationSymbols.IsOf(symbols.Binder, method, "Get"))
            return new Binding(type, call.Receiver(), null);
        if (ConfigurationSymbols.IsOf(symbols.Binder, method, "Bind"))
            return new Binding(call.ArgumentFor("instance").WithoutConversions()?.Type, call.Receiver(), call.ArgumentFor("key"));
        return null;
    }

    /// <param name="Type">The type whose properties are filled.</param>
    /// <param name="Configuration">The section; null if it is the whole configuration.</param>
    /// <param name="Key">The path below the section; null if it is the section itself.</param>
    private sealed record Binding(ITypeSymbol? Type, IOperation? Configuration, IOperation? Key);
}
