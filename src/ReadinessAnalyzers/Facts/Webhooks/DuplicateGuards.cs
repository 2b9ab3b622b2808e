using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>
/// What may tell the first delivery of an event from the second: any condition on the way that asks about more than the delivery itself, or
/// a sign that the app keeps count of events. Only what certainly cannot is let pass.
/// </summary>
internal sealed class DuplicateGuards(CompilationReading reading, StripeEvents events)
{
    private static readonly string[] Words = ["idempot", "duplic", "dedup", "already", "processed", "redeliver"];

    private static readonly HashSet<string> LookupSteps = new(
        [
            "Include", "ThenInclude", "AsTracking", "Where", "FirstOrDefault", "FirstOrDefaultAsync", "First", "FirstAsync", "SingleOrDefault",
            "SingleOrDefaultAsync", "Single", "SingleAsync", "Find", "FindAsync", "FindByIdAsync", "FindByEmailAsync", "FindByNameAsync",
        ],
        StringComparer.Ordinal);

    private static readonly string[] HarmlessNamespaces =
    [
        "Microsoft.Extensions.Configuration", "Microsoft.Extensions.Options", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Serilog",
    ];

    /// <summary>
    /// True if the function's own text speaks of duplicates, keeps the event's id, or catches what a database says of one.
    /// </summary>
    public bool ShowSigns(SyntaxNode function, CancellationToken cancellation) =>
        function.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && Speaks(token.ValueText))
        || function.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(access => KeepsEventId(access, cancellation))
        || function.DescendantNodes().OfType<CatchClauseSyntax>().Any(MayCatchADuplicate);

    /// <summary>True if <paramref name="act"/> may be left out for a second delivery by something that stands before it in its function.</summary>
    public bool MayStandBefore(SyntaxNode act, HandlerStep step, CancellationToken cancellation)
    {
        for (var node = act; node != step.Function; node = node.Parent)
        {
            if (node.Parent is not { } parent || MayLeaveOut(node, parent, step, cancellation))
                return true;
            if (Before(node, parent).SelectMany(Exits).Any(exit => MayTellApart(exit.Exit, exit.Statement, step, cancellation)))
                return true;
        }
        return false;
    }

    /// <summary>True for a row that was looked up by one of its columns, whatever its state.</summary>
    public bool IsLookedUp(ILocalSymbol row, CancellationToken cancellation) => LookupOf(row, cancellation) is not null;

    /// <summary>What <paramref name="row"/> was looked up in; null if it comes from elsewhere.</summary>
    public ITypeSymbol? LookupOf(ILocalSymbol row, CancellationToken cancellation) =>
        reading.DeclarationsOf(row, cancellation).FirstOrDefault() is VariableDeclaratorSyntax { Initializer.Value: { } value }
        && LookedUpIn(value, cancellation) is { } source
            ? reading.Models[source.SyntaxTree].GetTypeInfo(source, cancellation).Type
            : null;

    private static bool Speaks(string identifier) => Array.Exists(Words, word => identifier.ToLowerInvariant().Contains(word));

    // stripeEvent.Id anywhere but in a line of the log.
    private bool KeepsEventId(MemberAccessExpressionSyntax access, CancellationToken cancellation) =>
        access.Name.Identifier.ValueText is "Id" or "Request"
        && events.IsEvent(reading.Models[access.SyntaxTree].GetTypeInfo(access.Expression, cancellation).Type)
        && !access.Ancestors().OfType<InvocationExpressionSyntax>().Any(call => IsLog(call, cancellation));

    private bool IsLog(InvocationExpressionSyntax call, CancellationToken cancellation)
    {
        if (reading.Models[call.SyntaxTree].GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method)
            return false;
        var type = method.ContainingType?.ToDisplayString() ?? "";
        return type.StartsWith("Microsoft.Extensions.Logging.", StringComparison.Ordinal) || type.StartsWith("Serilog.", StringComparison.Ordinal)
            || type is "System.Console" or "System.Diagnostics.Debug" or "System.Diagnostics.Trace";
    }

    private static bool MayCatchADuplicate(CatchClauseSyntax clause) =>
        clause.Filter is not null
        || clause.Declaration?.Type.ToString() is { } type && !(type.EndsWith("StripeException", StringComparison.Ordinal) || type is "Exception" or "System.Exception"
            or "JsonException" or "FormatException" or "KeyNotFoundException" or "NullReferenceException" or "ArgumentException" or "InvalidCastException");

    // Whether a condition around the act, on its way up from node to parent, may decide against it.
    private bool MayLeaveOut(SyntaxNode node, SyntaxNode parent, HandlerStep step, CancellationToken cancellation) => parent switch
    {
        IfStatementSyntax { Condition: { } condition } branch when branch.Statement == node => !LetsPass(condition, true, step, cancellation),
        ElseClauseSyntax { Parent: IfStatementSyntax { Condition: { } condition } } => !LetsPass(condition, false, step, cancellation),
        SwitchSectionSyntax { Parent: SwitchStatementSyntax choice } section when section.Statements.Contains(node) =>
            !IsOfDelivery(choice.Expression, step, cancellation)
            || section.Labels.OfType<CasePatternSwitchLabelSyntax>().Any(label => label.WhenClause is { } when && !LetsPass(when.Condition, true, step, cancellation)),
        SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } arm =>
            !IsOfDelivery(choice.GoverningExpression, step, cancellation) || (arm.WhenClause is { } when && !LetsPass(when.Condition, true, step, cancellation)),
        ConditionalExpressionSyntax choice when choice.Condition != node => !LetsPass(choice.Condition, choice.WhenTrue == node, step, cancellation),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both when both.Right == node => !LetsPass(both.Left, true, step, cancellation),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression } either when either.Right == node => true,
        ForEachStatementSyntax loop when loop.Statement == node => !IsOfDelivery(loop.Expression, step, cancellation),
        WhileStatementSyntax loop => !LetsPass(loop.Condition, true, step, cancellation),
        ForStatementSyntax { Condition: { } condition } => !LetsPass(condition, true, step, cancellation),
        CatchClauseSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax => true,
        _ => false,
    };

    private static IEnumerable<SyntaxNode> Before(SyntaxNode node, SyntaxNode parent) =>
        parent is BlockSyntax or SwitchSectionSyntax or CompilationUnitSyntax ? parent.ChildNodes().TakeWhile(sibling => sibling != node) : [];

    // The ways by which a statement leaves the function or the loop or switch around it.
    private static IEnumerable<(SyntaxNode Exit, SyntaxNode Statement)> Exits(SyntaxNode statement) =>
        from node in statement.DescendantNodesAndSelf(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        where node is ReturnStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or GotoStatementSyntax
            || (node is BreakStatementSyntax && !node.Ancestors().TakeWhile(outer => outer != statement.Parent).Any(IsBreakable))
            || (node is ContinueStatementSyntax && !node.Ancestors().TakeWhile(outer => outer != statement.Parent).Any(IsLoop))
        where !node.Ancestors().TakeWhile(outer => outer != statement.Parent).Any(outer => outer is CatchClauseSyntax)
        select (node, statement);

    private static bool IsLoop(SyntaxNode node) => node is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax;

    private static bool IsBreakable(SyntaxNode node) => node is SwitchStatementSyntax || IsLoop(node);

    // Whether the condition of leaving there may be that of a second delivery.
    private bool MayTellApart(SyntaxNode exit, SyntaxNode statement, HandlerStep step, CancellationToken cancellation)
    {
        var isConditional = false;
        for (var node = exit; node != statement.Parent; node = node.Parent!)
        {
            switch (node.Parent)
            {
                case IfStatementSyntax branch when branch.Statement == node:
                    if (!LetsPass(branch.Condition, false, step, cancellation))
                        return true;
                    isConditional = true;
                    break;
                case ElseClauseSyntax { Parent: IfStatementSyntax branch }:
                    if (!LetsPass(branch.Condition, true, step, cancellation))
                        return true;
                    isConditional = true;
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce when coalesce.Right == node:
                    // … ?? throw: what is there goes on.
                    if (!IsOfDelivery(coalesce.Left, step, cancellation) && !IsLookup(coalesce.Left, cancellation))
                        return true;
                    isConditional = true;
                    break;
                case SwitchSectionSyntax { Parent: SwitchStatementSyntax choice }:
                    if (!IsOfDelivery(choice.Expression, step, cancellation))
                        return true;
                    isConditional = true;
                    break;
                case null:
                    return true;
            }
        }
        return !isConditional;
    }

    // Whether the condition has this outcome for a second delivery just as for the first: it asks about the delivery alone, or whether
    // something was found that the first delivery found as well.
    private bool LetsPass(ExpressionSyntax condition, bool outcome, HandlerStep step, CancellationToken cancellation) => condition switch
    {
        ParenthesizedExpressionSyntax parenthesized => LetsPass(parenthesized.Expression, outcome, step, cancellation),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => LetsPass(not.Operand, !outcome, step, cancellation),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both =>
            LetsPass(both.Left, outcome, step, cancellation) && LetsPass(both.Right, outcome, step, cancellation),
        _ => IsOfDelivery(condition, step, cancellation) || (FoundIn(condition) is { } test && test.IsFoundWhen == outcome && IsFound(test.Value, cancellation)),
    };

    // order == null, order is null, order != null, order is not null, order is { }
    private static (ExpressionSyntax Value, bool IsFoundWhen)? FoundIn(ExpressionSyntax condition) => condition switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Right.RawKind: (int)SyntaxKind.NullLiteralExpression } test => (test.Left, false),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression, Right.RawKind: (int)SyntaxKind.NullLiteralExpression } test => (test.Left, true),
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } } test => (test.Expression, false),
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } } } test =>
            (test.Expression, true),
        IsPatternExpressionSyntax { Pattern: RecursivePatternSyntax { PropertyPatternClause.Subpatterns.Count: 0, PositionalPatternClause: null } } test => (test.Expression, true),
        _ => null,
    };

    private bool IsFound(ExpressionSyntax value, CancellationToken cancellation) =>
        value is IdentifierNameSyntax
        && reading.Models[value.SyntaxTree].GetSymbolInfo(value, cancellation).Symbol is ILocalSymbol local
        && IsLookedUp(local, cancellation);

    private bool IsLookup(ExpressionSyntax value, CancellationToken cancellation) => LookedUpIn(value, cancellation) is not null;

    // await db.Orders.Include(…).FirstOrDefaultAsync(o => o.Id == id), users.FindByIdAsync(id)
    private ExpressionSyntax? LookedUpIn(ExpressionSyntax value, CancellationToken cancellation)
    {
        var current = value is AwaitExpressionSyntax awaited ? awaited.Expression : value;
        while (current is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call)
        {
            if (reading.Models[call.SyntaxTree].GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method
                || !PlatformAssemblies.Contain(method)
                || !LookupSteps.Contains(method.Name)
                || !call.ArgumentList.Arguments.All(argument => argument.Expression is not LambdaExpressionSyntax lambda || IsPlain(lambda)))
            {
                return null;
            }
            current = access.Expression;
        }
        return current != value && current is MemberAccessExpressionSyntax or IdentifierNameSyntax ? current : null;
    }

    // o => o.Id == id, o => o.Lines
    private static bool IsPlain(LambdaExpressionSyntax lambda) =>
        lambda.ExpressionBody is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Right: not LiteralExpressionSyntax } or MemberAccessExpressionSyntax;

    // Whether a value is computed from the request, its event, settings and constants alone, and so is the same for a second delivery.
    private bool IsOfDelivery(ExpressionSyntax value, HandlerStep step, CancellationToken cancellation) =>
        new DeliveryValues(reading, events, cancellation).Contain(value, step);

    private sealed class DeliveryValues(CompilationReading reading, StripeEvents events, CancellationToken cancellation)
    {
        private readonly HashSet<ISymbol> _asked = new(SymbolEqualityComparer.Default);

        public bool Contain(ExpressionSyntax value, HandlerStep step)
        {
            cancellation.ThrowIfCancellationRequested();
            var model = reading.Models[value.SyntaxTree];
            return value.DescendantNodesAndSelf().All(part => part switch
            {
                InvocationExpressionSyntax call => IsHarmless(model.GetSymbolInfo(call, cancellation).Symbol),
                BaseObjectCreationExpressionSyntax creation => IsHarmless(model.GetSymbolInfo(creation, cancellation).Symbol),
                AssignmentExpressionSyntax => false,
                SimpleNameSyntax name => IsPartOfAnother(name) || IsLeaf(model.GetSymbolInfo(name, cancellation).Symbol, step),
                _ => true,
            });
        }

        // The right side of a dot is as much of the delivery as the left.
        private static bool IsPartOfAnother(SimpleNameSyntax name) =>
            name.Parent is MemberAccessExpressionSyntax access && access.Name == name
            || name.Parent is MemberBindingExpressionSyntax or QualifiedNameSyntax or NameColonSyntax or TypeArgumentListSyntax or ExpressionColonSyntax;

        // Calls of .NET, and of Stripe's objects; what Stripe's services and databases say may differ from one delivery to the next.
        private bool IsHarmless(ISymbol? method) => method is not null
            && (events.IsStripe(method) ? !IsService(method.ContainingType) : PlatformAssemblies.OnlyPassOn(method) || PlatformAssemblies.Contain(method) && IsTypeOfSettings(method.ContainingType));

        private static bool IsService(INamedTypeSymbol? type) => type is not null && (type.Name.EndsWith("Service", StringComparison.Ordinal) || type.Name.EndsWith("Client", StringComparison.Ordinal));

        private bool IsLeaf(ISymbol? symbol, HandlerStep step) => symbol switch
        {
            INamespaceOrTypeSymbol => true,
            IFieldSymbol { IsConst: true } => true,
            ILocalSymbol local => events.IsEvent(local.Type) || IsLocal(local, step),
            // Of a lambda inside the expression: what it is called with stands there too.
            IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } parameter when !IsOwn(parameter, step) => true,
            IParameterSymbol parameter => IsParameter(parameter, step),
            IFieldSymbol { IsStatic: false } field => IsText(field.Type) || IsTypeOfSettings(field.Type),
            IPropertySymbol { IsStatic: false } property => IsText(property.Type) || IsTypeOfSettings(property.Type) || reading.AspNet.CarriesRequest(property.Type),
            IMethodSymbol => true, // judged with its call
            IDiscardSymbol => true,
            _ => false,
        };

        private static bool IsText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String;

        private static bool IsTypeOfSettings(ITypeSymbol? type) =>
            type?.ContainingNamespace?.ToDisplayString() is { } name && HarmlessNamespaces.Any(harmless => name == harmless || name.StartsWith(harmless + ".", StringComparison.Ordinal));

        private bool IsOwn(IParameterSymbol parameter, HandlerStep step) =>
            parameter.ContainingSymbol.DeclaringSyntaxReferences.Any(reference => reference.Span == step.Function.Span && reference.SyntaxTree == step.Function.SyntaxTree);

        private bool IsParameter(IParameterSymbol parameter, HandlerStep step)
        {
            if (events.IsStripe(parameter.Type) && !IsService(parameter.Type as INamedTypeSymbol) || reading.AspNet.CarriesRequest(parameter.Type) || IsTypeOfSettings(parameter.Type))
                return true;
            if (step is not { Caller: { } caller, Call: { } call })
                return IsText(parameter.Type);
            var argument = call.ArgumentList.Arguments.FirstOrDefault(candidate => candidate.NameColon?.Name.Identifier.ValueText == parameter.Name)
                ?? call.ArgumentList.Arguments.ElementAtOrDefault(parameter.Ordinal);
            return argument is null ? parameter.HasExplicitDefaultValue : Contain(argument.Expression, caller);
        }

        private bool IsLocal(ILocalSymbol local, HandlerStep step)
        {
            if (!_asked.Add(local))
                return true; // asked already: by itself it brings nothing new
            var declarations = reading.DeclarationsOf(local, cancellation).ToList();
            return declarations.Count > 0
                && declarations.All(declaration => SourceOf(declaration) is { } source && Contain(source, step))
                && reading.Uses.Of(local, cancellation).Select(MemberWrites.WriteThrough).OfType<MemberWrite>()
                    .All(write => write.Value is { } value && Contain(value, step));
        }

        // What a local gets where it is declared: its initial value, the value tested by its pattern, the call that fills it, the loop's source.
        private static ExpressionSyntax? SourceOf(SyntaxNode declaration) => declaration switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } value } => value,
            VariableDeclaratorSyntax declarator => declarator.Parent is VariableDeclarationSyntax { Type: var type } ? type : null, // assigned later
            ForEachStatementSyntax loop => loop.Expression,
            SingleVariableDesignationSyntax designation => designation.Ancestors().Select(ancestor => ancestor switch
            {
                IsPatternExpressionSyntax test => test.Expression,
                DeclarationExpressionSyntax { Parent.Parent.Parent: InvocationExpressionSyntax call } => call,
                SwitchStatementSyntax choice => choice.Expression,
                SwitchExpressionSyntax choice => choice.GoverningExpression,
                _ => null,
            }).FirstOrDefault(source => source is not null),
            _ => null,
        };
    }
}
