using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Flow.Origins;

namespace ReadinessAnalyzers.Facts;

/// <summary>Where the project refuses to go on with an empty or missing value: on the way to a place, at start-up, in a caller.</summary>
internal sealed class Refusals(CompilationReading reading)
{
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _canThrow = new(SymbolEqualityComparer.Default);
    private readonly NamedGuards _guards = new(reading);

    /// <summary>True for a method of the project that throws on some path: handed a value, it may refuse it.</summary>
    public bool CanThrow(IMethodSymbol method) => _canThrow.GetOrAdd(
        method.OriginalDefinition,
        key => reading.DeclarationsOf(key).Any(declaration =>
            declaration.DescendantNodes().Any(node => node is ThrowStatementSyntax or ThrowExpressionSyntax || IsNamedThrow(node))));

    /// <summary>
    /// True if, in the function of <paramref name="read"/> or in one around it, no path leads there on which <paramref name="variable"/> may
    /// be empty.
    /// </summary>
    public bool IsRefusedBefore(IOperation read, ISymbol variable, CancellationToken cancellation)
    {
        var place = read;
        while (true)
        {
            var function = place.InnermostFunction();
            if (function == place)
                return false;
            if (reading.Graphs[function] is { } graph
                && ReachingDefinitions.Of(graph, variable, CanThrow) is { } definitions
                && definitions.Before(operation => IsPlace(operation, place), graph, cancellation) is { MayBeEmpty: 0 })
            {
                return true;
            }
            place = function;
        }
    }

    private static bool IsPlace(IOperation operation, IOperation place) => place is ILocalFunctionOperation function
        ? operation is IInvocationOperation call && SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, function.Symbol)
        : operation.Syntax == place.Syntax
            && operation is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation or IFlowAnonymousFunctionOperation;

    /// <summary>
    /// True if code elsewhere throws when the value is missing: at start-up, in the constructor, in a validating method, or in a caller of
    /// the method that uses it. The value is told by the empty string that stands in for it, or by the settings that it is read from.
    /// </summary>
    public bool AreElsewhere(Origin.Constant empty, OriginSet origins, SyntaxNode use, CancellationToken cancellation)
    {
        var settings = origins.Settings.ToImmutableArray();
        var names = settings.Select(setting => setting.Name.Split(':', '_').Last()).Where(name => name.Length > 0).Distinct().ToArray();
        var anchors = new TextAnchors(names);
        var nodes = reading.Compilation.SyntaxTrees
            .Where(tree => tree == empty.Location.SourceTree || names.Length > 0 && anchors.IsIn(tree, cancellation))
            .SelectMany(tree => tree.GetRoot(cancellation).DescendantNodes())
            .Where(node => !DevelopmentOnly.Contains(node))
            .ToList();
        return nodes.SelectMany(node => TestedBy(node, use)).Any(tested => IsSame(tested, empty, settings, cancellation))
            || nodes.Any(node => IsRead(node)
                && _guards.TellerOf(node, use, cancellation) is { } teller
                && IsSame(node, empty, settings, cancellation)
                && _guards.Guards(teller, use, cancellation));
    }

    private static bool IsRead(SyntaxNode node) =>
        node is IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax;

    // What is tested before code throws, or before it returns and never calls the function that uses the value.
    private static IEnumerable<SyntaxNode> TestedBy(SyntaxNode node, SyntaxNode use) => node switch
    {
        IfStatementSyntax test when Throws(test.Statement) || Returns(test.Statement) && CallsUseAfter(test, use) =>
            test.Condition.DescendantNodesAndSelf(),
        ConditionalExpressionSyntax choice when choice.WhenTrue is ThrowExpressionSyntax || choice.WhenFalse is ThrowExpressionSyntax =>
            choice.Condition.DescendantNodesAndSelf(),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Right: ThrowExpressionSyntax } coalesce => [coalesce.Left],
        SwitchExpressionSyntax choice when choice.Arms.Any(arm => arm.Expression is ThrowExpressionSyntax) => [choice.GoverningExpression],
        InvocationExpressionSyntax call when IsNamedThrow(call) => call.ArgumentList.Arguments.Select(argument => argument.Expression),
        _ => [],
    };

    private bool IsSame(SyntaxNode tested, Origin.Constant empty, ImmutableArray<Origin.Setting> settings, CancellationToken cancellation)
    {
        if (!IsRead(tested)
            || reading.Models.OperationOf(tested, cancellation) is not { Type.SpecialType: SpecialType.System_String } value)
        {
            return false;
        }
        var origins = reading.Origins.OriginsOf(value, cancellation);
        // What is never null is not refused by a test for null.
        return origins.Constants.Any(constant => constant.Location == empty.Location)
            ? !IsTestForNull(tested)
            : origins.Settings.Any(setting => settings.Any(setting.IsSameAs));
    }

    private static bool IsTestForNull(SyntaxNode tested) => tested.Parent
        is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression }
        or BinaryExpressionSyntax { Right.RawKind: (int)SyntaxKind.NullLiteralExpression }
        or IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } }
        or IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } } }
        || NameOfCall(tested.FirstAncestorOrSelf<InvocationExpressionSyntax>()) == "ThrowIfNull";

    private static bool Throws(StatementSyntax statement) => statement.DescendantNodesAndSelf().Any(node => node is ThrowStatementSyntax);

    private static bool Returns(StatementSyntax statement) => statement.DescendantNodesAndSelf().Any(node => node is ReturnStatementSyntax);

    private static bool CallsUseAfter(IfStatementSyntax test, SyntaxNode use) =>
        Functions.Around(use) is MethodDeclarationSyntax user
        && Functions.Around(test) is { } function && function != user
        && function.DescendantNodes().Any(node =>
            node.SpanStart > test.Span.End && node is IdentifierNameSyntax name && name.Identifier.ValueText == user.Identifier.ValueText);

    // ArgumentException.ThrowIfNullOrEmpty(secret)
    private static bool IsNamedThrow(SyntaxNode node) => NameOfCall(node)?.StartsWith("ThrowIf", StringComparison.Ordinal) == true;

    private static string? NameOfCall(SyntaxNode? node) =>
        ((node as InvocationExpressionSyntax)?.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText;
}
