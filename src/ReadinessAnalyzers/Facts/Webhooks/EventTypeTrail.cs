using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>Follows the type of an event through expressions and local variables to what it is compared with.</summary>
internal sealed class EventTypeTrail(CompilationReading reading, EventTypeSymbols types, CancellationToken cancellation)
{
    private static readonly HashSet<string> LookUps = new(
        ["Contains", "ContainsKey", "TryGetValue", "GetValueOrDefault", "TryGet", "IndexOf", "BinarySearch", "Exists"], StringComparer.Ordinal);

    private readonly Queue<Carrier> _pending = new();
    private readonly HashSet<ISymbol> _variables = new(SymbolEqualityComparer.Default);

    public List<EventTypeComparison> Comparisons { get; } = [];

    /// <summary>Where the type is handed to a method of the project.</summary>
    public List<PassedEventType> Passed { get; } = [];

    /// <summary>Where code chooses by the type in a way that shows no constant.</summary>
    public List<SyntaxNode> OpenChoices { get; } = [];

    /// <param name="value">An expression that is the event's type.</param>
    /// <param name="isThin">Whether the event is a thin one.</param>
    /// <param name="isForEventsOnly">Whether the expression is nothing else.</param>
    /// <param name="letters">In which case its letters are.</param>
    public void Follow(ExpressionSyntax value, bool isThin, bool isForEventsOnly, LetterCase letters = LetterCase.Same)
    {
        _pending.Enqueue(new Carrier(value, isThin, isForEventsOnly, letters));
        while (_pending.Count > 0)
            Step(_pending.Dequeue());
    }

    /// <summary>The types that <paramref name="pattern"/> compares with: <c>{ Type: "a" or "b" }</c>.</summary>
    public void Match(ExpressionSyntax value, PatternSyntax pattern, bool isThin) => Match(new Carrier(value, isThin, true, LetterCase.Same), [pattern]);

