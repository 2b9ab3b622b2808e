using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using ReadinessAnalyzers.Flow;

namespace ReadinessAnalyzers.Facts;

/// <summary>
/// The text that the source gives an expression: constants, what variables are initialised with, and all that is put together from them.
/// It goes further than the compiler's constants, and it remembers which expression each of its characters comes from.
/// </summary>
/// <remarks>
/// Nothing here recurses: a sum of thousands of terms is an ordinary thing in a file that a tool wrote. What grows without bound, such as
/// variables that double each other, is cut off.
/// </remarks>
internal sealed class ConstantText
{
    /// <summary>Stands for each part that the source does not tell, so that what is around it is not read as one.</summary>
    public const char Unknown = '\0';

    private const int MostPieces = 20_000;
    private const int MostSteps = 200_000;
    private const int LongestText = 1 << 20;
    private const int MostReferences = 16;

    private readonly CompilationReading _reading;
    private readonly CancellationToken _cancellation;
    private readonly StringBuilder _text = new();
    private readonly List<Piece> _pieces = [];

    private ConstantText(IEnumerable<Step> steps, CompilationReading reading, CancellationToken cancellation)
    {
        _reading = reading;
        _cancellation = cancellation;
        Write(steps);
    }

    public static ConstantText Of(IOperation expression, CompilationReading reading, CancellationToken cancellation) =>
        new([new Step(new TextPart(expression))], reading, cancellation);

    /// <summary>The text of a local variable, as the statements after its declaration leave it.</summary>
    public static ConstantText Of(ILocalSymbol variable, CompilationReading reading, CancellationToken cancellation) =>
        new(PartsOf(variable, reading, cancellation).Select(part => new Step(part, variable)), reading, cancellation);

