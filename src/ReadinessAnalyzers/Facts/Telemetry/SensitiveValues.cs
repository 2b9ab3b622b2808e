using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Facts.Webhooks;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Telemetry;

/// <summary>
/// Which expressions hold a webhook's body, a credential, a card number or a whole object of Stripe's: by what they are read from, not by their
/// names. A length, a part or an id of it is none.
/// </summary>
internal sealed class SensitiveValues(CompilationReading reading, StripeSymbols stripe)
{
    private const int LongestWay = 5;

    private static readonly HashSet<string> Personal = new(StringComparer.Ordinal)
    {
        "Account", "BankAccount", "Card", "Charge", "Customer", "Event", "Invoice", "PaymentIntent", "PaymentMethod", "Person", "Session",
        "SetupIntent", "Source", "Token",
    };

    // What makes a text of a value, all of it.
    private static readonly HashSet<string> Writers = new(StringComparer.Ordinal)
    {
        "ToString", "ToJson", "Serialize", "SerializeObject", "Format", "Concat", "Join", "GetString", "Trim", "Replace", "ReplaceLineEndings",
    };

    private readonly StripeEvents _events = new(stripe);
    private readonly ConcurrentDictionary<SyntaxNode, ImmutableHashSet<ISymbol>> _bodies = new();
    private volatile ImmutableHashSet<ISymbol>? _credentials;

    /// <summary>The parts of <paramref name="value"/> that are handed on whole, each with what it is.</summary>
    public IEnumerable<(ExpressionSyntax Place, ExposedDatum Datum, string Name)> In(ExpressionSyntax value, CancellationToken cancellation) =>
        In(value, LongestWay, cancellation);

    private IEnumerable<(ExpressionSyntax, ExposedDatum, string)> In(ExpressionSyntax value, int left, CancellationToken cancellation)
    {
        var pending = new Stack<ExpressionSyntax>();
        pending.Push(value);
        while (pending.Count > 0)
        {
            var part = pending.Pop();
            var pieces = PiecesOf(part, cancellation);
            if (pieces is null)
            {
                if (DatumOf(part, left, cancellation) is { } found)
                    yield return (part, found.Datum, found.Name);
                continue;
            }
            foreach (var piece in pieces.Reverse())
                pending.Push(piece);
        }
    }

