using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Instrumentation;

/// <summary>How far it is certain that something is used; of two, the greater one counts.</summary>
internal enum UseState
{
    No,

    /// <summary>It is handed to code that may use it.</summary>
    Unknown,
    Yes,
}

/// <summary>
/// Whether what is made is used in this project: an instrument recorded to, an activity started, an instrument that is used made on a meter.
/// </summary>
internal sealed class InstrumentUses(CompilationReading reading, InstrumentationSymbols symbols, CancellationToken cancellation)
{
    // A name that is everywhere is nobody's in particular.
    private const int MostMentions = 300;

    /// <summary>The field, property or local variable that the result of <paramref name="creation"/> is kept in; null if in none, or not only.</summary>
    public ISymbol? HolderOf(ExpressionSyntax creation)
    {
        var whole = Whole(creation);
        return whole.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax or PropertyDeclarationSyntax } value => Declared(value.Parent),
            ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => Declared(property),
            AssignmentExpressionSyntax { Left: not ElementAccessExpressionSyntax } assignment when assignment.Right == whole && IsStatement(assignment) =>
                reading.Models[assignment.SyntaxTree].GetSymbolInfo(assignment.Left, cancellation).Symbol,
            _ => null,
        };
    }

    /// <summary>Whether the result of <paramref name="creation"/>, of this type, is used.</summary>
    public UseState Of(ExpressionSyntax creation, ITypeSymbol? type)
    {
        if (symbols.IsObservable(type))
            return UseState.Yes;
        return HolderOf(creation) is { } holder ? Of(holder, type) : At(Whole(creation), type);
    }

    /// <summary>The first line of the project that uses what <paramref name="holder"/> holds, or hands it on; null if none does.</summary>
    public Location? FirstUseOf(ISymbol holder, ITypeSymbol? type) => MentionsOf(holder) is not { } mentions
        ? Location.None
        : mentions.FirstOrDefault(mention => At(mention, type) != UseState.No)?.GetLocation();

    /// <summary>The fields and properties that hold the instruments made on the meter of <paramref name="creation"/>.</summary>
    public IEnumerable<ISymbol> InstrumentsOn(ExpressionSyntax creation)
    {
        var places = HolderOf(creation) is { } holder
            ? MentionsOf(holder)?.Select(mention => Whole(SymbolUses.WholeExpression(mention))) ?? []
            : [Whole(creation)];
        return places.Select(place => CallOn(place) is { } call ? HolderOf(call) : null).OfType<ISymbol>().Where(symbol => symbol is not ILocalSymbol);
    }

    private UseState Of(ISymbol holder, ITypeSymbol? type)
    {
        if (MentionsOf(holder) is not { } mentions)
            return UseState.Unknown;
        var state = UseState.No;
        foreach (var mention in mentions)
        {
            var use = At(mention, type);
            state = use > state ? use : state;
            if (state == UseState.Yes)
                break;
        }
        return state;
    }

    // Null for more than anybody wants to look at.
    private IEnumerable<SimpleNameSyntax>? MentionsOf(ISymbol holder) => holder switch
    {
        ILocalSymbol { DeclaringSyntaxReferences: { Length: > 0 } declarations } =>
            reading.Uses.Among(SymbolUses.Named(holder.Name, declarations[0].SyntaxTree, cancellation), holder, cancellation),
        IFieldSymbol or IPropertySymbol when reading.Uses.Named(holder.Name, cancellation).Length <= MostMentions => reading.Uses.Of(holder, cancellation),
        _ => null,
    };

    private UseState At(SimpleNameSyntax mention, ITypeSymbol? type) => At(Whole(SymbolUses.WholeExpression(mention)), type);

    private UseState At(ExpressionSyntax whole, ITypeSymbol? type) => whole.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Expression == whole => Through(access.Name, access, type),
        ConditionalAccessExpressionSyntax access when access.Expression == whole && BindingOf(access) is { } binding => Through(binding.Name, binding, type),
        AssignmentExpressionSyntax assignment when assignment.Left == whole => UseState.No,
        ExpressionStatementSyntax or IsPatternExpressionSyntax or CrefSyntax => UseState.No,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } => UseState.No,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } } => UseState.No,
        _ => UseState.Unknown,
    };

    private static InvocationExpressionSyntax? CallOn(ExpressionSyntax meter) => meter.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Expression == meter => access.Parent as InvocationExpressionSyntax,
        ConditionalAccessExpressionSyntax access when access.Expression == meter => BindingOf(access)?.Parent as InvocationExpressionSyntax,
        _ => null,
    };

    private UseState Through(SimpleNameSyntax member, ExpressionSyntax access, ITypeSymbol? type)
    {
        var call = access.Parent as InvocationExpressionSyntax;
        switch (member.Identifier.ValueText)
        {
            case "Name" or "Version" or "Tags" or "Description" or "Unit" or "Meter" or "Scope" or "TelemetrySchemaUrl" or "IsObservable":
            case "Enabled" or "HasListeners" or "Dispose" or "GetType" or "GetHashCode" or "Equals" or "ToString":
                return UseState.No;
            case "Add" or "Record" when call is not null && symbols.IsInstrument(type):
            case "StartActivity" or "CreateActivity" when call is not null && symbols.IsActivitySource(type):
                return UseState.Yes;
            default:
                return call is not null && symbols.IsMeter(type)
                    && reading.Models[call.SyntaxTree].GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method && symbols.MakesInstrument(method)
                    ? Of(call, method.ReturnType)
                    : UseState.Unknown;
        }
    }

    // x?.Add(1), x?.Meter.Name: the first name after the question mark.
    private static MemberBindingExpressionSyntax? BindingOf(ConditionalAccessExpressionSyntax access)
    {
        var first = access.WhenNotNull;
        while (true)
        {
            switch (first)
            {
                case MemberBindingExpressionSyntax binding:
                    return binding;
                case InvocationExpressionSyntax call:
                    first = call.Expression;
                    break;
                case MemberAccessExpressionSyntax member:
                    first = member.Expression;
                    break;
                case ConditionalAccessExpressionSyntax inner:
                    first = inner.Expression;
                    break;
                default:
                    return null;
            }
        }
    }

    private ISymbol? Declared(SyntaxNode? declaration) =>
        declaration is null ? null : reading.Models[declaration.SyntaxTree].GetDeclaredSymbol(declaration, cancellation);

    // Elsewhere the value of an assignment is used once more.
    private static bool IsStatement(AssignmentExpressionSyntax assignment) => assignment.Parent
        is ExpressionStatementSyntax or InitializerExpressionSyntax or ArrowExpressionClauseSyntax { Parent: ConstructorDeclarationSyntax };

    private static ExpressionSyntax Whole(ExpressionSyntax expression)
    {
        while (expression.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax
            or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }
            || expression.Parent is ConditionalAccessExpressionSyntax access && access.WhenNotNull == expression)
        {
            expression = (ExpressionSyntax)expression.Parent;
        }
        return expression;
    }
}