    /// <summary>The largest expression that <paramref name="piece"/> is a part of the text of.</summary>
    public static IOperation LargestAround(IOperation piece)
    {
        var whole = piece;
        for (var outer = piece.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IArgumentOperation or IConversionOperation or IParenthesizedOperation)
                continue;
            if (TextParts.Of(outer, static _ => null) is not null)
                whole = outer;
            else if (outer is not (IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation))
                break;
        }
        return whole;
    }

    /// <summary>The local variable whose text <paramref name="whole"/> begins, replaces or adds to; null if not in the block that declares it.</summary>
    public static ILocalSymbol? VariableOf(IOperation whole)
    {
        var outer = whole.Parent;
        while (outer is IConversionOperation or IParenthesizedOperation)
            outer = outer.Parent;
        return outer switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            IExpressionStatementOperation { Syntax: var statement } when Changed(whole) is ILocalReferenceOperation { Local: var local }
                && DeclaratorOf(local) is { } declarator && StatementsAfter(declarator).Contains(statement) => local,
            _ => null,
        };
    }

    /// <summary>
    /// The smallest expression that puts these characters together. If several statements do, the expression that most of them come from;
    /// null if all come from one variable: its own declaration is the place.
    /// </summary>
    public SyntaxNode? PlaceOf(int start, int length)
    {
        var from = _pieces.Where(piece => piece.Start < start + length && piece.Start + piece.Length > start).ToList();
        var first = from[0].Syntax;
        if (from.All(piece => piece.Syntax == first) && from[0].IsNamed)
            return null;
        var all = TextSpan.FromBounds(from.Min(piece => piece.Syntax.SpanStart), from.Max(piece => piece.Syntax.Span.End));
        return first.AncestorsAndSelf()
            .TakeWhile(node => node is not (StatementSyntax or MemberDeclarationSyntax))
            .FirstOrDefault(node => node is ExpressionSyntax && node.Span.Contains(all))
            ?? from.OrderByDescending(piece => piece.Length).First().Syntax;
    }

    public override string ToString() => _text.ToString();

    // key = …, key += …, builder.Append(…).Append(…)
    private static IOperation? Changed(IOperation? statement)
    {
        if (statement is IAssignmentOperation assignment)
            return assignment.Target;
        while (statement is IInvocationOperation call)
            statement = call.Instance;
        return statement;
    }

    // What the declaration gives the variable, and what the statements after it, in the same block, add or put in its place.
    private static IEnumerable<TextPart> PartsOf(ILocalSymbol variable, CompilationReading reading, CancellationToken cancellation)
    {
        if (DeclaratorOf(variable, cancellation) is not { } declarator)
            yield break;
        if (declarator.Initializer is { Value: var initial })
            yield return new TextPart(reading.Models.OperationOf(initial, cancellation));
        foreach (var statement in StatementsAfter(declarator))
        {
            if (NameChangedBy(statement) != variable.Name
                || reading.Models.OperationOf(statement, cancellation) is not IExpressionStatementOperation { Operation: var change }
                || Changed(change) is not ILocalReferenceOperation)
            {
                continue;
            }
            // What was there before is gone, unless the variable is given itself and more.
            if (change is ISimpleAssignmentOperation { Value.Syntax: var given }
                && given.DescendantTokens().All(token => token.ValueText != variable.Name))
            {
                yield return TextPart.Unknown;
            }
            yield return new TextPart(change is IAssignmentOperation { Value: var value } ? value : change);
        }
    }

    private static VariableDeclaratorSyntax? DeclaratorOf(ILocalSymbol variable, CancellationToken cancellation = default) =>
        variable.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) as VariableDeclaratorSyntax;

    private static IEnumerable<StatementSyntax> StatementsAfter(VariableDeclaratorSyntax declarator)
    {
        IEnumerable<StatementSyntax> statements = declarator.FirstAncestorOrSelf<StatementSyntax>()?.Parent switch
        {
            BlockSyntax block => block.Statements,
            SwitchSectionSyntax section => section.Statements,
            GlobalStatementSyntax { Parent: CompilationUnitSyntax file } =>
                file.Members.OfType<GlobalStatementSyntax>().Select(global => global.Statement),
            _ => [],
        };
        return statements.Where(statement => statement.SpanStart > declarator.SpanStart);
    }

    private static string? NameChangedBy(StatementSyntax statement)
    {
        var changed = (statement as ExpressionStatementSyntax)?.Expression;
        if (changed is AssignmentExpressionSyntax assignment)
            return (assignment.Left as IdentifierNameSyntax)?.Identifier.ValueText;
        while (changed is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } })
            changed = receiver;
        return (changed as IdentifierNameSyntax)?.Identifier.ValueText;
    }

    private void Write(IEnumerable<Step> steps)
    {
        var waiting = new Stack<Step>(steps.Reverse());
        for (var left = MostSteps; left > 0 && waiting.Count > 0 && _pieces.Count < MostPieces && _text.Length < LongestText; left--)
        {
            _cancellation.ThrowIfCancellationRequested();
            var next = waiting.Pop();
            if (CharactersOf(next.Part) is { } characters)
            {
                Append(characters, next.Part);
                continue;
            }
            foreach (var inner in Inside(next).Reverse())
                waiting.Push(inner);
        }
    }

    private void Append(string characters, TextPart part)
    {
        if (characters.Length > 0 && (part.Site ?? part.Expression?.Syntax) is { } syntax)
        {
            var isNamed = part.Site is not null || part.Expression is IMemberReferenceOperation or ILocalReferenceOperation;
            _pieces.Add(new Piece(_text.Length, characters.Length, syntax, isNamed));
        }
        _text.Append(characters);
    }

    // A constant sum is taken apart all the same: the place of a secret in it matters.
    private static string? CharactersOf(TextPart part) => part switch
    {
        { Characters: { } characters } => characters,
        { Expression: null } => Unknown.ToString(),
        { Expression: IUtf8StringOperation text } => text.Value,
        { Expression: IBinaryOperation { Type.SpecialType: SpecialType.System_String } or IInterpolatedStringOperation } => null,
        { Expression.ConstantValue: { HasValue: true, Value: var value } } => value switch
        {
            byte character => ((char)character).ToString(),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        },
        _ => null,
    };

    private IEnumerable<Step> Inside(Step step)
    {
        var expression = step.Part.Expression!;
        if (TextParts.Of(expression, list => step.References < MostReferences ? ValueOf(list) : null) is { } parts)
        {
            // Those with a site of their own are the elements of a list that is written elsewhere.
            return parts.Select(part => step with
            {
                Part = part with { Site = step.Part.Site ?? part.Site },
                References = step.References + (part.Site is null ? 0 : 1),
            });
        }
        if (expression is ILocalReferenceOperation { Local: var local })
        {
            if (SymbolEqualityComparer.Default.Equals(local, step.Variable))
                return [];
            if (step.References < MostReferences)
            {
                return PartsOf(local, _reading, _cancellation).DefaultIfEmpty(TextPart.Unknown)
                    .Select(part => Named(part) with { Variable = local });
            }
        }
        else if (step.References < MostReferences && ValueOf(expression) is { } value)
        {
            return [Named(new TextPart(value))];
        }
        return [new Step(TextPart.Unknown)];

        Step Named(TextPart part) => new(part with { Site = step.Part.Site ?? expression.Syntax }, References: step.References + 1);
    }

    /// <summary>What a field, property or local is declared with.</summary>
    private IOperation? ValueOf(IOperation reference)
    {
        ISymbol? variable = reference switch
        {
            IFieldReferenceOperation field => field.Field,
            IPropertyReferenceOperation { Arguments.IsEmpty: true } property => property.Property,
            ILocalReferenceOperation local => local.Local,
            _ => null,
        };
        if (variable is null)
            return null;
        var written = _reading.DeclarationsOf(variable, _cancellation).Select(declaration => declaration switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } value } => value,
            PropertyDeclarationSyntax { Initializer.Value: { } value } => value,
            PropertyDeclarationSyntax { ExpressionBody.Expression: { } value } => value,
            _ => null,
        }).FirstOrDefault(value => value is not null);
        return written is null ? null : _reading.Models.OperationOf(written, _cancellation);
    }

    /// <param name="Part">What is to be written.</param>
    /// <param name="Variable">The local whose text is being written: inside it, its own name adds nothing.</param>
    /// <param name="References">How many variables were followed to come here.</param>
    private readonly record struct Step(TextPart Part, ILocalSymbol? Variable = null, int References = 0);

    /// <param name="Start">Where its characters begin in the text.</param>
    /// <param name="Length">How many there are.</param>
    /// <param name="Syntax">The expression they come from.</param>
    /// <param name="IsNamed">True if they are written elsewhere and named there.</param>
    private readonly record struct Piece(int Start, int Length, SyntaxNode Syntax, bool IsNamed);
}
