using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Instrumentation;

/// <summary>
/// Finds what a project makes of metrics and traces, what it registers and how it exports. The texts of the files are searched first; only
/// those that hold a word of the matter are walked, and only what is called like one is bound.
/// </summary>
internal sealed class TelemetryReader(CompilationReading reading)
{
    private static readonly TextAnchors Anchors = new(
        "Meter", "ActivitySource", "ActivityListener", "AddSource", "EnableMetrics", "AddListener", "Exporter", "AddReader", "AddProcessor", "UseAzureMonitor",
        "UseSentry", "AddSentry", "PrometheusHttpListener", "PrometheusScrapingEndpoint", "ApplicationInsightsTelemetry");

    private readonly InstrumentationSymbols _symbols = new(reading.Compilation);

    /// <summary>In the order of files.</summary>
    public IEnumerable<TelemetryPart> ReadAll(CancellationToken cancellation)
    {
        var uses = new InstrumentUses(reading, _symbols, cancellation);
        return
        [
            .. reading.Compilation.SyntaxTrees
                .Where(tree => Anchors.IsIn(tree, cancellation))
                .SelectMany(tree => tree.GetRoot(cancellation).DescendantNodes())
                .Where(MayMatter)
                .SelectMany(node => Read(node, uses, cancellation)),
            .. _symbols.MembersOfOtherProjects.SelectMany(member => UseOf(member, uses)).OrderBy(part => part.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(part => part.Location.SourceSpan),
            .. _symbols.HiddenCollectors.Select(assembly => new TelemetryPart(TelemetryFact.Kinds.Collector, Location.None) { Name = assembly }),
        ];
    }

    private static bool MayMatter(SyntaxNode node) => node switch
    {
        ImplicitObjectCreationExpressionSyntax => true,
        ObjectCreationExpressionSyntax { Type: var type } => NameOf(type) is "Meter" or "ActivitySource" or "MeterListener" or "ActivityListener",
        InvocationExpressionSyntax { Expression: var called } => NameOf(called) is { } name && (MayMake(name)
            || name is "AddMeter" or "AddSource" or "EnableMetrics" or "AddListener" || MayExport(name)),
        _ => false,
    };

    // IMeterFactory.Create, Meter.CreateCounter and its sisters
    private static bool MayMake(string method) =>
        method is "Create" or "CreateCounter" or "CreateUpDownCounter" or "CreateHistogram" or "CreateGauge" || method.StartsWith("CreateObservable", StringComparison.Ordinal);

    private static bool MayExport(string method) =>
        method.EndsWith("Exporter", StringComparison.Ordinal) || method.Contains("PrometheusHttpListener") || method.Contains("PrometheusScrapingEndpoint")
        || method is "AddReader" or "AddProcessor" or "UseAzureMonitor" or "UseSentry" or "AddSentry"
            or "AddApplicationInsightsTelemetry" or "AddApplicationInsightsTelemetryWorkerService";

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        _ => null,
    };

    private IEnumerable<TelemetryPart> Read(SyntaxNode node, InstrumentUses uses, CancellationToken cancellation) =>
        reading.Models.OperationOf(node, cancellation) switch
        {
            IObjectCreationOperation creation => Made(creation, uses, cancellation),
            IInvocationOperation call => Called(call, uses, cancellation),
            _ => [],
        };

    private IEnumerable<TelemetryPart> Made(IObjectCreationOperation creation, InstrumentUses uses, CancellationToken cancellation)
    {
        if (_symbols.IsMeterListener(creation.Type))
            return ListensToAll(creation, TelemetryFact.Signals.Metrics);
        if (_symbols.IsActivityListener(creation.Type))
            return ListensToAll(creation, TelemetryFact.Signals.Traces);
        return _symbols.IsMeter(creation.Type) ? Named(TelemetryFact.Kinds.Meter, creation, NameAmong(creation.Arguments), uses, cancellation)
            : _symbols.IsActivitySource(creation.Type) ? Named(TelemetryFact.Kinds.ActivitySource, creation, NameAmong(creation.Arguments), uses, cancellation)
            : [];
    }

