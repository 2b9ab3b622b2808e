using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace ReadinessAnalyzers.Tests;

/// <summary>The verifier sees what is wrong with a fix; each fix here has one fault.</summary>
public sealed class CodeFixVerifierTests
{
    private const string Source = "class Shop { void M(IConfiguration config) => Stripe.StripeConfiguration.ApiKey = [|\"placeholder\"|]; }";

    [Fact]
    public Task RightFix_Passes() => VerifyAsync<RightFix>("config[\"A\"]");

    [Fact]
    public Task OtherResult_IsSeen() => FailsAsync<RightFix>("config[\"B\"]", "one at a time");

    [Fact]
    public Task FixOfferedWhereNoneMayBe_IsSeen() => FailsAsync<RightFix>("[|\"placeholder\"|]", "one at a time");

    [Fact]
    public Task FixThatDoesNotCompile_IsSeen() => FailsAsync<BrokenFix>("config[\"A\"]", "CS0103");

    [Fact]
    public Task FixThatBringsAWarning_IsSeen() => FailsAsync<WarningFix>("config[\"A\"]", "CS8600");

    [Fact]
    public Task FixThatBringsAFaultOfAnotherRule_IsSeen() => FailsAsync<LeakingFix>("config[\"A\"]", "RDY1001");

    [Fact]
    public Task FixThatChangesNothing_IsSeen() => FailsAsync<IdleFix>("config[\"A\"]", "changes nothing");

    [Fact]
    public Task FixThatLeavesTheFault_IsSeen() => FailsAsync<EndlessFix>("config[\"A\"]", "never come to an end");

    [Fact]
    public Task FixWithoutItsEquivalenceKey_IsSeen() => FailsAsync<KeylessFix>("config[\"A\"]", "Assert.Equal");

    [Fact]
    public Task FixThatFixesOneAtATimeOnly_IsSeen() => FailsAsync<SingleFix>("config[\"A\"]", "Assert.NotNull");

    private static Task VerifyAsync<TFix>(string fixedValue)
        where TFix : CodeFixProvider, new() =>
        CSharpCodeFixVerifier<CredentialAnalyzer, TFix>.VerifyCodeFixAsync(
            Source, Source.Replace("[|\"placeholder\"|]", fixedValue, StringComparison.Ordinal));

    private static async Task FailsAsync<TFix>(string fixedValue, string complaint)
        where TFix : CodeFixProvider, new()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => VerifyAsync<TFix>(fixedValue));
        Assert.Contains(complaint, failure.Message, StringComparison.Ordinal);
    }

    /// <summary>Replaces whatever RDY1002 is about.</summary>
    internal abstract class Replacement(Func<string, string> replace, string key = "Replace") : CodeFixProvider
    {
        public sealed override ImmutableArray<string> FixableDiagnosticIds => ["RDY1002"];

        public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

        public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
        {
            var text = await context.Document.GetTextAsync(context.CancellationToken);
            var change = new TextChange(context.Span, replace(text.ToString(context.Span)));
            context.RegisterCodeFix(
                CodeAction.Create("Replace", _ => Task.FromResult(context.Document.WithText(text.WithChanges(change))), key), context.Diagnostics);
        }
    }

    internal sealed class RightFix() : Replacement(_ => "config[\"A\"]")
    {
        public const string EquivalenceKey = "Replace";
    }

    internal sealed class BrokenFix() : Replacement(_ => "missing[\"A\"]")
    {
        public const string EquivalenceKey = "Replace";
    }

    internal sealed class WarningFix() : Replacement(_ => "(string)config[\"A\"]")
    {
        public const string EquivalenceKey = "Replace";
    }

    internal sealed class LeakingFix() : Replacement(_ => $"config[\"A\"] /* sk_live_{Secrets.TestSecret.Body(99)} */")
    {
        public const string EquivalenceKey = "Replace";
    }

    internal sealed class IdleFix() : Replacement(text => text)
    {
        public const string EquivalenceKey = "Replace";
    }

    internal sealed class EndlessFix() : Replacement(text => $"{text} + \"!\"")
    {
        public const string EquivalenceKey = "Replace";
    }

    internal sealed class KeylessFix() : Replacement(_ => "config[\"A\"]", "")
    {
        public const string EquivalenceKey = "Replace";
    }

    internal sealed class SingleFix() : Replacement(_ => "config[\"A\"]")
    {
        public const string EquivalenceKey = "Replace";

        public override FixAllProvider? GetFixAllProvider() => null;
    }
}
