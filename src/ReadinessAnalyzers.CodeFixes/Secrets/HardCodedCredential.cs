using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Flow.Origins;

namespace ReadinessAnalyzers.CodeFixes.Secrets;

/// <summary>The one constant that makes up a credential handed to Stripe.net, and what can stand in its place.</summary>
/// <remarks>
/// Whether a replacement will do is not guessed from a list of places where it would not: it is tried, and the compiler and the reading
/// that found the fault judge the result. So it is never offered where the language forbids it, where another member's configuration
/// is out of reach, or where the configuration is a section in which the setting would not be found.
/// </remarks>
internal sealed class HardCodedCredential
{
    private static readonly ImmutableDictionary<string, string> SettingOfRole = ImmutableDictionary<string, string>.Empty
        .Add(SettingFact.Roles.SecretKey, "Stripe:SecretKey")
        .Add(SettingFact.Roles.WebhookSecret, "Stripe:WebhookSecret");

    private static readonly ImmutableDictionary<string, string> VariableOfRole = ImmutableDictionary<string, string>.Empty
        .Add(SettingFact.Roles.SecretKey, "STRIPE_SECRET_KEY")
        .Add(SettingFact.Roles.WebhookSecret, "STRIPE_WEBHOOK_SECRET");

    private readonly StripeInput _use;
    private readonly ExpressionSyntax _constant;
    private readonly SemanticModel _model;
    private readonly ImmutableArray<string> _settingsItStandsInFor;

    private HardCodedCredential(StripeInput use, ExpressionSyntax constant, SemanticModel model, CancellationToken cancellation)
    {
        _use = use;
        _constant = constant;
        _model = model;
        _settingsItStandsInFor = SettingsBefore(constant, model, cancellation);
    }

    /// <summary>True if the constant is what the code falls back to when a setting is missing.</summary>
    public bool StandsIn => !_settingsItStandsInFor.IsEmpty;

