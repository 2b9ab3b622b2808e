using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ReadinessAnalyzers.Tests;

/// <summary>What holds for every rule: its id, its rooms and its papers. A failure says what is missing and where it belongs.</summary>
public sealed partial class CatalogueTests
{
    private static readonly Dictionary<char, string> Folders = new()
    {
        ['0'] = "Facts", ['1'] = "Secrets", ['2'] = "Webhooks", ['3'] = "Telemetry", ['4'] = "Billing", ['5'] = "Access", ['6'] = "Data",
        ['9'] = "Checklist",
    };

    public static TheoryData<string> Ids => [.. Catalogue.Descriptors.Select(rule => rule.Id)];

    [Fact]
    public void Ids_AreUnique() => Assert.Equal(Catalogue.Descriptors.Select(rule => rule.Id).Distinct(), Catalogue.Descriptors.Select(rule => rule.Id));

    [Fact]
    public void EveryRule_IsReportedByAnAnalyzer() => Assert.Equal(
        Catalogue.Rules.Select(rule => rule.Descriptor.Id).Order(),
        Catalogue.Descriptors.Select(rule => rule.Id).Where(id => id[3] != '0').Order());

    [Fact]
    public void EveryRule_LivesInTheFolderOfItsFirstDigitAndHasTestsInTheSameRoom()
    {
        foreach (var (type, descriptor) in Catalogue.Rules)
        {
            var folder = Folders[descriptor.Id[3]];
            Assert.Equal($"ReadinessAnalyzers.Rules.{folder}", type.Namespace);
            Assert.Equal($"Readiness.{folder}", descriptor.Category);
            Assert.True(Repository.Has($"src/ReadinessAnalyzers/Rules/{folder}/{type.Name}.cs"), $"{type.Name} has no file of its own in Rules/{folder}");
            Assert.True(Repository.Has($"tests/ReadinessAnalyzers.Tests/{folder}/{type.Name}Tests.cs"), $"{type.Name} has no tests in {folder}/{type.Name}Tests.cs");
        }
    }

    [Fact]
    public void EveryFix_IsNamedAfterARuleThatItFixesAndLivesInTheSameRoom()
    {
        Assert.NotEmpty(Catalogue.Fixes);
        foreach (var fix in Catalogue.Fixes)
        {
            var type = fix.GetType();
            var rule = Catalogue.Rules.SingleOrDefault(rule => rule.Type.Name + "Fix" == type.Name);
            Assert.True(rule.Type is not null, $"{type.Name} is named after no rule");
            Assert.Contains(rule.Descriptor.Id, fix.FixableDiagnosticIds);
            var folder = Folders[rule.Descriptor.Id[3]];
            Assert.Equal($"ReadinessAnalyzers.CodeFixes.{folder}", type.Namespace);
            Assert.True(Repository.Has($"src/ReadinessAnalyzers.CodeFixes/{folder}/{type.Name}.cs"), $"{type.Name} has no file of its own in {folder}");
            Assert.True(Repository.Has($"tests/ReadinessAnalyzers.Tests/{folder}/{type.Name}Tests.cs"), $"{type.Name} has no tests in {folder}/{type.Name}Tests.cs");
        }
    }

    [Fact]
    public void EveryFix_HasAnEquivalenceKeyOfItsOwnAndFixesAll()
    {
        var keys = Catalogue.Fixes.Select(fix => (string?)fix.GetType().GetField("EquivalenceKey")?.GetRawConstantValue()).ToList();
        Assert.All(keys, key => Assert.False(string.IsNullOrEmpty(key), "A fix has no constant EquivalenceKey"));
        Assert.Equal(keys.Distinct(), keys);
        Assert.All(Catalogue.Fixes, fix => Assert.NotNull(fix.GetFixAllProvider()));
    }