    private IEnumerable<TelemetryPart> Called(IInvocationOperation call, InstrumentUses uses, CancellationToken cancellation)
    {
        var method = call.TargetMethod;
        if (_symbols.MakesMeter(method))
            return Named(TelemetryFact.Kinds.Meter, call, NameAmong(call.Arguments), uses, cancellation);
        if (_symbols.MakesInstrument(method))
            return Instruments(call, uses, cancellation);
        if (DevelopmentOnly.Contains(call.Syntax))
            return [];
        if (_symbols.RegistersMeters(method))
            return Registrations(call, TelemetryFact.Signals.Metrics, cancellation);
        if (_symbols.RegistersSources(method))
            return Registrations(call, TelemetryFact.Signals.Traces, cancellation);
        if (_symbols.EnablesMetrics(method))
            return ListensToAll(call, TelemetryFact.Signals.Metrics);
        return MayExport(method.Name) && !reading.DeclarationsOf(method, cancellation).Any() && SignalOf(call) is { } signal
            ? [new TelemetryPart(TelemetryFact.Kinds.Exporter, PlaceOf(call)) { Signal = signal }]
            : [];
    }

    // A meter of several possible names is a matter of the callers, and not judged.
    private IEnumerable<TelemetryPart> Named(string kind, IOperation creation, IOperation? name, InstrumentUses uses, CancellationToken cancellation)
    {
        if (creation.Syntax is not ExpressionSyntax expression || NamePatterns.Of(name, reading, cancellation) is not { Count: 1 } names)
            return [];
        var holder = uses.HolderOf(expression);
        return
        [
            new TelemetryPart(kind, PlaceOf(creation))
            {
                Name = names[0],
                Use = InWords(uses.Of(expression, creation.Type), holder),
                Members =
                [
                    .. new[] { holder, MemberIn(name) }.OfType<ISymbol>().Where(member => member is not ILocalSymbol),
                    .. kind == TelemetryFact.Kinds.Meter ? uses.InstrumentsOn(expression) : [],
                ],
            },
        ];
    }

    private IEnumerable<TelemetryPart> Instruments(IInvocationOperation call, InstrumentUses uses, CancellationToken cancellation)
    {
        if (call.Syntax is not ExpressionSyntax expression)
            return [];
        var names = NamePatterns.Of(call.ArgumentFor("name"), reading, cancellation);
        var holder = uses.HolderOf(expression);
        var use = names.Count > 1 ? TelemetryFact.Uses.Unknown : InWords(uses.Of(expression, call.Type), holder);
        return names.Select(name => new TelemetryPart(TelemetryFact.Kinds.Instrument, PlaceOf(call))
        {
            Name = name,
            Type = call.TargetMethod.ReturnType.Name,
            Use = use,
            Members = holder is null or ILocalSymbol ? [] : [holder],
        });
    }

    private IEnumerable<TelemetryPart> Registrations(IInvocationOperation call, string signal, CancellationToken cancellation) =>
        from argument in call.Arguments
        where argument.Parameter?.Name == "names"
        from name in ElementsOf(argument.Value, cancellation)
        from pattern in NamePatterns.Of(name, reading, cancellation)
        let member = pattern == NamePatterns.Anything ? MemberIn(name) : null
        select new TelemetryPart(TelemetryFact.Kinds.Registration, PlaceOf(call)) { Name = pattern, Signal = signal, Members = member is null ? [] : [member] };