    /// <summary>The credential that a diagnostic at <paramref name="place"/> is about, if it is made up of one constant.</summary>
    public static HardCodedCredential? Find(TextSpan place, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var use in CompilationReading.Of(model.Compilation).InputsOf(model.SyntaxTree, cancellation))
        {
            if (SettingOfRole.ContainsKey(use.Role)
                && OnlyConstantOf(use, model, cancellation) is { } constant
                && (use.Location.SourceSpan == place || constant.Span.Contains(place))
                && !HoldsRemarks(constant))
            {
                return new HardCodedCredential(use, constant, model, cancellation);
            }
        }
        return null;
    }

    /// <summary>
    /// The change that replaces the constant, if there is one that compiles and leaves no fault behind, with what it does: a read from
    /// options that are at hand, else from the configuration; from an environment variable in a project that knows no configuration.
    /// </summary>
    public (TextChange Change, string Title)? FindReplacement(CancellationToken cancellation)
    {
        if (StandsIn)
        {
            var change = WithThrow(Throw(string.Join(" or ", _settingsItStandsInFor)));
            return ChangeThatHolds("Fail when the setting is missing", change, _settingsItStandsInFor, cancellation);
        }
        var (setting, variable) = (SettingOfRole[_use.Role], VariableOfRole[_use.Role]);
        var reads = ConfigurationInScope.At(_constant.SpanStart, _model, cancellation).Select(root => $"{root}[\"{setting}\"] ?? {Throw(setting)}");
        return FirstThatHolds("Read from the options", OptionsInScope.At(_constant.SpanStart, _use.Role, _model, cancellation), [], cancellation)
            ?? FirstThatHolds("Read from configuration", reads, [setting], cancellation)
            // Where an app has configuration that is only out of reach here, a person should hand it in.
            ?? (CompilationReading.Of(_model.Compilation).Configuration.IsReferenced
                ? null
                : FirstThatHolds("Read from the environment", [$"{Imported("Environment")}.GetEnvironmentVariable(\"{variable}\") ?? {Throw(variable)}"], [variable], cancellation));
    }

    // Two constants are two accounts or two modes. Which setting is which, only a person knows.
    private static ExpressionSyntax? OnlyConstantOf(StripeInput use, SemanticModel model, CancellationToken cancellation)
    {
        var root = model.SyntaxTree.GetRoot(cancellation);
        if (root.FindNode(use.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax value)
            return null;
        var constants = ConstantsAmong(value, model, cancellation).ToList();
        if (constants.Count > 0)
            return constants.Count == 1 ? constants[0] : null;

        // It comes a longer way: var key = "…", or _key = configuration["…"] ?? "…". Where the code may take another value as well, a
        // missing setting would stop it although it is not needed.
        var origins = use.Origins.Constants.Where(constant => constant.Kind != ConstantKind.Null).ToList();
        return origins.Count == 1
            && origins[0].Location.SourceTree == model.SyntaxTree
            && root.FindNode(origins[0].Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax written
            && (use.Origins.All.Length == 1 || !SettingsBefore(written, model, cancellation).IsEmpty)
            ? written
            : null;
    }

    private static IEnumerable<ExpressionSyntax> ConstantsAmong(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation)
    {
        if (IsConstant(value, model, cancellation))
            return [value];
        IEnumerable<ExpressionSyntax> parts = value switch
        {
            ParenthesizedExpressionSyntax parenthesized => [parenthesized.Expression],
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } forgiven => [forgiven.Operand],
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => [coalesce.Left, coalesce.Right],
            ConditionalExpressionSyntax conditional => [conditional.WhenTrue, conditional.WhenFalse],
            SwitchExpressionSyntax choice => choice.Arms.Select(arm => arm.Expression),
            _ => [],
        };
        return parts.SelectMany(part => ConstantsAmong(part, model, cancellation));
    }

    private static bool IsConstant(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation) =>
        model.GetConstantValue(value, cancellation).Value is string
        || model.GetSymbolInfo(value, cancellation).Symbol is IFieldSymbol
        {
            Name: "Empty",
            ContainingType.SpecialType: SpecialType.System_String,
        };

    // A replacement would drop them.
    private static bool HoldsRemarks(ExpressionSyntax constant) => constant.DescendantTrivia().Any(trivia =>
        constant.Span.Contains(trivia.Span) && !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));

    // a ?? b ?? "constant": the settings that a and b read.
    private static ImmutableArray<string> SettingsBefore(ExpressionSyntax constant, SemanticModel model, CancellationToken cancellation)
    {
        var reading = CompilationReading.Of(model.Compilation);
        var names = new Stack<string>();
        if (GetValueAround(constant) is { } call && reading.Models.OperationOf(call, cancellation) is { } read)
            return [.. reading.Origins.OriginsOf(read, cancellation).Settings.Select(setting => setting.Name).Distinct()];
        SyntaxNode node = constant;
        for (var parent = node.Parent; parent is ParenthesizedExpressionSyntax or BinaryExpressionSyntax; node = parent, parent = node.Parent)
        {
            if (parent is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce)
                continue;
            if (coalesce.Right == node && reading.Models.OperationOf(coalesce.Left, cancellation) is { } before)
            {
                foreach (var setting in reading.Origins.OriginsOf(before, cancellation).Settings)
                    names.Push(setting.Name);
            }
        }
        return [.. names.Distinct()];
    }

    private string Throw(string setting) =>
        $"throw new {Imported(nameof(InvalidOperationException))}({SymbolDisplay.FormatLiteral($"Set {setting}.", quote: true)})";

    // A type of the namespace System, as it can be written here.
    private string Imported(string type) => _model.LookupNamespacesAndTypes(_constant.SpanStart, name: type).Length > 0 ? type : $"System.{type}";

    private (TextChange, string)? FirstThatHolds(string title, IEnumerable<string> replacements, ImmutableArray<string> settings, CancellationToken cancellation)
    {
        foreach (var replacement in replacements)
        {
            if (ChangeThatHolds(title, new TextChange(_constant.Span, replacement), settings, cancellation) is { } change)
                return change;
        }
        return null;
    }

    private (TextChange, string)? ChangeThatHolds(string title, TextChange change, ImmutableArray<string> settings, CancellationToken cancellation) =>
        Holds(change, settings, cancellation) ? (change, title) : null;

    // configuration.GetValue("Stripe:WebhookSecret", "") has no place for a throw; GetValue<string>("Stripe:WebhookSecret") ?? throw … has.
    private TextChange WithThrow(string thrown)
    {
        if (GetValueAround(_constant) is not { } call)
            return new TextChange(_constant.Span, thrown);
        var key = call.ArgumentList.Arguments[0];
        var receiver = ((MemberAccessExpressionSyntax)call.Expression).Expression;
        var read = $"{receiver}.GetValue<string>({key}) ?? {thrown}";
        return new TextChange(call.Span, call.Parent is MemberAccessExpressionSyntax or BinaryExpressionSyntax ? $"({read})" : read);
    }

    private static InvocationExpressionSyntax? GetValueAround(SyntaxNode constant) =>
        constant.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: { Count: 2 } arguments, Parent: InvocationExpressionSyntax call } } argument
        && arguments[1] == argument
        && call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetValue" }
            ? call
            : null;

    private bool Holds(TextChange change, ImmutableArray<string> settings, CancellationToken cancellation)
    {
        var tree = _model.SyntaxTree;
        // Parsed anew: only the parser knows what the project's language version allows.
        var changed = tree.WithChangedText(tree.GetText(cancellation).WithChanges(change));
        var compilation = _model.Compilation.ReplaceSyntaxTree(tree, changed);
        var start = _use.Location.SourceSpan.Start;
        if (change.Span.End <= start)
            start += change.NewText!.Length - change.Span.Length;
        var reading = CompilationReading.Of(compilation);
        var uses = reading.InputsOf(changed, cancellation);
        var origins = uses.FirstOrDefault(use => use.Role == _use.Role && use.Location.SourceSpan.Start == start)?.Origins;
        return origins is not null
            && !origins.Constants.Any(constant => constant.Kind == ConstantKind.Text)
            && !(origins.HasEmpty && _use.Role == SettingFact.Roles.WebhookSecret)
            && settings.All(setting => origins.Settings.Any(origin => origin.Name == setting))
            && origins.Settings.All(origin => settings.IsEmpty || !IsReadBy(change, origin, changed) || settings.Contains(origin.Name))
            && !HasNewWarnings(reading.Models[changed], cancellation);
    }

    // The tracer names every setting that the new read may find, more than one where the configuration may be a section.
    private static bool IsReadBy(TextChange change, Origin.Setting setting, SyntaxTree changed) =>
        setting.Location.SourceTree == changed && setting.Location.SourceSpan.Start == change.Span.Start;

    // Warnings count: many projects treat them as errors, and a captured parameter or a constant without use is no improvement.
    private bool HasNewWarnings(SemanticModel changed, CancellationToken cancellation)
    {
        var before = WarningsIn(_model, cancellation);
        return WarningsIn(changed, cancellation).Any(warnings => warnings.Count() > before[warnings.Key].Count());
    }

    private static ILookup<string, Diagnostic> WarningsIn(SemanticModel file, CancellationToken cancellation) => file
        .GetDiagnostics(cancellationToken: cancellation)
        .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
        .ToLookup(diagnostic => diagnostic.Id);
}