    [Fact]
    public void EveryFix_IsMentionedOnThePagesOfItsRules() => Assert.All(
        Catalogue.Fixes.SelectMany(fix => fix.FixableDiagnosticIds),
        id =>
        {
            var sections = Repository.Read($"docs/rules/{id}.md").Split("\n## ");
            Assert.Contains(sections, section => section.StartsWith("How to fix", StringComparison.Ordinal)
                && section.Contains("code fix", StringComparison.Ordinal));
        });

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryDescriptor_LinksToItsPage(string id)
    {
        var rule = Catalogue.Descriptors.Single(candidate => candidate.Id == id);
        Assert.Matches(@"^RDY\d{4}$", id);
        Assert.EndsWith($"/docs/rules/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
        var page = Repository.Read($"docs/rules/{id}.md");
        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.Equal(
            ["Cause", "Why", "How to fix", "Options", "When to suppress"],
            Heading().Matches(page).Select(match => match.Groups[1].Value));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryDescriptor_StandsInTheReleaseFileAndInTheReadme(string id)
    {
        var rule = Catalogue.Descriptors.Single(candidate => candidate.Id == id);
        var releases = Repository.Read("src/ReadinessAnalyzers/AnalyzerReleases.Unshipped.md") + Repository.Read("src/ReadinessAnalyzers/AnalyzerReleases.Shipped.md");
        var (released, shown) = rule.IsEnabledByDefault ? ($"{rule.DefaultSeverity}", $"{rule.DefaultSeverity}") : ("Disabled", $"{rule.DefaultSeverity}, off");
        Assert.Contains($"{id} | {rule.Category} | {released} | [{rule.Title}]({rule.HelpLinkUri})", releases, StringComparison.Ordinal);
        if (id[3] != '0')
            Assert.Contains($"| [{id}](docs/rules/{id}.md) | {rule.Title} | {shown} |", Repository.Read("README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void ReadmesPictureOfAFailedPublish_IsUnreadyShops()
    {
        var findings = Repository.Read("samples/UnreadyShop/expected-findings.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var readme = Repository.Read("README.md");
        Assert.Contains($"FAILED, {findings.Length} errors", readme, StringComparison.Ordinal);
        Assert.NotEmpty(PicturedError().Matches(readme));
        Assert.All(PicturedError().Matches(readme), pictured => Assert.Contains(pictured.Value, findings));
    }

    [Fact]
    public void EveryRuleThatStopsAPublish_IsBrokenOnceInUnreadyShop()
    {
        var findings = Repository.Read("samples/UnreadyShop/expected-findings.txt");
        // Of a sign-off the gate judges itself what the editor shows, and only where readiness.json names a profile.
        Assert.All(Catalogue.Rules.Where(rule => rule.Descriptor.DefaultSeverity >= DiagnosticSeverity.Warning && rule.Descriptor.Id[3] != '9'), rule => Assert.Contains(rule.Descriptor.Id, findings, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryFact_CannotBeSilencedAndShowsInNoEditor(string id)
    {
        var rule = Catalogue.Descriptors.Single(candidate => candidate.Id == id);
        string[] shields = [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.CompilationEnd];
        Assert.Equal(id[3] == '0' ? shields : [], rule.CustomTags.Intersect(shields));
        if (id[3] == '0')
            Assert.Equal(DiagnosticSeverity.Info, rule.DefaultSeverity);
        else
            Assert.Contains(rule.CustomTags, tag => Regex.IsMatch(tag, @"^[A-Z]{2,4}-\d\d$"));
    }

    [Fact]
    public void Analyzers_RegisterNothingThatCostsMoreThanASemanticModelAction()
    {
        foreach (var analyzer in Catalogue.Analyzers)
        {
            var context = new RecordingContext();
            analyzer.Initialize(context);
            Assert.True(context.IsConcurrent, $"{analyzer.GetType().Name} does not run concurrently");
            Assert.All(context.Registered, action => Assert.Contains(action, (string[])["SemanticModel", "Compilation", "AdditionalFile"]));
            // Each of the AdditionalFiles is asked about, Razor pages included: only the analyzers of settings files and sign-offs may.
            Assert.Equal(analyzer is ExposedCredentialAnalyzer or SignOffAnalyzer, context.Registered.Contains("AdditionalFile"));
            Assert.NotEmpty(context.Registered);
        }
    }

    [Fact]
    public void Assemblies_HoldNoMutableStatic()
    {
        var mutable = Catalogue.Analyzers.Select(analyzer => analyzer.GetType()).Concat(Catalogue.Fixes.Select(fix => fix.GetType()))
            .Select(type => type.Assembly).Distinct()
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.Name.Contains('<'))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field is { IsInitOnly: false, IsLiteral: false } && !field.Name.Contains('<'));
        Assert.Empty(mutable);
    }

    [GeneratedRegex(@"^\S+\(\d+,\d+\): error RDY\d{4}", RegexOptions.Multiline)]
    private static partial Regex PicturedError();

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    /// <summary>Writes down what an analyzer registers, in a compilation that references everything.</summary>
    private sealed class RecordingContext : AnalysisContext
    {
        public List<string> Registered { get; } = [];

        public bool IsConcurrent { get; private set; }

        public override void EnableConcurrentExecution() => IsConcurrent = true;

        public override void ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags analysisMode) { }

        public override void RegisterCompilationStartAction(Action<CompilationStartAnalysisContext> action)
        {
            var compilation = Microsoft.CodeAnalysis.CSharp.CSharpCompilation.Create("Empty", references: TestReferences.All);
            action(new RecordingStart(this, compilation));
        }

        public override void RegisterCompilationAction(Action<CompilationAnalysisContext> action) => Registered.Add("Compilation");

        public override void RegisterAdditionalFileAction(Action<AdditionalFileAnalysisContext> action) => Registered.Add("AdditionalFile");

        public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) => Registered.Add("SemanticModel");

        public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds) => Registered.Add("Symbol");

        public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action) =>
            Registered.Add("CodeBlockStart");

        public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) => Registered.Add("CodeBlock");

        public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) => Registered.Add("SyntaxTree");

        public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(
            Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) => Registered.Add("SyntaxNode");

        public override void RegisterOperationAction(Action<OperationAnalysisContext> action, ImmutableArray<OperationKind> operationKinds) =>
            Registered.Add("Operation");

        public override void RegisterOperationBlockAction(Action<OperationBlockAnalysisContext> action) => Registered.Add("OperationBlock");

        public override void RegisterOperationBlockStartAction(Action<OperationBlockStartAnalysisContext> action) => Registered.Add("OperationBlockStart");
    }

    private sealed class RecordingStart(RecordingContext outer, Compilation compilation)
        : CompilationStartAnalysisContext(compilation, new AnalyzerOptions([]), CancellationToken.None)
    {
        public override void RegisterCompilationEndAction(Action<CompilationAnalysisContext> action) => outer.RegisterCompilationAction(action);

        public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) => outer.RegisterSemanticModelAction(action);

        public override void RegisterAdditionalFileAction(Action<AdditionalFileAnalysisContext> action) => outer.RegisterAdditionalFileAction(action);

        public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds) =>
            outer.RegisterSymbolAction(action, symbolKinds);

        public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action) =>
            outer.RegisterCodeBlockStartAction(action);

        public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) => outer.RegisterCodeBlockAction(action);

        public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) => outer.RegisterSyntaxTreeAction(action);

        public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(
            Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) => outer.RegisterSyntaxNodeAction(action, syntaxKinds);

        public override void RegisterOperationAction(Action<OperationAnalysisContext> action, ImmutableArray<OperationKind> operationKinds) =>
            outer.RegisterOperationAction(action, operationKinds);

        public override void RegisterOperationBlockAction(Action<OperationBlockAnalysisContext> action) => outer.RegisterOperationBlockAction(action);
    }
}
