using ReadinessAnalyzers.Gate.CompileLogs;

namespace ReadinessAnalyzers.Gate.Tests.CompileLogs;

/// <summary>
/// Every way to turn rules off, down or up, through the real compiler into the log and on to the gate: a violation that the log no longer
/// holds must leave an error behind, and facts hear no switch at all.
/// </summary>
public sealed class SeverityTests : IDisposable
{
    private const string SecretFound = "RDY1001 error Secret.cs(1,35)";
    private const string ConstantFound = "RDY1002 error Constant.cs(4,45)";
    private const string FactTold = "RDY8001 error Shop.csproj(1,1)";
    private const string SwitchedOff = "RDY9006 error Shop.csproj(1,1)";
    private const string Unchecked = "RDY9001 error Shop.csproj(1,1)";

    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("", FactTold, ConstantFound, SecretFound)]
    // One file's section.
    [InlineData("[Secret.cs] dotnet_diagnostic.RDY1001.severity = none", FactTold, SwitchedOff, ConstantFound)]
    [InlineData("[Secret.cs] dotnet_diagnostic.RDY1001.severity = silent", FactTold, SwitchedOff, ConstantFound)]
    [InlineData("[Secret.cs] dotnet_diagnostic.RDY1001.severity = suggestion", FactTold, SwitchedOff, ConstantFound, "RDY1001 note Secret.cs(1,35)")]
    [InlineData("[Secret.cs] dotnet_diagnostic.RDY1001.severity = error", FactTold, ConstantFound, SecretFound)]
    [InlineData("[Constant.cs] dotnet_diagnostic.RDY1001.severity = none", FactTold, SwitchedOff, ConstantFound, SecretFound)]
    [InlineData("[secret.cs] dotnet_diagnostic.rdy1001.severity = NONE", FactTold, ConstantFound, SecretFound)]
    [InlineData("[*] DOTNET_DIAGNOSTIC.rdy1001.Severity = NONE", FactTold, SwitchedOff, ConstantFound)]
    [InlineData("[*.cs] dotnet_diagnostic.RDY1001.severity = none\n[Secret.cs] dotnet_diagnostic.RDY1001.severity = warning", FactTold, SwitchedOff, ConstantFound, SecretFound)]
    [InlineData("[*] dotnet_diagnostic.RDY0001.severity = none", FactTold, ConstantFound, SecretFound)]
    // A category.
    [InlineData("[*] dotnet_analyzer_diagnostic.category-Readiness.Secrets.severity = none", FactTold, SwitchedOff)]
    [InlineData("[Secret.cs] dotnet_analyzer_diagnostic.category-Readiness.Secrets.severity = none", FactTold, SwitchedOff, ConstantFound)]
    [InlineData("[*] dotnet_analyzer_diagnostic.category-Readiness.Secrets.severity = error", FactTold, ConstantFound, SecretFound)]
    [InlineData("[*] dotnet_analyzer_diagnostic.category-Readiness.Facts.severity = none", FactTold, ConstantFound, SecretFound)]
    [InlineData("[*] dotnet_analyzer_diagnostic.category-Other.severity = none", FactTold, ConstantFound, SecretFound)]
    // In bulk.
    [InlineData("[*] dotnet_analyzer_diagnostic.severity = none", FactTold, SwitchedOff)]
    [InlineData("[Secret.cs] dotnet_analyzer_diagnostic.severity = none", FactTold, SwitchedOff, ConstantFound)]
    [InlineData("[*] dotnet_analyzer_diagnostic.severity = error", FactTold, ConstantFound, SecretFound)]
    [InlineData("[*] dotnet_analyzer_diagnostic.severity = none\ndotnet_diagnostic.RDY1001.severity = warning", FactTold, SwitchedOff, SecretFound)]
    // A global file.
    [InlineData("is_global = true\ndotnet_diagnostic.RDY1001.severity = none", FactTold, SwitchedOff, ConstantFound)]
    [InlineData("is_global = true\ndotnet_analyzer_diagnostic.severity = none", FactTold, SwitchedOff)]
    [InlineData("is_global = true\ndotnet_analyzer_diagnostic.category-Readiness.Secrets.severity = none", FactTold, SwitchedOff)]
    [InlineData("is_global = true\ndotnet_diagnostic.RDY1001.severity = error", FactTold, ConstantFound, SecretFound)]
    // A file that is called generated hides nothing.
    [InlineData("[*] generated_code = true", FactTold, ConstantFound, SecretFound)]
    public void EditorConfig_CannotHideAViolation(string editorConfig, params string[] findings) =>
        Assert.Equal(findings.Order(), Judge(Sections(editorConfig)).Order());

    [Theory]
    [InlineData("-nowarn:RDY1001", FactTold, SwitchedOff, ConstantFound)]
    [InlineData("-nowarn:RDY0001", FactTold, ConstantFound, SecretFound)]
    [InlineData("-nowarn:RDY1001,RDY1002,RDY0001", FactTold, SwitchedOff)]
    [InlineData("-warnaserror", FactTold, ConstantFound, SecretFound)]
    [InlineData("-warnaserror+:RDY0001,RDY1001", FactTold, ConstantFound, SecretFound)]
    [InlineData("-warnaserror -warnaserror-:RDY1001", FactTold, ConstantFound, SecretFound)]
    [InlineData("-warn:0", FactTold, Unchecked)]
    [InlineData("-warn:1", FactTold, ConstantFound, SecretFound)]
    [InlineData("-ruleset:off.ruleset", FactTold, SwitchedOff, ConstantFound)]
    [InlineData("-ruleset:hidden.ruleset", FactTold, SwitchedOff, ConstantFound)]
    [InlineData("-skipanalyzers+", Unchecked)]
    public void Switches_CannotHideAViolation(string switches, params string[] findings)
    {
        Write("off.ruleset", Ruleset("None"));
        Write("hidden.ruleset", Ruleset("Hidden"));
        Assert.Equal(findings.Order(), Judge("", switches.Split(' ')).Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-warnaserror-:AD0001")]
    [InlineData("", "[*] dotnet_diagnostic.AD0001.severity = none")]
    [InlineData("", "[*] dotnet_diagnostic.AD0001.severity = suggestion")]
    [InlineData("", "[*] dotnet_analyzer_diagnostic.severity = none\ndotnet_diagnostic.RDY1001.severity = warning")]
    public void CrashOfAnAnalyzer_IsNotHiddenByASection(string switches, string editorConfig = "")
    {
        Write("Crashing.cs", """
            namespace ReadinessAnalyzers;
            using System; using System.Collections.Immutable; using Microsoft.CodeAnalysis; using Microsoft.CodeAnalysis.Diagnostics;
            [DiagnosticAnalyzer(LanguageNames.CSharp)]
            public sealed class Crashing : DiagnosticAnalyzer
            {
                public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
                    [new("RDY1999", "Crashes", "Crashes", "Readiness.Secrets", DiagnosticSeverity.Warning, isEnabledByDefault: true)];
                public override void Initialize(AnalysisContext context)
                {
                    context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
                    context.RegisterCompilationAction(_ => throw new InvalidOperationException());
                }
            }
            """);
        string[] roslyn = ["Microsoft.CodeAnalysis.dll", "Microsoft.CodeAnalysis.CSharp.dll"];
        var (exitCode, output) = Compiler.Run(
            Folder, [.. roslyn.Select(file => $"-r:\"{Path.Combine(Compiler.Folder, file)}\""), "-out:ReadinessAnalyzers.Crashing.dll", "Crashing.cs"]);
        Assert.True(exitCode == 0, output);

        Assert.Contains(Unchecked, Judge(Sections(editorConfig), [.. switches.Split(' '), "-a:ReadinessAnalyzers.Crashing.dll"]));
    }

    private string Folder => Path.GetDirectoryName(_shop.ProjectFile)!;

    // What the gate finds; the setting that the fact names is missing everywhere.
    private string[] Judge(string editorConfig, params string[] switches)
    {
        Write("Secret.cs", $"class Secret {{ public string K = \"{StripeKeys.Make("sk_live_")}\"; }}\n");
        Write("Constant.cs", """
            class Constant
            {
                void Read() => Stripe.StripeConfiguration.ApiKey = System.Environment.GetEnvironmentVariable("STRIPE_KEY");
                void Write() => new Stripe.StripeClient("placeholder");
            }

            """);
        Write(editorConfig.StartsWith("is_global", StringComparison.Ordinal) ? ".globalconfig" : ".editorconfig", editorConfig);
        var configs = Directory.EnumerateFiles(Folder, ".*config").Select(file => $"-analyzerconfig:\"{file}\"");
        var (_, output) = Compiler.Run(
            Folder,
            ["-out:Shop.dll", "-errorlog:log.sarif,version=2.1", $"-a:\"{Compiler.Analyzers}\"", .. configs, .. switches, "Secret.cs", "Constant.cs"]);
        Assert.DoesNotContain("error CS", output, StringComparison.Ordinal);

        var warningLevel = switches.Where(one => one.StartsWith("-warn:", StringComparison.Ordinal)).Select(one => (int?)int.Parse(one[6..])).SingleOrDefault();
        return _shop.Compiles(CompileLogReader.Read(_shop.ProjectFile, _shop.PathOf("log.sarif")) with { WarningLevel = warningLevel }).Findings();
    }

    // One section a line.
    private static string Sections(string editorConfig) => editorConfig.Replace("] ", "]\n", StringComparison.Ordinal);

    private static string Ruleset(string action) => $"""
        <RuleSet Name="Shop" ToolsVersion="16.0">
          <Rules AnalyzerId="ReadinessAnalyzers" RuleNamespace="ReadinessAnalyzers"><Rule Id="RDY1001" Action="{action}" /></Rules>
        </RuleSet>
        """;

    private void Write(string name, string text) => File.WriteAllText(_shop.PathOf(name), text);
}