    private void Step(Carrier carrier)
    {
        cancellation.ThrowIfCancellationRequested();
        var value = carrier.Value;
        switch (value.Parent)
        {
            case ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax:
            case ConditionalAccessExpressionSyntax access when access.WhenNotNull == value:
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce when coalesce.Left == value:
                _pending.Enqueue(carrier with { Value = (ExpressionSyntax)value.Parent });
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison:
                Compare(carrier, comparison.Left == value ? comparison.Right : comparison.Left);
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } test:
                Compare(carrier, test.Right);
                break;
            case IsPatternExpressionSyntax or SwitchExpressionSyntax or SwitchStatementSyntax:
                Match(carrier, PatternsOf(value.Parent, carrier));
                break;
            case ArgumentSyntax argument:
                StepInto(carrier, argument);
                break;
            case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when call.Expression == access:
                StepInto(carrier, call, null);
                break;
            case ConditionalAccessExpressionSyntax access when BindingIn(access.WhenNotNull)?.Parent is InvocationExpressionSyntax call:
                StepInto(carrier, call, null);
                break;
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }:
                FollowVariable(carrier, reading.Models[variable.SyntaxTree].GetDeclaredSymbol(variable, cancellation));
                break;
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax target } assignment
                when assignment.Right == value:
                FollowVariable(carrier, SymbolOf(target));
                break;
        }
    }

    // All patterns and case labels that a switch or a test compares its value with; labels without a pattern are compared at once.
    private IEnumerable<PatternSyntax> PatternsOf(SyntaxNode choice, Carrier carrier)
    {
        switch (choice)
        {
            case IsPatternExpressionSyntax test:
                return [test.Pattern];
            case SwitchExpressionSyntax arms:
                return arms.Arms.Select(arm => arm.Pattern);
            case SwitchStatementSyntax statement:
                var labels = statement.Sections.SelectMany(section => section.Labels).ToList();
                foreach (var label in labels.OfType<CaseSwitchLabelSyntax>())
                    Compare(carrier, label.Value);
                return labels.OfType<CasePatternSwitchLabelSyntax>().Select(label => label.Pattern);
            default:
                return [];
        }
    }

    private void Match(Carrier carrier, IEnumerable<PatternSyntax> patterns)
    {
        foreach (var pattern in patterns.SelectMany(Alternatives).OfType<ConstantPatternSyntax>())
            Compare(carrier, pattern.Expression);
    }

    // "a" or "b", not ("a" or "b"): a long list of alternatives is a deep tree.
    private static IEnumerable<PatternSyntax> Alternatives(PatternSyntax pattern)
    {
        var pending = new Stack<PatternSyntax>([pattern]);
        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case BinaryPatternSyntax both:
                    pending.Push(both.Right);
                    pending.Push(both.Left);
                    break;
                case UnaryPatternSyntax not:
                    pending.Push(not.Pattern);
                    break;
                case ParenthesizedPatternSyntax parenthesized:
                    pending.Push(parenthesized.Pattern);
                    break;
                case var single:
                    yield return single;
                    break;
            }
        }
    }

    private void StepInto(Carrier carrier, ArgumentSyntax argument)
    {
        switch (argument.Parent)
        {
            case ArgumentListSyntax { Parent: InvocationExpressionSyntax call }:
                StepInto(carrier, call, argument);
                break;
            case BracketedArgumentListSyntax { Parent: ElementAccessExpressionSyntax access }:
                LookUp(carrier, access.Expression);
                break;
            case BracketedArgumentListSyntax { Parent: ElementBindingExpressionSyntax binding }:
                LookUp(carrier, AccessAround(binding)?.Expression);
                break;
            case TupleExpressionSyntax tuple:
                MatchInTuple(carrier, tuple, tuple.Arguments.IndexOf(argument));
                break;
        }
    }

    // (e.Type, e.Livemode) switch { ("invoice.paid", true) => … }
    private void MatchInTuple(Carrier carrier, TupleExpressionSyntax tuple, int index)
    {
        SyntaxNode? choice = tuple.Parent;
        while (choice is ParenthesizedExpressionSyntax)
            choice = choice.Parent;
        if (choice is null)
            return;
        var elements = PatternsOf(choice, carrier)
            .SelectMany(Alternatives)
            .OfType<RecursivePatternSyntax>()
            .Select(pattern => pattern.PositionalPatternClause?.Subpatterns.ElementAtOrDefault(index)?.Pattern)
            .OfType<PatternSyntax>();
        Match(carrier, elements);
    }

    // The type is what the call is made on, or the argument.
    private void StepInto(Carrier carrier, InvocationExpressionSyntax call, ArgumentSyntax? argument)
    {
        if (reading.Models[call.SyntaxTree].GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method)
        {
            if (argument is not null && call.Expression is not IdentifierNameSyntax { Identifier.ValueText: "nameof" })
                OpenChoices.Add(carrier.Value);
            return;
        }
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (Compares(method))
            CompareWithOthers(carrier, call, argument);
        else if (argument is null && method.ContainingType.SpecialType == SpecialType.System_String)
            StepThrough(carrier, call, method);
        else if (reading.DeclarationsOf(definition, cancellation).Any())
            PassTo(carrier, definition, ParameterFor(call, argument, method));
        else if (argument is not null && LookUps.Contains(method.Name) && method.ContainingType.SpecialType != SpecialType.System_String)
            LookUp(carrier, CollectionOf(call, argument, method));
        else if (method.Name.Contains("Keyed") || (!method.ReturnsVoid && !PlatformAssemblies.OnlyPassOn(method)))
            OpenChoices.Add(carrier.Value);
    }

    private static bool Compares(IMethodSymbol method) =>
        method.Name is "Equals" or "Compare" or "CompareOrdinal" or "CompareTo" && PlatformAssemblies.Contain(method);

    private void CompareWithOthers(Carrier carrier, InvocationExpressionSyntax call, ArgumentSyntax? argument)
    {
        var receiver = argument is null ? null : (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        var others = call.ArgumentList.Arguments.Where(other => other != argument).Select(other => other.Expression).ToList();
        var letters = others.Append(receiver).Any(SaysIgnoreCase) ? LetterCase.Ignored : carrier.Letters;
        foreach (var other in others.Append(receiver).OfType<ExpressionSyntax>())
        {
            if (IsText(other))
                Compare(carrier with { Letters = letters }, other);
        }
    }

    // A value: string.Equals(…) is called on a type.
    private bool IsText(ExpressionSyntax expression) =>
        SymbolOf(expression) is not ITypeSymbol
        && reading.Models[expression.SyntaxTree].GetTypeInfo(expression, cancellation).Type?.SpecialType == SpecialType.System_String;

    private static bool SaysIgnoreCase(ExpressionSyntax? expression) =>
        (expression is MemberAccessExpressionSyntax access ? access.Name : expression as SimpleNameSyntax)?.Identifier.ValueText
            .EndsWith("IgnoreCase", StringComparison.Ordinal) == true;

    private void StepThrough(Carrier carrier, InvocationExpressionSyntax call, IMethodSymbol method)
    {
        if (method.Name is "Trim" or "ToString")
            _pending.Enqueue(carrier with { Value = call });
        else if (method.Name is "ToLower" or "ToLowerInvariant")
            _pending.Enqueue(carrier with { Value = call, Letters = LetterCase.Same });
        else if (method.Name is "ToUpper" or "ToUpperInvariant")
            _pending.Enqueue(carrier with { Value = call, Letters = LetterCase.Capitals });
        else
            OpenChoices.Add(carrier.Value); // StartsWith("invoice."), Split('.')
    }

    private static IParameterSymbol? ParameterFor(InvocationExpressionSyntax call, ArgumentSyntax? argument, IMethodSymbol method)
    {
        var parameters = (method.ReducedFrom ?? method).OriginalDefinition.Parameters;
        if (argument is null)
            return method.ReducedFrom is null ? null : parameters[0];
        if (argument.NameColon is { } named)
            return parameters.FirstOrDefault(parameter => parameter.Name == named.Name.Identifier.ValueText);
        var position = call.ArgumentList.Arguments.IndexOf(argument) + (method.ReducedFrom is null ? 0 : 1);
        return position < parameters.Length && !parameters[position].IsParams ? parameters[position] : null;
    }

    private void PassTo(Carrier carrier, IMethodSymbol method, IParameterSymbol? parameter)
    {
        if (parameter is null)
            return;
        if (Implementations.OnlyOne(method, reading.Compilation, cancellation) is IMethodSymbol run)
            Passed.Add(new PassedEventType(run.Parameters[parameter.Ordinal], carrier.Value, carrier.IsThin, carrier.IsForEventsOnly, carrier.Letters));
        else
            OpenChoices.Add(carrier.Value);
    }

    private void FollowVariable(Carrier carrier, ISymbol? variable)
    {
        if (variable is not ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } declarations } local || !_variables.Add(local))
            return;
        var declarator = declarations[0].GetSyntax(cancellation);
        if (Functions.Around(declarator) is not { } function)
            return;
        var uses = function.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(SymbolOf(name), local))
            .ToList();
        var values = uses.Select(MemberWrites.WriteThrough).OfType<MemberWrite>().Select(write => write.Value)
            .Concat(declarator is VariableDeclaratorSyntax { Initializer.Value: var initial } ? [initial] : []);
        var holdsNothingElse = values.All(value => value is not null && (value == carrier.Value || IsEventType(value) || IsConstant(value)));
        foreach (var use in uses.Where(use => MemberWrites.WriteThrough(use) is null))
            _pending.Enqueue(carrier with { Value = use, IsForEventsOnly = carrier.IsForEventsOnly && holdsNothingElse });
    }

    // e.Type, e?.Type ?? "" and the like.
    private bool IsEventType(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized: expression = parenthesized.Expression; break;
                case PostfixUnaryExpressionSyntax forgiven: expression = forgiven.Operand; break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce: expression = coalesce.Left; break;
                case ConditionalAccessExpressionSyntax access: expression = access.WhenNotNull; break;
                default: return types.IsEventType(SymbolOf(expression));
            }
        }
    }

    private bool IsConstant(ExpressionSyntax expression) =>
        reading.Models[expression.SyntaxTree].GetConstantValue(expression, cancellation).HasValue;

    private void LookUp(Carrier carrier, ExpressionSyntax? collection)
    {
        var keys = new CollectionKeys(reading, cancellation).Of(collection);
        if (keys.IsEmpty)
            OpenChoices.Add(carrier.Value);
        foreach (var key in keys)
            Compare(key.IgnoresCase ? carrier with { Letters = LetterCase.Ignored } : carrier, key.Expression);
    }

    // handlers.TryGetValue(type, …), handlers?.ContainsKey(type), Array.IndexOf(types, type)
    private ExpressionSyntax? CollectionOf(InvocationExpressionSyntax call, ArgumentSyntax argument, IMethodSymbol method) =>
        method.IsStatic && method.ReducedFrom is null
            ? call.ArgumentList.Arguments.FirstOrDefault(other => other != argument)?.Expression
            : call.Expression switch
            {
                MemberAccessExpressionSyntax access => access.Expression,
                MemberBindingExpressionSyntax binding => AccessAround(binding)?.Expression,
                _ => null,
            };

    private static ConditionalAccessExpressionSyntax? AccessAround(ExpressionSyntax binding) =>
        binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(access => access.WhenNotNull.Span.Contains(binding.Span));

    private static MemberBindingExpressionSyntax? BindingIn(ExpressionSyntax whenNotNull)
    {
        for (var expression = whenNotNull; ;)
        {
            switch (expression)
            {
                case MemberBindingExpressionSyntax binding: return binding;
                case InvocationExpressionSyntax call: expression = call.Expression; break;
                case MemberAccessExpressionSyntax access: expression = access.Expression; break;
                case ConditionalAccessExpressionSyntax access: expression = access.Expression; break;
                case ElementAccessExpressionSyntax access: expression = access.Expression; break;
                default: return null;
            }
        }
    }

    private void Compare(Carrier carrier, ExpressionSyntax other)
    {
        while (other is ParenthesizedExpressionSyntax parenthesized)
            other = parenthesized.Expression;
        var (isConstant, value, symbol) = Evaluate(other);
        if (!isConstant)
        {
            OpenChoices.Add(carrier.Value);
            return;
        }
        if (value is not string type || type.Length == 0)
            return;
        var isStripes = types.IsConstant(symbol);
        // INVOICE.PAID is right where case does not matter.
        var usual = carrier.Letters == LetterCase.Same ? type : type.ToLowerInvariant();
        var constant = types.ConstantFor(usual);
        Comparisons.Add(new EventTypeComparison(usual, other.GetLocation(), carrier.Value)
        {
            IsLiteral = other is LiteralExpressionSyntax,
            IsForEventsOnly = carrier.IsForEventsOnly,
            IsInCapitals = carrier.Letters == LetterCase.Capitals,
            IsKnown = carrier.IsThin || isStripes || constant is not null || StripeEventTypes.Contains(usual) || StripeEventTypes.IsThin(usual),
            Constant = isStripes || carrier.Letters == LetterCase.Capitals ? null : constant,
        });
    }

    private (bool IsConstant, object? Value, ISymbol? Symbol) Evaluate(ExpressionSyntax expression)
    {
        var model = reading.Models[expression.SyntaxTree];
        var symbol = expression is LiteralExpressionSyntax ? null : SymbolOf(expression);
        if (model.GetConstantValue(expression, cancellation) is { HasValue: true } constant)
            return (true, constant.Value, symbol);
        if (symbol is not IFieldSymbol { IsStatic: true } field)
            return (false, null, symbol);
        if (field.HasConstantValue) // e.Type is Names.Paid, where the right side may be a type to the parser
            return (true, field.ConstantValue, symbol);
        return field.IsReadOnly
            && reading.DeclarationsOf(field, cancellation).FirstOrDefault() is VariableDeclaratorSyntax { Initializer.Value: var written }
            && reading.Models[written.SyntaxTree].GetConstantValue(written, cancellation) is { HasValue: true } initial
                ? (true, initial.Value, symbol)
                : (false, null, symbol);
    }

    private ISymbol? SymbolOf(ExpressionSyntax expression) => reading.Models[expression.SyntaxTree].GetSymbolInfo(expression, cancellation).Symbol;

    /// <param name="Value">The expression.</param>
    /// <param name="IsThin">Whether the event is a thin one.</param>
    /// <param name="IsForEventsOnly">Whether the expression is nothing but an event's type.</param>
    /// <param name="Letters">In which case its letters are compared.</param>
    private sealed record Carrier(ExpressionSyntax Value, bool IsThin, bool IsForEventsOnly, LetterCase Letters);
}

/// <summary>An event's type that is handed to a method of the project.</summary>
internal sealed record PassedEventType(IParameterSymbol Parameter, ExpressionSyntax Argument, bool IsThin, bool IsForEventsOnly, LetterCase Letters);

/// <summary>In which case the letters of an event's type are compared.</summary>
internal enum LetterCase
{
    /// <summary>As Stripe writes them, which is small.</summary>
    Same,

    /// <summary>In any.</summary>
    Ignored,

    /// <summary>In capitals, which the code makes of them.</summary>
    Capitals,
}