    // A list that is written elsewhere and never assigned anew is the list itself, once: in half-typed code it may hold itself.
    private IEnumerable<IOperation?> ElementsOf(IOperation list, CancellationToken cancellation)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<IOperation?>(ElementsWritten(list, seen, cancellation).Reverse());
        while (pending.Count > 0)
        {
            var element = pending.Pop();
            if (element is not ISpreadOperation { Operand: var spread })
            {
                yield return element;
                continue;
            }
            foreach (var inner in ElementsWritten(spread, seen, cancellation).Reverse())
                pending.Push(inner);
        }
    }

    private IEnumerable<IOperation?> ElementsWritten(IOperation list, HashSet<ISymbol> seen, CancellationToken cancellation) => list.WithoutConversions() switch
    {
        IArrayCreationOperation or ICollectionExpressionOperation => list.Elements(),
        IFieldReferenceOperation { Field: var field } when !seen.Add(field) => [],
        IFieldReferenceOperation { Field: { IsReadOnly: true } field } when reading.DeclarationsOf(field, cancellation).FirstOrDefault()
            is VariableDeclaratorSyntax { Initializer.Value: { } written } && reading.Models.OperationOf(written, cancellation) is { } value
            && value.WithoutConversions() is IArrayCreationOperation or ICollectionExpressionOperation => value.Elements(),
        _ => Enumerable.Repeat<IOperation?>(null, 1),
    };

    private IEnumerable<TelemetryPart> UseOf(ISymbol member, InstrumentUses uses) =>
        uses.FirstUseOf(member, InstrumentationSymbols.TypeOf(member)) is { } location
            ? [new TelemetryPart(TelemetryFact.Kinds.Use, location) { Members = [member] }]
            : [];

    private static IEnumerable<TelemetryPart> ListensToAll(IOperation place, string signal) =>
    [
        new TelemetryPart(TelemetryFact.Kinds.Registration, PlaceOf(place)) { Name = NamePatterns.Anything, Signal = signal },
        new TelemetryPart(TelemetryFact.Kinds.Exporter, PlaceOf(place)) { Signal = signal },
    ];

    // What is built on an instance or a first parameter says for which signal; null for logs.
    private string? SignalOf(IInvocationOperation call)
    {
        var builder = call.Receiver()?.Type ?? call.TargetMethod.Parameters.FirstOrDefault()?.Type;
        return _symbols.IsMetricsBuilder(builder) || call.TargetMethod.Name.Contains("Prometheus") ? TelemetryFact.Signals.Metrics
            : _symbols.IsTracesBuilder(builder) ? TelemetryFact.Signals.Traces
            : builder is null || builder.Name.Contains("Logg") ? null
            : TelemetryFact.Signals.All;
    }

    // new Meter("Shop"), new Meter(new MeterOptions("Shop")), factory.Create("Shop")
    private static IOperation? NameAmong(ImmutableArray<IArgumentOperation> arguments)
    {
        var given = arguments.FirstOrDefault(argument => argument.Parameter?.Name is "name" or "options")?.Value.WithoutConversions();
        return given is IObjectCreationOperation { Type.SpecialType: not SpecialType.System_String } options
            ? options.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
                .FirstOrDefault(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: "Name" })?.Value ?? NameAmong(options.Arguments)
            : given;
    }

    // BillingTelemetry.Name, or BillingTelemetry.Meter in BillingTelemetry.Meter.Name
    private ISymbol? MemberIn(IOperation? name) => name.WithoutConversions() switch
    {
        IPropertyReferenceOperation { Property.Name: "Name", Instance: IMemberReferenceOperation holder } when _symbols.IsMeter(holder.Type)
            || _symbols.IsActivitySource(holder.Type) => holder.Member,
        IFieldReferenceOperation { Field.IsConst: false } field => field.Field,
        IPropertyReferenceOperation { Property.IsIndexer: false } property => property.Property,
        _ => null,
    };

    // Who sees a signed library does not look into it, so nobody says what others do with its members.
    private string InWords(UseState state, ISymbol? holder) => state switch
    {
        UseState.Yes => TelemetryFact.Uses.Yes,
        UseState.No when holder is not { DeclaredAccessibility: not Accessibility.Private } || !reading.Compilation.Assembly.Identity.IsStrongName =>
            TelemetryFact.Uses.No,
        _ => TelemetryFact.Uses.Unknown,
    };

    // The name of the method, or the type, rather than the whole chain of calls before it.
    private static Location PlaceOf(IOperation operation) => operation.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } => name.GetLocation(),
        var syntax => syntax.GetLocation(),
    };
}
