using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts.Credentials;
using ReadinessAnalyzers.Facts.Telemetry;
using ReadinessAnalyzers.Facts.Webhooks;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Flow.Origins;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts;

/// <summary>
/// What all analyzers of one compilation share: the symbols of the libraries, the semantic models and the facts already read.
/// Everything in it is computed on demand and remembered, so that no analysis is repeated.
/// </summary>
internal sealed class CompilationReading
{
    // Analyzers are separate objects in the compiler's eyes; the compilation itself is the only thing they have in common.
    // The table is a cache that dies with its keys, not state: it never changes what any analyzer reports.
    private static readonly ConditionalWeakTable<Compilation, CompilationReading> Readings = new();

    private readonly Lazy<AspNetSymbols> _aspNet;
    private readonly Lazy<AccessSymbols> _access;
    private readonly Lazy<ConfigurationSymbols> _configuration;
    private readonly ConcurrentDictionary<SyntaxTree, ImmutableArray<StripeInput>> _inputs = new();
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<SyntaxNode>> _bodies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<string, TraceReading> _traces = new(StringComparer.Ordinal);

    private volatile bool _hasCrashed;

    private CompilationReading(Compilation compilation)
    {
        Compilation = compilation;
        Models = new ModelCache(compilation);
        Stripe = StripeSymbols.Find(compilation);
        Uses = new SymbolUses(compilation, Models);
        Writes = new MemberWrites(Uses);
        Calls = new CallSites(this);
        Bindings = new OptionsBindings(this);
        Refusals = new Refusals(this);
        SecretBodies = new SecretBodies(compilation);
        Origins = new OriginTracer(this);
        Sinks = new CredentialSinks(compilation);
        Demands = new EndpointDemands(this);
        EventArrivals = new EventArrivals(this);
        HiddenVerification = Stripe is null ? null : new HiddenVerification(this, new StripeEvents(Stripe));
        EventTypes = Stripe is null ? null : new EventTypeReader(this, Stripe);
        SignatureFailures = Stripe is null ? null : new SignatureFailures(this, Stripe);
        HandedBodies = Stripe is null ? null : new HandedBodies(this, Stripe);
        StripeCalls = Stripe is null ? null : new StripeCalls(this, Stripe);
        SensitiveValues = Stripe is null ? null : new SensitiveValues(this, Stripe);
        _aspNet = new Lazy<AspNetSymbols>(() => new AspNetSymbols(compilation));
        _access = new Lazy<AccessSymbols>(() => new AccessSymbols(compilation));
        _configuration = new Lazy<ConfigurationSymbols>(() => new ConfigurationSymbols(compilation));
    }

    public Compilation Compilation { get; }

    public ModelCache Models { get; }

    public AspNetSymbols AspNet => _aspNet.Value;

    public AccessSymbols Access => _access.Value;

    /// <summary>Null when Stripe.net is not referenced.</summary>
    public StripeSymbols? Stripe { get; }

    public ConfigurationSymbols Configuration => _configuration.Value;

    public FunctionGraphs Graphs { get; } = new();

    public SymbolUses Uses { get; }

    public MemberWrites Writes { get; }

    public CallSites Calls { get; }

    public OptionsBindings Bindings { get; }

    public Refusals Refusals { get; }

    public SecretBodies SecretBodies { get; }

    public OriginTracer Origins { get; }

    public CredentialSinks Sinks { get; }

    public EndpointDemands Demands { get; }

    public EventArrivals EventArrivals { get; }

    public CredentialScanners CredentialScanners { get; } = new();

    /// <summary>Null when Stripe.net is not referenced.</summary>
    public HiddenVerification? HiddenVerification { get; }

    /// <summary>Null when Stripe.net is not referenced.</summary>
    public EventTypeReader? EventTypes { get; }

    /// <summary>Null when Stripe.net is not referenced.</summary>
    public SignatureFailures? SignatureFailures { get; }

