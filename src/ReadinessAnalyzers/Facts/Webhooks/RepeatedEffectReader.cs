using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>
/// Finds what an endpoint certainly does again for a redelivered event: an effect that is not idempotent, in the endpoint or in the app's own
/// methods that it calls, with nothing on the way that may tell a first delivery from a second one.
/// </summary>
internal sealed class RepeatedEffectReader(CompilationReading reading, StripeEvents events)
{
    private const int DeepestCall = 4;

    private readonly EffectSymbols _effects = new(reading.Compilation);
    private readonly DuplicateGuards _guards = new(reading, events);

    /// <summary>The first in the order of the text; null if there is none, or none for certain.</summary>
    public RepeatedEffect? FirstOf(HttpEndpoint endpoint, CancellationToken cancellation) => FirstIn(new HandlerStep(endpoint.Function, null, null), [], cancellation);

    private RepeatedEffect? FirstIn(HandlerStep step, HashSet<SyntaxNode> seen, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!seen.Add(step.Function) || _guards.ShowSigns(step.Function, cancellation))
            return null;
        foreach (var act in ActsOf(step.Function))
        {
            var found = EffectOf(act, step, cancellation) is { } what
                ? new RepeatedEffect(what, act.GetLocation(), (step.Entry ?? act).GetLocation())
                : act is InvocationExpressionSyntax call && CalleeOf(call, step, cancellation) is { } callee ? FirstIn(callee, seen, cancellation) : null;
            if (found is not null && !_guards.MayStandBefore(act, step, cancellation))
                return found;
        }
        return null;
    }

    // A lambda runs when somebody else calls it.
    private static IEnumerable<SyntaxNode> ActsOf(SyntaxNode function) => function
        .DescendantNodes(node => node == function || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Where(node => node is InvocationExpressionSyntax or AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax);

    private HandlerStep? CalleeOf(InvocationExpressionSyntax call, HandlerStep step, CancellationToken cancellation)
    {
        if (step.Depth >= DeepestCall
            || reading.Models[call.SyntaxTree].GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method
            || PlatformAssemblies.Contain(method) || events.IsStripe(method))
        {
            return null;
        }
        return Implementations.OnlyOne((method.ReducedFrom ?? method).OriginalDefinition, reading.Compilation, cancellation) is IMethodSymbol only
            && reading.DeclarationsOf(only, cancellation).FirstOrDefault(IsWritten) is { } body
                ? new HandlerStep(body, call, step)
                : null;
    }

    private static bool IsWritten(SyntaxNode declaration) => declaration switch
    {
        MethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        LocalFunctionStatementSyntax function => function.Body is not null || function.ExpressionBody is not null,
        _ => false,
    };

    private string? EffectOf(SyntaxNode act, HandlerStep step, CancellationToken cancellation)
    {
        var model = reading.Models[act.SyntaxTree];
        if (act is not InvocationExpressionSyntax)
            return StepOf(act, model, cancellation) is { } changed && Saves(step, cancellation) ? $"adds to '{changed.ContainingType.Name}.{changed.Name}'" : null;
        if (model.GetSymbolInfo(act, cancellation).Symbol is not IMethodSymbol method)
            return null;
        if (_effects.SendsMail(method))
            return "sends a mail";
        if (_effects.CreatesAtStripe(method))
        {
            return reading.Models.OperationOf(act, cancellation) is IInvocationOperation call && !HandsOverOptions(call)
                ? $"calls '{method.ContainingType.Name}.{method.Name}' without an idempotency key"
                : null;
        }
        return _effects.AddsARow(method) && AddsANewRow((InvocationExpressionSyntax)act, method, model, cancellation) && Saves(step, cancellation)
            ? $"adds a row of '{((INamedTypeSymbol)method.ContainingType).TypeArguments[0].Name}'"
            : null;
    }

    private bool HandsOverOptions(IInvocationOperation call) => call.Arguments.Any(argument =>
        _effects.IsRequestOptions(argument.Parameter) && argument.ArgumentKind != ArgumentKind.DefaultValue && !argument.Value.ConstantValue.HasValue);

    // user.Credits += 100; user.Credits = user.Credits + 100; user.Visits++
    private IPropertySymbol? StepOf(SyntaxNode act, SemanticModel model, CancellationToken cancellation)
    {
        var target = act switch
        {
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression or (int)SyntaxKind.SubtractAssignmentExpression } sum => sum.Left,
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Right: BinaryExpressionSyntax sum } assignment
                when sum.Kind() is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression && sum.Left.IsEquivalentTo(assignment.Left) => assignment.Left,
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } step => step.Operand,
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } step => step.Operand,
            _ => null,
        };
        return target is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax entity }
            && model.GetSymbolInfo(target, cancellation).Symbol is IPropertySymbol { Type.SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double } property
            && model.GetSymbolInfo(entity, cancellation).Symbol is ILocalSymbol row
            && _effects.IsSet(_guards.LookupOf(row, cancellation))
                ? property
                : null;
    }

    private bool Saves(HandlerStep step, CancellationToken cancellation)
    {
        for (var current = step; current is not null; current = current.Caller)
        {
            var model = reading.Models[current.Function.SyntaxTree];
            if (current.Function.DescendantNodes().OfType<InvocationExpressionSyntax>()
                .Any(call => model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method && _effects.Saves(method)))
            {
                return true;
            }
        }
        return false;
    }

    // Made on the spot, with a key of the database's choice: where the key comes from the event, the second row is refused.
    private bool AddsANewRow(InvocationExpressionSyntax call, IMethodSymbol method, SemanticModel model, CancellationToken cancellation)
    {
        var entity = ((INamedTypeSymbol)method.ContainingType).TypeArguments[0];
        var row = call.ArgumentList.Arguments.FirstOrDefault()?.Expression;
        var creation = row is IdentifierNameSyntax && model.GetSymbolInfo(row, cancellation).Symbol is ILocalSymbol local
            ? reading.DeclarationsOf(local, cancellation).OfType<VariableDeclaratorSyntax>().FirstOrDefault()?.Initializer?.Value
            : row;
        return creation is BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 } }
            && !WrittenKeys(creation, row, entity).Any()
            && !MayBeUnique(entity, cancellation);
    }

    // new Payment { Id = session.Id }, payment.Id = session.Id
    private static IEnumerable<AssignmentExpressionSyntax> WrittenKeys(ExpressionSyntax creation, ExpressionSyntax? row, ITypeSymbol entity) =>
        from assignment in (Functions.Around(creation)?.DescendantNodes() ?? []).OfType<AssignmentExpressionSyntax>()
        where creation.Contains(assignment) || (assignment.Left is MemberAccessExpressionSyntax access && row is not null && access.Expression.IsEquivalentTo(row))
        let property = assignment.Left is MemberAccessExpressionSyntax written ? written.Name.Identifier.ValueText : assignment.Left.ToString()
        where (property == "Id" || property == entity.Name + "Id" || IsKey(entity, property)) && !assignment.Right.ToString().EndsWith("NewGuid()", StringComparison.Ordinal)
        select assignment;

    private static bool IsKey(ITypeSymbol entity, string property) =>
        entity.GetMembers(property).SelectMany(member => member.GetAttributes()).Any(attribute => attribute.AttributeClass?.Name == "KeyAttribute");

    // An index or key may refuse the second row.
    private bool MayBeUnique(ITypeSymbol entity, CancellationToken cancellation) =>
        entity.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "IndexAttribute" or "PrimaryKeyAttribute")
        || new[] { "IsUnique", "HasAlternateKey", "HasKey" }.SelectMany(name => reading.Uses.Named(name, cancellation))
            .Any(use => IsAbout(use, entity.Name) && !NamesTheUsualKey(use, entity.Name));

    // b.HasKey("Id"), as every migration says: the database's own choice, or seen in WrittenKeys.
    private static bool NamesTheUsualKey(SimpleNameSyntax use, string entity) =>
        use.Identifier.ValueText == "HasKey"
        && SymbolUses.WholeExpression(use).Parent is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments }
        && arguments[0].GetLastToken().ValueText is var key && (key == "Id" || key == entity + "Id");

    // modelBuilder.Entity<Payment>(…), class PaymentConfiguration : IEntityTypeConfiguration<Payment>
    private static bool IsAbout(SyntaxNode use, string entity) =>
        (use.Ancestors().OfType<StatementSyntax>().LastOrDefault(statement => statement is not BlockSyntax)?.DescendantTokens()
            .Concat(use.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.BaseList?.DescendantTokens() ?? []) ?? [])
            .Any(token => token.ValueText == entity || token.ValueText.EndsWith("." + entity, StringComparison.Ordinal));
}
