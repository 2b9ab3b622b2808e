using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Flow.Origins;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>Finds the signature checks of a file, and the calls that make an event without one, and what is certain about each.</summary>
internal sealed class SignatureCheckReader(CompilationReading reading, StripeSymbols stripe)
{
    private static readonly TextAnchors Anchors = new([.. StripeEvents.VerifyingNames, "ParseEvent"]) { BeginWords = true };

    private readonly StripeEvents _events = new(stripe);

    public IEnumerable<SignatureCheck> ReadAll(SyntaxTree tree, CancellationToken cancellation)
    {
        // One mistake on the way to two calls is one mistake.
        var told = new HashSet<Location>();
        foreach (var invocation in CallsIn(tree, cancellation))
        {
            if (reading.Models.OperationOf(invocation, cancellation) is not IInvocationOperation call)
            {
                if (UnboundCheckIn(invocation, cancellation) is { } unbound)
                    yield return unbound;
                continue;
            }
            if (!IsOfInterest(call.TargetMethod))
                continue;
            var secret = EmptySecretOf(call, cancellation);
            var body = _events.IsVerification(call.TargetMethod) ? new SignedBody(reading, cancellation).AlterationOf(call) : null;
            yield return new SignatureCheck($"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}")
            {
                EmptySecret = secret is not null && told.Add(secret.Location) ? secret : null,
                Alteration = body is not null && told.Add(body.Location) ? body : null,
                Tolerance = Given(call, "tolerance") is { } tolerance && ConstantSeconds.Of(tolerance.Value, reading, cancellation) is { } seconds
                    ? new FixedTolerance(tolerance.Value.Syntax.GetLocation(), seconds)
                    : null,
                IgnoresApiVersion = Given(call, "throwOnApiVersionMismatch") is { Value.ConstantValue.Value: false } version
                    ? version.Value.Syntax.GetLocation()
                    : null,
            };
        }
    }

    // A body or header that was read through a package that is not there has no type, and the call does not bind; the constant beside it is
    // certain all the same.
    private SignatureCheck? UnboundCheckIn(InvocationExpressionSyntax invocation, CancellationToken cancellation)
    {
        const string Flag = "throwOnApiVersionMismatch";
        var model = reading.Models[invocation.SyntaxTree];
        var candidates = model.GetSymbolInfo(invocation, cancellation).CandidateSymbols.OfType<IMethodSymbol>().ToList();
        if (candidates.Count == 0 || !candidates.All(IsOfInterest))
            return null;
        var given = invocation.ArgumentList.Arguments
            .Where((argument, position) => argument.NameColon is { } named
                ? named.Name.Identifier.ValueText == Flag
                : candidates.Any(candidate => candidate.Parameters.ElementAtOrDefault(position)?.Name == Flag))
            .FirstOrDefault(argument => model.GetConstantValue(argument.Expression, cancellation).Value is false);
        return new SignatureCheck($"{candidates[0].ContainingType.Name}.{candidates[0].Name}") { IgnoresApiVersion = given?.Expression.GetLocation() };
    }

    private bool IsOfInterest(IMethodSymbol method) => _events.IsVerification(method) || _events.IsParse(method);

    private static IEnumerable<InvocationExpressionSyntax> CallsIn(SyntaxTree tree, CancellationToken cancellation) =>
        from position in Anchors.PositionsIn(tree, cancellation).Distinct()
        let token = tree.GetRoot(cancellation).FindToken(position)
        where token.SpanStart == position && token.Parent is SimpleNameSyntax
        let expression = SymbolUses.WholeExpression((SimpleNameSyntax)token.Parent!)
        where expression.Parent is InvocationExpressionSyntax invocation && invocation.Expression == expression
            && !invocation.ContainsDiagnostics && !DevelopmentOnly.Contains(invocation)
        select (InvocationExpressionSyntax)expression.Parent!;

    private EmptySecret? EmptySecretOf(IInvocationOperation call, CancellationToken cancellation)
    {
        if (Given(call, "secret")?.Value.Syntax.GetLocation() is not { SourceTree: { } tree } place)
            return null;
        var origins = reading.InputsOf(tree, cancellation)
            .FirstOrDefault(input => input.Role == SettingFact.Roles.WebhookSecret && input.Location == place)?.Origins;
        if (origins?.Constants.FirstOrDefault(constant =>
                constant.Kind == ConstantKind.Empty
                && !IsSeenTo(constant.Location, cancellation)
                && !reading.Refusals.AreElsewhere(constant, origins, call.Syntax, cancellation)) is not { Location: var empty })
        {
            return null;
        }
        var standsIn = origins.All.Any(origin => origin is not Origin.Constant { Kind: not ConstantKind.Text });
        var isNamedHere = standsIn && empty.SourceTree == tree;
        return new EmptySecret(
            isNamedHere ? empty : place,
            isNamedHere || empty.SourceTree == tree && place.SourceSpan.Contains(empty.SourceSpan) ? [] : [empty],
            standsIn,
            [.. origins.Settings.Select(setting => setting.Name).Distinct()]);
    }

    // public string WebhookSecret { get; set; } = ""; which is validated, or set by a method before it is read: that order does not show.
    private bool IsSeenTo(Location empty, CancellationToken cancellation)
    {
        var declaration = empty.SourceTree?.GetRoot(cancellation).FindNode(empty.SourceSpan).FirstAncestorOrSelf<SyntaxNode>(node =>
            node is PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax });
        return declaration is not null
            && reading.Models[declaration.SyntaxTree].GetDeclaredSymbol(declaration, cancellation) is { } member
            && (member is IPropertySymbol property && OptionsValidation.Checks(property, reading, cancellation)
                || reading.Writes.Of(member, cancellation).Any(write => !write.IsInitializer
                    && write.Value?.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is not ConstructorDeclarationSyntax));
    }

    private static IArgumentOperation? Given(IInvocationOperation call, string parameter) => call.Arguments.FirstOrDefault(argument =>
        argument.Parameter?.Name == parameter && argument.ArgumentKind != ArgumentKind.DefaultValue);
}