    // What a compound expression writes whole; null for one that is no compound.
    private IEnumerable<ExpressionSyntax>? PiecesOf(ExpressionSyntax value, CancellationToken cancellation) => value switch
    {
        ParenthesizedExpressionSyntax parenthesized => [parenthesized.Expression],
        CastExpressionSyntax cast => [cast.Expression],
        AwaitExpressionSyntax awaited => [awaited.Expression],
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } forgiven => [forgiven.Operand],
        InterpolatedStringExpressionSyntax text => text.Contents.OfType<InterpolationSyntax>().Select(hole => hole.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression or (int)SyntaxKind.CoalesceExpression } sum => [sum.Left, sum.Right],
        ConditionalExpressionSyntax choice => [choice.WhenTrue, choice.WhenFalse],
        AnonymousObjectCreationExpressionSyntax made => made.Initializers.Select(member => member.Expression),
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        ArrayCreationExpressionSyntax { Initializer: { } elements } => elements.Expressions,
        InvocationExpressionSyntax call when IsWriter(call, cancellation) => call.ArgumentList.Arguments.Select(argument => argument.Expression)
            .Concat(call.Expression is MemberAccessExpressionSyntax access ? [access.Expression] : []),
        InvocationExpressionSyntax => [],
        _ => null,
    };

    private bool IsWriter(InvocationExpressionSyntax call, CancellationToken cancellation) =>
        reading.Models[call.SyntaxTree].GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method
        && Writers.Contains(method.Name) && (PlatformAssemblies.Contain(method) || _events.IsStripe(method));

    private (ExposedDatum Datum, string Name)? DatumOf(ExpressionSyntax value, int left, CancellationToken cancellation)
    {
        if (value is not (IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax))
            return null;
        var model = reading.Models[value.SyntaxTree];
        var symbol = model.GetSymbolInfo(value is ConditionalAccessExpressionSyntax conditional ? conditional.WhenNotNull : value, cancellation).Symbol;
        if (symbol is null or INamedTypeSymbol or INamespaceSymbol)
            return null;
        if (symbol is IPropertySymbol { Name: "Number" or "Cvc" } card && _events.IsStripe(card) && card.ContainingType.Name.Contains("Card"))
            return (ExposedDatum.CardNumber, $"{card.ContainingType.Name}.{card.Name}");
        if (model.GetTypeInfo(value, cancellation).Type is { } type && type.IsOrInherits(stripe.Entity) && Personal.Contains(type.Name) && _events.IsStripe(type))
            return (ExposedDatum.StripeObject, type.Name);
        if (Functions.Around(value) is { } function && IsBody(symbol, function, cancellation))
            return (ExposedDatum.Payload, symbol.Name);
        if (Credentials(cancellation).Contains(symbol.OriginalDefinition))
            return (ExposedDatum.Credential, symbol.Name);
        // var text = JsonSerializer.Serialize(session);
        return left > 0 && symbol is ILocalSymbol
            && reading.DeclarationsOf(symbol, cancellation).FirstOrDefault() is VariableDeclaratorSyntax { Initializer.Value: { } initializer }
            && In(initializer, left - 1, cancellation).FirstOrDefault() is { Item1: not null } found
                ? (found.Item2, found.Item3)
                : null;
    }

    // A lambda sees the variables of the functions around it.
    private bool IsBody(ISymbol symbol, SyntaxNode function, CancellationToken cancellation)
    {
        for (var around = function; around is not null; around = Functions.Around(around.Parent))
        {
            if (_bodies.GetOrAdd(around, key => BodiesIn(key, cancellation)).Contains(symbol))
                return true;
        }
        return false;
    }

    // The variables whose text is verified or parsed as an event here, and in an endpoint of Stripe's those that the body was read into.
    private ImmutableHashSet<ISymbol> BodiesIn(SyntaxNode function, CancellationToken cancellation)
    {
        var bodies = ImmutableHashSet.CreateBuilder<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var place in reading.EventArrivals.In(function.SyntaxTree, cancellation).Where(place => function.Span.Contains(place.Span)))
        {
            if (place.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
                && reading.Models.OperationOf(call, cancellation) is IInvocationOperation operation
                && (_events.IsVerification(operation.TargetMethod) || _events.IsParse(operation.TargetMethod))
                && operation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value is { } text
                && Holders.Read(text) is ISymbol { } symbol)
            {
                bodies.Add(symbol);
            }
        }
        if (bodies.Count == 0 && !IsStripeEndpoint(function, cancellation))
            return bodies.ToImmutable();
        var model = reading.Models[function.SyntaxTree];
        foreach (var variable in function.DescendantNodes().OfType<VariableDeclaratorSyntax>())
        {
            if (variable.Initializer is { } read && ReadsBody(read) && model.GetDeclaredSymbol(variable, cancellation) is { } local)
                bodies.Add(local);
        }
        return bodies.ToImmutable();
    }

    private bool IsStripeEndpoint(SyntaxNode function, CancellationToken cancellation) =>
        (reading.EventArrivals.In(function.SyntaxTree, cancellation).Any(place => function.Span.Contains(place.Span))
            || function.DescendantTokens().Any(token => token.IsKind(SyntaxKind.StringLiteralToken) && token.ValueText == "Stripe-Signature"))
        && HttpEndpoint.Around(function, reading, reading.Models[function.SyntaxTree], cancellation)?.Function == function;

    // await new StreamReader(Request.Body).ReadToEndAsync(), or by a reader that a variable holds.
    private static bool ReadsBody(EqualsValueClauseSyntax initializer)
    {
        var value = initializer.Value is AwaitExpressionSyntax awaited ? awaited.Expression : initializer.Value;
        return value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ReadToEnd" or "ReadToEndAsync" or "ReadAsStringAsync" } };
    }

    // Whatever is handed to Stripe.net as a key or a signing secret, wherever else it is read.
    private ImmutableHashSet<ISymbol> Credentials(CancellationToken cancellation) => _credentials ??= reading.AllInputs(cancellation)
        .Where(input => input.Role is SettingFact.Roles.SecretKey or SettingFact.Roles.WebhookSecret)
        .Select(input => input.Location)
        .Where(place => place.SourceTree is not null)
        .Select(place => SymbolAt(place, cancellation))
        .OfType<ISymbol>()
        .Concat(stripe.Configuration?.GetMembers("ApiKey") ?? [])
        .Select(symbol => symbol.OriginalDefinition)
        .ToImmutableHashSet(SymbolEqualityComparer.Default)!;

    private ISymbol? SymbolAt(Location place, CancellationToken cancellation)
    {
        var node = place.SourceTree!.GetRoot(cancellation).FindNode(place.SourceSpan, getInnermostNodeForTie: true);
        // An indexer says which setting only by its argument.
        return reading.Models[place.SourceTree].GetSymbolInfo(node, cancellation).Symbol is var symbol
            && symbol is ILocalSymbol or IParameterSymbol
                || symbol is IFieldSymbol or IPropertySymbol { IsIndexer: false, Type.SpecialType: SpecialType.System_String, Name: not "Value" }
                    && !HoldsAnything(symbol) && !IsPickedByName(node, symbol, cancellation)
            ? symbol
            : null;
    }

    // Task<T>.Result, a tuple's Item1, a member of .NET's own: another object holds something else.
    private static bool HoldsAnything(ISymbol member) =>
        member.ContainingType is { IsGenericType: true } or { IsTupleType: true } || PlatformAssemblies.Contain(member);

    // settings.First(row => row.Name == "StripeKey").Content: under another name stands something else.
    private bool IsPickedByName(SyntaxNode read, ISymbol member, CancellationToken cancellation)
    {
        var model = reading.Models[read.SyntaxTree];
        if (read.FirstAncestorOrSelf<MemberAccessExpressionSyntax>(access => access.Name == read || access == read) is not { Expression: var holder }
            || reading.Bindings.Binds(member.ContainingType, cancellation))
        {
            return false;
        }
        if (model.GetSymbolInfo(holder, cancellation).Symbol is ILocalSymbol local
            && reading.DeclarationsOf(local, cancellation).FirstOrDefault() is VariableDeclaratorSyntax { Initializer.Value: { } initializer })
        {
            holder = initializer;
        }
        return holder.DescendantNodesAndSelf().Any(node => node is BaseArgumentListSyntax arguments
            && arguments.DescendantNodes().OfType<ExpressionSyntax>().Any(part => model.GetConstantValue(part, cancellation).Value is string));
    }
}
