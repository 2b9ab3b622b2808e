using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Facts;

namespace ReadinessAnalyzers.Flow.Origins.Steps;

/// <summary>
/// Locals and parameters: the definitions that reach the place where they are read, and for a parameter the arguments of its callers.
/// </summary>
internal sealed class VariableStep : OriginStep
{
    public override OriginSet? Follow(IOperation value, Trail trail)
    {
        ISymbol? variable = value switch
        {
            ILocalReferenceOperation { Local.IsRef: false } local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };
        if (variable is null)
            return null;
        if (DeclaringFunction(value, variable) is not { } function)
            return variable is IParameterSymbol captured ? Argument(captured, trail) : OriginSet.Unknown;
        if (trail.Reading.Graphs[function] is not { } graph || ReachingDefinitions.Of(graph, variable, trail.Reading.Refusals.CanThrow) is not { } definitions)
            return OriginSet.Unknown;
        if (IsAssignedInside(function, variable, trail))
            return OriginSet.Unknown;
        return Follow(value, variable, function, graph, definitions, trail);
    }

    private static OriginSet Follow(
        IOperation read, ISymbol variable, IOperation function, ControlFlowGraph graph, ReachingDefinitions definitions, Trail trail)
    {
        var place = read;
        IOperation? capturing = null;
        for (var inner = read.InnermostFunction(); inner != function; inner = inner.InnermostFunction())
            place = capturing = inner;

        // A lambda runs when it is called: it may see what held where it was made, and whatever is assigned later.
        var state = definitions.Before(operation => IsSamePlace(operation, place), graph, trail.Cancellation);
        if (state is null && capturing is not ILocalFunctionOperation)
            return OriginSet.Unknown;
        var reaching = definitions.All.Where(definition =>
            state is null
            || definitions.In(state.Value).Contains(definition)
            || capturing is not null && definition.Operation.Syntax.SpanStart > capturing.Syntax.SpanStart);

        var alternatives = reaching.Select(definition => FollowDefinition(
            definition, isGuarded: state is { } known && definitions.In(known).Contains(definition) && !definitions.MayBeEmpty(definition, known), trail)).ToList();
        if (variable is IParameterSymbol parameter && state is not { HasEntry: false })
            alternatives.Add(state is { EntryMayBeEmpty: false } ? Argument(parameter, trail).WithoutEmpty() : Argument(parameter, trail));
        if (alternatives.Count == 0)
            return OriginSet.Unknown;
        var origins = OriginSet.Choice(alternatives);
        return capturing is not null && origins.HasEmpty && trail.Reading.Refusals.IsRefusedBefore(read, variable, trail.Cancellation)
            ? origins.WithoutEmpty()
            : origins;
    }

    private static OriginSet FollowDefinition(Definition definition, bool isGuarded, Trail trail)
    {
        if (definition.Value is null || trail.OperationOf(definition.Value) is not { } value)
            return OriginSet.Unknown;

        // if (env.IsDevelopment()) key = …: production never has this value.
        if (DevelopmentOnly.Contains(definition.Value))
            return OriginSet.Nothing;

        // A definition that leads back to itself, as in a loop, adds nothing.
        var origins = trail.Past(definition.Value)?.Follow(value) ?? OriginSet.Nothing;
        return isGuarded ? origins.WithoutEmpty() : origins;
    }

    private static bool IsSamePlace(IOperation operation, IOperation place) =>
        operation.Syntax == place.Syntax
        && (operation is ILocalReferenceOperation or IParameterReferenceOperation or IFlowAnonymousFunctionOperation);

    private static IOperation? DeclaringFunction(IOperation read, ISymbol variable)
    {
        for (var function = read.InnermostFunction(); ; function = function.InnermostFunction())
        {
            var symbol = function switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => null,
            };
            if (SymbolEqualityComparer.Default.Equals(symbol, variable.ContainingSymbol))
                return function;
            if (function.Parent is null)
                return symbol is null && IsDeclaredBy(function, variable) ? function : null;
        }
    }

    // The parameters of a primary constructor are read in other members, which hold none of their assignments.
    private static bool IsDeclaredBy(IOperation member, ISymbol variable) =>
        variable is ILocalSymbol
        || member.SemanticModel?.GetDeclaredSymbol(member.Syntax) is { } declared
            && SymbolEqualityComparer.Default.Equals(declared, variable.ContainingSymbol);

    private static bool IsAssignedInside(IOperation function, ISymbol variable, Trail trail) =>
        variable is { Name.Length: > 0 } && function.Descendants().Any(operation =>
            operation is IAssignmentOperation or IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref }
            && Definition.Of(variable, operation, []) is not null
            && operation.InnermostFunction() != function);

    private static OriginSet Argument(IParameterSymbol parameter, Trail trail) =>
        trail.FollowArgument(parameter) ?? FollowCallers(parameter, trail);

    /// <summary>Where the arguments that the project passes for <paramref name="parameter"/> come from.</summary>
    public static OriginSet FollowCallers(IParameterSymbol parameter, Trail trail)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction } method)
            return OriginSet.Unknown;
        if (method is { MethodKind: MethodKind.PropertySet, AssociatedSymbol: IPropertySymbol property })
            return MemberStep.FollowAssigned(property, trail);
        return trail.Through(parameter) is { } onward ? FollowCallers(parameter, method, onward.Elsewhere()) : OriginSet.Nothing;
    }

    private static OriginSet FollowCallers(IParameterSymbol parameter, IMethodSymbol method, Trail trail)
    {
        var calls = trail.Reading.Calls.Of(method, trail.Cancellation);
        if (calls.Calls.IsEmpty)
            return OriginSet.Unknown;
        var arguments = calls.Calls.Select(call =>
            trail.Follow(call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal)?.Value));
        return OriginSet.Union(calls.AreAll ? arguments : arguments.Append(OriginSet.Unknown));
    }
}
