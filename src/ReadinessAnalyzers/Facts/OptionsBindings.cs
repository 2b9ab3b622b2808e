using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Flow.Origins;
using ReadinessAnalyzers.Flow.Origins.Steps;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts;

/// <summary>An options type, or one property of it, and the setting that fills it.</summary>
/// <param name="Location">The call or the assignment that says so.</param>
/// <param name="Type">The options type.</param>
/// <param name="Key">The name of the property for the binder; empty if the whole type is bound.</param>
/// <param name="Setting">The setting; where the whole type is bound, the section.</param>
internal sealed record OptionsFilling(Location Location, INamedTypeSymbol Type, string Key, Origin.Setting Setting);

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
        if (!trail.DeclarationsOf(type).Any() && !Binds(type, trail.Cancellation)
            || trail.Through(type) is not { } onward
            || !trail.Afford(CostOfType))
            return [];
        var elsewhere = onward.Elsewhere();
        List<string> sections =
        [
            .. Bindings(trail.Cancellation)
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

    /// <summary>True if the project binds <paramref name="type"/>, wherever that is declared.</summary>
    public bool Binds(INamedTypeSymbol type, CancellationToken cancellation) => Bindings(cancellation)
        .Any(binding => TypesOf(binding, cancellation).Contains(type, SymbolEqualityComparer.Default));

    /// <summary>
    /// Every type that other projects may read and this one binds, as a whole or by assigning its properties, with the setting that fills it.
    /// </summary>
    public IEnumerable<OptionsFilling> ForOthers(CancellationToken cancellation)
    {
        var sections =
            from binding in Bindings(cancellation)
            from type in TypesOf(binding, cancellation)
            from section in SectionsOf(type, new Trail(reading.Origins, cancellation))
            where section.Length > 0
            select new OptionsFilling(binding.Location, type, "", new Origin.Setting(binding.Location, section, SettingFact.Sources.Configuration));
        return sections.Concat(Assignments(cancellation)).Where(filling => IsSharedType(filling.Type));
    }

    // Nobody references an app to read its types.
    private bool IsSharedType(INamedTypeSymbol type) =>
        !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, reading.Compilation.Assembly)
        || type.DeclaredAccessibility == Accessibility.Public && reading.Compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary;

    // services.Configure<T>(options => options.SecretKey = configuration["Stripe:Key"])
    private IEnumerable<OptionsFilling> Assignments(CancellationToken cancellation) =>
        from name in new[] { "Configure", "PostConfigure" }.SelectMany(name => reading.Uses.Named(name, cancellation))
        where SymbolUses.WholeExpression(name).Parent is InvocationExpressionSyntax
        from lambda in ((InvocationExpressionSyntax)SymbolUses.WholeExpression(name).Parent!).ArgumentList.Arguments
        where lambda.Expression is LambdaExpressionSyntax
        from assignment in lambda.DescendantNodes().OfType<AssignmentExpressionSyntax>()
        where assignment.Left is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax }
        from filling in FillingsBy(reading.Models.OperationOf(assignment, cancellation), cancellation)
        select filling;

    private IEnumerable<OptionsFilling> FillingsBy(IOperation? operation, CancellationToken cancellation) => operation
        is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: IParameterReferenceOperation options, Property: var property } } assignment
        && options.Type is INamedTypeSymbol { TypeKind: TypeKind.Class } type
        ? reading.Origins.OriginsOf(assignment.Value, cancellation).Settings.Select(setting =>
            new OptionsFilling(assignment.Syntax.GetLocation(), type, reading.Configuration.KeyOf(property), setting))
        : [];

    private IEnumerable<INamedTypeSymbol> TypesOf(Binding binding, CancellationToken cancellation) => binding.Type switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Class, IsGenericType: false } type => [type],
        ITypeParameterSymbol { DeclaringMethod: { } wrapper } parameter => reading.Calls.Of(wrapper, cancellation).Calls
            .Select(call => call.Target.TypeArguments[parameter.Ordinal])
            .OfType<INamedTypeSymbol>(),
        _ => [],
    };

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

    private IReadOnlyList<Binding> Bindings(CancellationToken cancellation) => _all ??=
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
            return new Binding(call.Syntax.GetLocation(), type, call.ArgumentFor("config"), null);
        if (ConfigurationSymbols.IsOf(symbols.OptionsBuilder, method, "BindConfiguration"))
            return new Binding(call.Syntax.GetLocation(), type, null, call.ArgumentFor("configSectionPath"));
        if (ConfigurationSymbols.IsOf(symbols.Binder, method, "Get"))
            return new Binding(call.Syntax.GetLocation(), type, call.Receiver(), null);
        if (ConfigurationSymbols.IsOf(symbols.Binder, method, "Bind"))
            return new Binding(call.Syntax.GetLocation(), call.ArgumentFor("instance").WithoutConversions()?.Type, call.Receiver(), call.ArgumentFor("key"));
        return null;
    }

    /// <param name="Location">The call that binds.</param>
    /// <param name="Type">The type whose properties are filled.</param>
    /// <param name="Configuration">The section; null if it is the whole configuration.</param>
    /// <param name="Key">The path below the section; null if it is the section itself.</param>
    private sealed record Binding(Location Location, ITypeSymbol? Type, IOperation? Configuration, IOperation? Key);
}