    /// <summary>Null when Stripe.net is not referenced.</summary>
    public HandedBodies? HandedBodies { get; }

    /// <summary>Null when Stripe.net is not referenced.</summary>
    public StripeCalls? StripeCalls { get; }

    /// <summary>Null when Stripe.net is not referenced.</summary>
    public SensitiveValues? SensitiveValues { get; }

    /// <summary>
    /// Where this project declares <paramref name="symbol"/>, and of a partial member, where its body is. In an editor a referenced project's
    /// symbols have declarations too, in files that no model of this compilation knows.
    /// </summary>
    public IEnumerable<SyntaxNode> DeclarationsOf(ISymbol symbol, CancellationToken cancellation = default) =>
        from reference in Implementations.WrittenPart(symbol).DeclaringSyntaxReferences
        where Compilation.ContainsSyntaxTree(reference.SyntaxTree)
        select reference.GetSyntax(cancellation);

    /// <summary>
    /// The source that a call of <paramref name="method"/> may run: its own, and that of everything in the project that implements or overrides
    /// it.
    /// </summary>
    public ImmutableArray<SyntaxNode> BodiesOf(IMethodSymbol method, CancellationToken cancellation) =>
        _bodies.GetOrAdd((method.ReducedFrom ?? method).OriginalDefinition, key => [.. FindBodiesOf(key, cancellation)]);

    private IEnumerable<SyntaxNode> FindBodiesOf(IMethodSymbol method, CancellationToken cancellation)
    {
        var own = method.IsAbstract ? [] : DeclarationsOf(method, cancellation);
        return !method.IsAbstract && !method.IsVirtual
            ? own
            : own.Concat(Compilation.GetSymbolsWithName(method.Name, SymbolFilter.Member, cancellation)
                .Where(candidate => !candidate.IsAbstract && Implementations.Runs(candidate, method))
                .SelectMany(candidate => DeclarationsOf(candidate, cancellation)));
    }

    /// <summary>True if an analyzer ended in an exception on this project.</summary>
    public bool HasCrashed => _hasCrashed;

    /// <summary>For <c>catch (Exception e) when (…)</c>: remembers the exception's being there, and lets it pass to the compiler.</summary>
    public bool Note(Exception exception)
    {
        _hasCrashed |= exception is not OperationCanceledException;
        return false;
    }

    /// <summary>What the project's code traces.</summary>
    /// <param name="ownTypes">The types of the app whose every method counts, as the option names them.</param>
    public TraceReading Traces(string ownTypes) =>
        _traces.GetOrAdd(ownTypes, key => new TraceReading(this, new TelemetrySymbols(Compilation, key)));

    public static CompilationReading Of(Compilation compilation) =>
        Readings.GetValue(compilation, static key => new CompilationReading(key));

    /// <summary>The credentials and prices that the file hands to Stripe, in the order of the text; none when Stripe.net is not referenced.</summary>
    public ImmutableArray<StripeInput> InputsOf(SyntaxTree tree, CancellationToken cancellation) => Stripe is null
        ? []
        : _inputs.GetOrAdd(tree, key =>
            [.. new StripeInputReader(this, Stripe).Read(key, cancellation), .. new PublishableKeyReader(this).Read(key, cancellation)]);

    /// <summary>The credentials and prices of the whole project, file by file.</summary>
    public IEnumerable<StripeInput> AllInputs(CancellationToken cancellation) =>
        Compilation.SyntaxTrees.SelectMany(tree => InputsOf(tree, cancellation));

    /// <summary>The roles, but its own, in which the project reads the setting that <paramref name="input"/> comes from.</summary>
    public ImmutableArray<string> OtherRolesOf(StripeInput input, CancellationToken cancellation) => input.OnlySetting is not { } setting
        ? []
        : [.. AllInputs(cancellation)
            .Where(other => other.Role != input.Role && other.OnlySetting is { } read && read.IsSameAs(setting))
            .Select(other => other.Role)
            .Distinct()];
}
