using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using ReadinessAnalyzers.Flow.Origins;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Credentials;

/// <summary>Finds the constants that one file hands to what takes a credential: signing keys, logins, client secrets, connection strings.</summary>
internal sealed class CredentialSinkReader(CompilationReading reading, CredentialScanner scanner)
{
    private const int LongestContext = 400;

    private static readonly HashSet<string> Names =
        new(CredentialSinks.Names.Concat(["Init", "Connect", "ConnectAsync", "Password"]), StringComparer.Ordinal);

    public IEnumerable<ExposedCredential> Read(SyntaxTree tree, CancellationToken cancellation)
    {
        foreach (var node in tree.GetRoot(cancellation).DescendantNodes().Where(MayHandOver))
        {
            foreach (var (value, sink, name) in SinksOf(reading.Models.OperationOf(node, cancellation)))
            {
                var origins = ConstantsAtFault(value, sink.Kind, cancellation).ToList();
                if (origins.Count > 0)
                {
                    var location = value.Syntax.GetLocation();
                    yield return new ExposedCredential(location, ExposurePlace.Sink, "constant", name)
                    {
                        Origins = origins.Where(origin => origin.SourceTree != location.SourceTree || !location.SourceSpan.Contains(origin.SourceSpan)),
                    };
                }
            }
        }
    }

    // Names only keep the model from being asked about every call; it decides. What is still being typed is left alone.
    private static bool MayHandOver(SyntaxNode node) => node switch
    {
        { ContainsDiagnostics: true } => false,
        AssignmentExpressionSyntax assignment => Names.Contains(LastName(assignment.Left)),
        InvocationExpressionSyntax call => Names.Contains(LastName(call.Expression)),
        ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } creation => Names.Contains(LastName(creation.Type)),
        ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } => true,
        _ => false,
    } && !DevelopmentOnly.Contains(node);

    private static string LastName(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        _ => "",
    };

    private IEnumerable<(IOperation Value, CredentialSink Sink, string Name)> SinksOf(IOperation? operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } assignment
                when reading.Sinks.Of(property) is { } sink:
                return [(assignment.Value, sink, $"{property.ContainingType.Name}.{property.Name}")];
            case IInvocationOperation call:
                return SinksAmong(call.Arguments, call.TargetMethod.Name);
            case IObjectCreationOperation { Constructor: { } constructor } creation:
                return SinksAmong(creation.Arguments, constructor.ContainingType.Name);
            default:
                return [];
        }
    }

    private IEnumerable<(IOperation Value, CredentialSink Sink, string Name)> SinksAmong(ImmutableArray<IArgumentOperation> arguments, string name)
    {
        foreach (var argument in arguments)
        {
            if (argument is { Parameter: { } parameter, ArgumentKind: not ArgumentKind.DefaultValue } && reading.Sinks.Of(parameter) is { } sink)
                yield return (argument.Value, sink, $"{name}({parameter.Name})");
        }
    }

    // Where part of the way is out of sight, a constant far away may belong to another use of the same members.
    private IEnumerable<Location> ConstantsAtFault(IOperation value, CredentialSinkKind kind, CancellationToken cancellation)
    {
        var origins = reading.Origins.OriginsOf(value, cancellation);
        var member = value.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return
            from constant in origins.Constants
            where constant.Kind == ConstantKind.Text && (!origins.HasUnknown || IsInside(member, constant.Location)) && IsAtFault(constant, kind, cancellation)
            select constant.Location;
    }

    private static bool IsInside(SyntaxNode? node, Location location) =>
        node is not null && node.SyntaxTree == location.SourceTree && node.Span.Contains(location.SourceSpan);

    private bool IsAtFault(Origin.Constant constant, CredentialSinkKind kind, CancellationToken cancellation)
    {
        var written = constant.Location.SourceTree?.GetRoot(cancellation).FindNode(constant.Location.SourceSpan, getInnermostNodeForTie: true);
        if (written is null || reading.Models[written.SyntaxTree].GetConstantValue(written, cancellation).Value is not string text)
            return kind == CredentialSinkKind.Key;

        // What stands there in one piece is reported there, once.
        if (written is LiteralExpressionSyntax && (StripeSecret.FindAll(text).Count > 0 || IsFoundByShape(written)))
            return false;
        return kind switch
        {
            CredentialSinkKind.Key => true,
            CredentialSinkKind.Password => !DevelopmentDefault.IsPassword(text),
            _ => ConnectionString.HoldsPassword(text),
        };
    }

    // Together with its name or id, which may stand before it.
    private bool IsFoundByShape(SyntaxNode literal)
    {
        var start = Math.Max(0, literal.SpanStart - LongestContext);
        var context = literal.SyntaxTree.GetText().ToString(TextSpan.FromBounds(start, literal.Span.End));
        return scanner.FindAll(context).Any(found => start + found.Start >= literal.SpanStart);
    }
}
