using System.Diagnostics;
using System.Reflection;
using Microsoft.Build.Framework;

namespace ReadinessAnalyzers.Gate.Tests;

/// <summary>
/// The task in a host that is not .NET, as .NET Framework's MSBuild in Visual Studio is not: mono, on machines that have it, finds what .NET
/// finds and writes the same reports.
/// </summary>
public sealed class FrameworkHostTests : IDisposable
{
    private readonly PublishedShop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void The_task_asks_its_host_for_MSBuild_and_nothing_else()
    {
        string[] known = ["netstandard", "Microsoft.Build.Framework", "Microsoft.Build.Utilities.Core", "YamlDotNet"];
        Assert.Equal(known.Order(), typeof(ReadinessGate).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name).Order());
        Assert.Equal(["netstandard"], Assembly.Load("YamlDotNet").GetReferencedAssemblies().Select(assembly => assembly.Name));
    }

    [Fact]
    public void A_host_without_dotnet_finds_the_same()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/mono") && File.Exists("/usr/lib/mono/4.5/Facades/netstandard.dll"), "This machine has no mono.");
        _shop.Read("Stripe:SecretKey", "secretKey");
        _shop.Read("Stripe:WebhookSecret", "webhookSecret");
        _shop.Write("readiness.json", EverySource.Policy);
        Write(EverySource.With(EverySource.Wrong));
        Compare();
        Assert.Equal(
            EverySource.Places,
            from error in _shop.Engine.Errors
            where error.Code == "RDY8013"
            let place = $"{RelativePath.From(_shop.ProjectFile, error.File)}({error.LineNumber},{error.ColumnNumber})"
            orderby place
            select place);
        Write(EverySource.With(EverySource.Right));
        Compare();
        Write(EverySource.WithReferences());
        _shop.Publish("appsettings.json", $$"""{ "Stripe": { "SecretKey": "{{StripeKeys.Make("sk_test_")}}", "Wörter": "ä😀" } }""");
        Compare();
        _shop.Write("readiness.json", """{ "prizes": 1 }""");
        Compare();
    }

    private void Write(IEnumerable<(string File, string Text)> sources)
    {
        foreach (var (file, text) in sources)
        {
            if (file.StartsWith("appsettings", StringComparison.Ordinal) && !File.Exists(_shop.PathOf(file)))
                _shop.Publish(file, text);
            else
                _shop.Write(file, text);
        }
    }

    /// <summary>Runs the task here and there, and holds what is logged and every report to what it is here.</summary>
    private void Compare()
    {
        var task = new ReadinessGate { Today = "2026-06-15", ReportFile = "out/report", ReportFormats = "html;markdown;sarif;json" };
        var engine = _shop.Engine;
        engine.Errors.Clear();
        engine.Warnings.Clear();
        engine.Messages.Clear();
        var passed = _shop.Run(task);
        string[] expected =
        [
            .. engine.Warnings.Select(e => $"{e.File}({e.LineNumber},{e.ColumnNumber}): warning {e.Code}: {e.Message}"),
            .. engine.Errors.Select(e => $"{e.File}({e.LineNumber},{e.ColumnNumber}): error {e.Code}: {e.Message}"),
            .. engine.Visible,
            passed ? "passed" : "failed",
        ];
        var reports = Reports();
        Directory.Delete(_shop.PathOf("out"), recursive: true);

        Assert.Equal(expected.Order(StringComparer.Ordinal), RunOnMono(task).Order(StringComparer.Ordinal));
        Assert.Equal(reports, Reports());
    }

    private (string, string)[] Reports() =>
        [.. Directory.GetFiles(_shop.PathOf("out")).Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllText(file)))];

    private string[] RunOnMono(ReadinessTask task)
    {
        var parameters = _shop.Write("parameters", string.Join('\n', Parameters(task)));
        var start = new ProcessStartInfo("mono", [Host, task.GetType().Assembly.Location, task.GetType().FullName!, parameters]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Host { get; } = typeof(FrameworkHostTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "FrameworkHost").Value!;

    private static IEnumerable<string> Parameters(ReadinessTask task)
    {
        foreach (var property in task.GetType().GetProperties().Where(property => typeof(ReadinessTask).IsAssignableFrom(property.DeclaringType)))
        {
            switch (property.GetValue(task))
            {
                case ITaskItem[] items:
                    foreach (var item in items)
                        yield return string.Join('\t', [property.Name, item.GetMetadata("FullPath"), .. MetadataOf(item)]);
                    break;
                case var value:
                    yield return $"{property.Name}\t{value}";
                    break;
            }
        }
    }

    private static IEnumerable<string> MetadataOf(ITaskItem item) =>
        item.CloneCustomMetadata().Keys.Cast<string>().SelectMany(name => (string[])[name, item.GetMetadata(name)]);
}
