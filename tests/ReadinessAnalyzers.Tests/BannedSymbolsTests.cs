using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ReadinessAnalyzers.Tests;

/// <summary>
/// Each line of the lists of banned symbols bites. A mistyped line bans nothing and nobody would notice, so every ban is broken here once.
/// </summary>
public sealed class BannedSymbolsTests
{
    private const string Everywhere = "src/BannedSymbols.txt";
    private const string Analyzers = "src/ReadinessAnalyzers/BannedSymbols.Analyzers.txt";
    private const string Gate = "src/ReadinessAnalyzers.Gate/BannedSymbols.Gate.txt";

    // What must not be written, one statement a ban and in the order of the lists.
    private static readonly Dictionary<string, string[]> Offences = new()
    {
        [Everywhere] =
        [
            "System.Console.WriteLine();",
            "_ = new System.Net.Http.HttpClient();",
            "System.Diagnostics.Process.Start(text);",
            "System.Environment.Exit(1);",
            "System.Environment.FailFast(text);",
            "_ = new System.Text.RegularExpressions.Regex(text);",
            "System.Threading.Thread.Sleep(1);",
            "_ = System.Globalization.CultureInfo.CurrentCulture;",
            "_ = System.Globalization.CultureInfo.CurrentUICulture;",
            "_ = text.Equals(text, System.StringComparison.CurrentCulture);",
            "_ = text.Equals(text, System.StringComparison.CurrentCultureIgnoreCase);",
            "_ = text.Equals(text, System.StringComparison.InvariantCulture);",
            "_ = text.Equals(text, System.StringComparison.InvariantCultureIgnoreCase);",
            "_ = string.Compare(text, text);",
            "_ = text.CompareTo(text);",
            "_ = text.EndsWith(text);",
            "_ = text.IndexOf(text);",
            "_ = text.IndexOf(text, 1);",
            "_ = text.LastIndexOf(text);",
            "_ = text.StartsWith(text);",
            "_ = text.ToLower();",
            "_ = text.ToUpper();",
            "_ = char.ToLower(text[0]);",
            "_ = char.ToUpper(text[0]);",
            "_ = System.DateTime.Now;",
            "_ = System.DateTime.UtcNow;",
            "_ = System.Guid.NewGuid();",
            "_ = new System.Random(1);",
        ],
        [Analyzers] =
        [
            "_ = new Microsoft.CodeAnalysis.DiagnosticDescriptor(text, text, text, text, default, true);",
            "_ = new Microsoft.CodeAnalysis.DiagnosticDescriptor(text, (Microsoft.CodeAnalysis.LocalizableString)text, text, text, default, true);",
            "_ = compilation.GetSemanticModel(tree);",
            "_ = ((Microsoft.CodeAnalysis.CSharp.CSharpCompilation)compilation).GetSemanticModel(tree);",
            "_ = model.GetOperation(tree.GetRoot());",
            "_ = text.IndexOf(text, System.StringComparison.OrdinalIgnoreCase);",
            "_ = System.IO.File.ReadAllText(text);",
            "_ = new System.IO.FileInfo(text);",
            "_ = System.IO.Directory.GetFiles(text);",
            "_ = new System.IO.DirectoryInfo(text);",
            "_ = new System.IO.FileStream(text, System.IO.FileMode.Open);",
            "_ = System.Environment.GetEnvironmentVariable(text);",
        ],
        [Gate] =
        [
            "_ = System.IO.Path.GetFullPath(text);",
            "_ = System.IO.Directory.GetCurrentDirectory();",
            "_ = System.Environment.CurrentDirectory;",
            "_ = System.Environment.GetEnvironmentVariable(text);",
            "_ = System.Environment.GetEnvironmentVariable(text, System.EnvironmentVariableTarget.User);",
            "_ = System.Environment.GetEnvironmentVariables();",
            "_ = System.Environment.ExpandEnvironmentVariables(text);",
            "_ = new System.IO.IOException().Message;",
            "_ = new System.IO.IOException().ToString();",
            "log.LogErrorFromException(new System.IO.IOException());",
            "log.LogErrorFromException(new System.IO.IOException(), true);",
            "log.LogErrorFromException(new System.IO.IOException(), true, true, text);",
            "log.LogWarningFromException(new System.IO.IOException());",
            "log.LogWarningFromException(new System.IO.IOException(), true);",
            "_ = System.Reflection.Assembly.LoadFrom(text);",
        ],
    };

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. TestReferences.Framework,
        MetadataReference.CreateFromFile(typeof(Compilation).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(CSharpCompilation).Assembly.Location),
        MetadataReference.CreateFromFile(Metadata("MSBuildUtilities")),
    ];

    public static TheoryData<string> Lists => [.. Offences.Keys];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task EveryBan_BitesAndGivesItsReason(string list)
    {
        var bans = Repository.Read(list).Split('\n').Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)).ToArray();
        var offences = Offences[list];
        Assert.True(bans.Length == offences.Length, $"{list} has {bans.Length} bans and {offences.Length} offences stand here against them");
        foreach (var (ban, offence) in bans.Zip(offences))
        {
            var reason = ban[(ban.IndexOf(';', StringComparison.Ordinal) + 1)..];
            Assert.NotEqual(ban, reason);
            var report = Assert.Single(await ReportedAsync(list, offence));
            Assert.EndsWith($": {reason}", report, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("_ = text.IndexOf(text, System.StringComparison.Ordinal);")]
    [InlineData("_ = text.StartsWith(text, System.StringComparison.Ordinal);")]
    [InlineData("_ = string.CompareOrdinal(text, text);")]
    [InlineData("_ = text.ToLowerInvariant();")]
    [InlineData("_ = System.StringComparer.OrdinalIgnoreCase.Equals(text, text);")]
    [InlineData("_ = System.IO.Path.GetFileName(text);")]
    [InlineData("_ = compilation.SyntaxTrees;")]
    public async Task WhatTheReasonsAdvise_IsAllowed(string statement)
    {
        foreach (var list in Offences.Keys)
            Assert.Empty(await ReportedAsync(list, statement));
    }

    private static async Task<IReadOnlyList<string>> ReportedAsync(string list, string statement)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var compilation = CSharpCompilation.Create(
            "Room",
            [CSharpSyntaxTree.ParseText(
                $$"""
                static class Code
                {
                    static void Run(
                        string text, Microsoft.CodeAnalysis.Compilation compilation, Microsoft.CodeAnalysis.SyntaxTree tree,
                        Microsoft.CodeAnalysis.SemanticModel model, Microsoft.Build.Utilities.TaskLoggingHelper log)
                    {
                        {{statement}}
                    }
                }
                """,
                cancellationToken: cancellation)],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var options = new AnalyzerOptions([new ListOfBans(Path.Combine(Repository.Root, list))]);
        var reported = await compilation.WithAnalyzers([NewAnalyzer()], options).GetAnalyzerDiagnosticsAsync(cancellation);
        Assert.All(reported, diagnostic => Assert.Equal("RS0030", diagnostic.Id));
        return [.. reported.Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)).Distinct()];
    }

    private static DiagnosticAnalyzer NewAnalyzer() => (DiagnosticAnalyzer)Activator.CreateInstance(
        Assembly.LoadFrom(Metadata("BannedApiAnalyzers")).GetTypes().Single(type => type.Name == "CSharpSymbolIsBannedAnalyzer"))!;

    private static string Metadata(string key) => typeof(BannedSymbolsTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == key).Value!;

    private sealed class ListOfBans(string path) : AdditionalText
    {
        public override string Path => path;

        public override Microsoft.CodeAnalysis.Text.SourceText GetText(CancellationToken cancellationToken = default) =>
            Microsoft.CodeAnalysis.Text.SourceText.From(File.ReadAllText(path));
    }
}
