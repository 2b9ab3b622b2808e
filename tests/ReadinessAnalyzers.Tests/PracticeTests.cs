using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReadinessAnalyzers.Practice;
using ReadinessAnalyzers.Tests.Secrets;

namespace ReadinessAnalyzers.Tests;

/// <summary>The command that measures the rules on real repositories, on small ones with a false alarm and a miss planted.</summary>
public sealed class PracticeTests : IDisposable
{
    private const string WebProject = """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
          <ItemGroup><ProjectReference Include="..\Names\Names.csproj" /></ItemGroup>
        </Project>
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("readiness-practice-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task EachReport_IsJudgedByTheLabelOfItsMember()
    {
        Write("owner+shop/Shop/Shop.csproj", WebProject);
        Write("owner+shop/Shop/Keys.cs", """
            // The constant is another project's.
            class Keys { void Set() => Stripe.StripeConfiguration.ApiKey = Names.Key; }
            """);
        Write("owner+shop/Shop/Hook.cs", """
            class Hook : Microsoft.AspNetCore.Mvc.ControllerBase
            {
                [Microsoft.AspNetCore.Mvc.HttpPost]
                public async Task Receive(IPay pay)
                {
                    var received = Stripe.EventUtility.ParseEvent(await new StreamReader(Request.Body).ReadToEndAsync());
                    await pay.Handle(((Stripe.Invoice)received.Data.Object).Id);
                }

                public void Silent() { }
            }
            class Pay : IPay { public Task Handle(string id) => Task.CompletedTask; }
            interface IPay { Task Handle(string id); }
            """);
        Write("owner+shop/Names/Names.csproj", """<Project><ItemGroup><ProjectReference Include="../Tests/Tests.csproj" /></ItemGroup></Project>""");
        Write("owner+shop/Names/Names.cs", """public class Names { public const string Key = "my-key"; }""");
        Write("owner+shop/Tests/Tests.csproj", """
            <Project>
              <ItemGroup><PackageReference Include="Microsoft.NET.Test.Sdk" /><ProjectReference Include="../Names/Names.csproj" /></ItemGroup>
            </Project>
            """);
        Write("owner+shop/Tests/Fake.cs", """class Fake { Stripe.StripeClient client = new("fake"); }""");
        Write("owner+lone/Program.cs", TestSecret.Plant("var known = \"LIVE\";\n\n// TEST\n"));
        Write("owner+lone/bin/Built.cs", TestSecret.Plant("// LIVE"));

        var (exitCode, lines) = await RunAsync(
            [.. Catalogue.Analyzers.Where(analyzer => analyzer is not StripeFailureAnalyzer)],
            "owner/shop - Shop/Keys.cs 2 S_CONST_NOPREFIX",
            "owner/shop - Shop/Hook.cs 4 W_OK",
            "owner/shop - Shop/Hook.cs 10 W_NO_VERIFY",
            "owner/shop - Shop/Hook.cs 7 T_FAILURE_SILENT",
            "owner/shop - Shop/Gone.cs 1 W_OK",
            "owner/lone - Program.cs 1 S_STRIPE_SOURCE",
            "owner/elsewhere - Program.cs 1 W_NO_VERIFY");

        Assert.Equal(0, exitCode);
        Assert.Equal(
            [
                "RDY1001  unlabelled owner/lone Program.cs:3",
                "RDY1001  true       owner/lone Program.cs:1  S_STRIPE_SOURCE",
                "RDY1002  true       owner/shop Shop/Keys.cs:2  S_CONST_NOPREFIX",
                "RDY2002  false      owner/shop Shop/Hook.cs:6  W_OK",
                "RDY2002  missed     owner/shop Shop/Hook.cs:10  W_NO_VERIFY",
                "RDY3001  unlabelled owner/shop Shop/Hook.cs:4",
            ],
            lines.Where(line => line.Contains("owner/", StringComparison.Ordinal) && line.StartsWith("RDY", StringComparison.Ordinal)));
        Assert.Contains("RDY2002           0          1          1          0", lines);
        Assert.Contains("owner/shop has no Shop/Gone.cs, which is labelled W_OK: is this the right commit?", lines);
        Assert.Contains("no rule yet for 1 x T_FAILURE_SILENT", lines);
        Assert.DoesNotContain(lines, line => line.Contains(TestSecret.Body(12), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Crash_IsNamedWithoutItsMessage_AndFailsTheRun()
    {
        Write("owner+shop/Program.cs", "");

        var (exitCode, lines) = await RunAsync([new Throwing()]);

        Assert.Equal(1, exitCode);
        var crash = Assert.Single(lines, line => line.StartsWith("CRASH", StringComparison.Ordinal));
        Assert.StartsWith("CRASH owner/shop Throwing: InvalidOperationException at ", crash, StringComparison.Ordinal);
        Assert.DoesNotContain("quoted source", crash, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("nowhere", "nowhere.tsv")]
    [InlineData(".", ".")]
    public void WrongArguments_AreNone(params string[] args) => Assert.Null(Arguments.Parse(args));

    private async Task<(int ExitCode, string[] Lines)> RunAsync(IEnumerable<DiagnosticAnalyzer> analyzers, params string[] labels)
    {
        Write("labels.tsv", string.Join('\n', labels.Prepend("repo commit path line label note")).Replace(' ', '\t'));
        var output = new StringWriter();
        var run = new PracticeRun(Arguments.Parse([_folder, Path.Combine(_folder, "labels.tsv")])!, [.. analyzers], output);
        return (await run.RunAsync(), output.ToString().ReplaceLineEndings("\n").Split('\n'));
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

#pragma warning disable RS1001 // No compiler loads this one.
    private sealed class Throwing : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new("RDY9999", "Throws", "Throws", "Tests", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterCompilationAction(_ => throw new InvalidOperationException("quoted source"));
        }
    }
}
