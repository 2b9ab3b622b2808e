using System.Globalization;
using System.Text.RegularExpressions;

namespace ReadinessAnalyzers.Benchmarks;

/// <summary>
/// Release compiles by the real compiler, in turn with and without the compile log. A log makes the compiler run everybody's analyzers of
/// mere suggestions, so its price is mostly theirs.
/// </summary>
internal static partial class WholeCompile
{
    private const int Lines = 250_000;

    public static Section Measure()
    {
        var folder = Directory.CreateTempSubdirectory("ReadinessAnalyzers.Benchmarks.").FullName;
        try
        {
            Write(folder);
            DotNet.Run(folder, "restore");
            DotNet.Run(DotNet.Repository, "build", "samples/ReadyShop", "-c", "Release");
            var large = Compare(rounds: 2, folder, "Shop.csproj");
            var small = Compare(rounds: 5, DotNet.Repository, "samples/ReadyShop", "-p:BuildProjectReferences=false");
            return new(
                "Price of the compile log",
                "published, not hidden",
                $"{Figures.More(large.With.Milliseconds, large.Without.Milliseconds)} wall on 250,000 lines, "
                    + $"{Figures.More(small.With.Milliseconds, small.Without.Milliseconds)} on ReadyShop",
                "`dotnet build -t:Rebuild -c Release` with the .NET analyzers of the SDK and ours, medians. *In analyzers* is the sum over "
                    + "threads that the compiler reports (`ReportAnalyzer`); *in ours* is our part of it.",
                ["Project", "Log", "Wall", "In analyzers", "In ours"],
                [
                    ["generated, 250,000 lines", "no", .. Cells(large.Without)],
                    ["generated, 250,000 lines", "yes", .. Cells(large.With)],
                    ["ReadyShop", "no", .. Cells(small.Without)],
                    ["ReadyShop", "yes", .. Cells(small.With)],
                ]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed record Compile(double Milliseconds, double InAnalyzers, double InOurs);

    private static (Compile Without, Compile With) Compare(int rounds, string folder, string project, params string[] more)
    {
        var (without, with) = (new List<Compile>(), new List<Compile>());
        for (var round = 0; round < rounds; round++)
        {
            without.Add(Build(folder, [project, "-p:ReadinessGate=off", .. more]));
            with.Add(Build(folder, [project, "-p:ReadinessGate=error", .. more]));
            Console.WriteLine($"{project}: {without[^1]} → {with[^1]}");
        }
        return (Median(without), Median(with));
    }

    private static Compile Median(IReadOnlyCollection<Compile> runs) => new(
        runs.Select(run => run.Milliseconds).Median(), runs.Select(run => run.InAnalyzers).Median(), runs.Select(run => run.InOurs).Median());

    private static Compile Build(string folder, string[] arguments)
    {
        var run = DotNet.Run(folder, [
            "build", .. arguments, "-c", "Release", "--no-restore", "-t:Rebuild", "-v:d", "-p:ReportAnalyzer=true", "-p:UseSharedCompilation=false"]);
        return new(run.Milliseconds, SecondsIn(TotalTime(), run.Output), SecondsIn(OurTime(), run.Output));
    }

    private static double SecondsIn(Regex line, string output) =>
        double.TryParse(line.Match(output).Groups[1].Value, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;

    private static string[] Cells(Compile compile) =>
        [Figures.Seconds(compile.Milliseconds / 1000), Figures.Seconds(compile.InAnalyzers), Figures.Seconds(compile.InOurs)];

    private static void Write(string folder)
    {
        foreach (var (path, text) in GeneratedProject.Create(Lines))
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
        var package = Path.Combine(DotNet.Repository, "src", "ReadinessAnalyzers.Package", "build", "ReadinessAnalyzers");
        File.WriteAllText(Path.Combine(folder, "Shop.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <Import Project="{package}.props" />
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Library</OutputType>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <Analyzer Include="{typeof(SecretAnalyzer).Assembly.Location}" />
                <Reference Include="{typeof(Stripe.Event).Assembly.Location}" />
              </ItemGroup>
              <Import Project="{package}.targets" />
            </Project>
            """);
    }

    [GeneratedRegex(@"Total analyzer execution time: ([\d.]+) seconds")]
    private static partial Regex TotalTime();

    [GeneratedRegex(@"([\d.]+) +<?[\d.]+ +ReadinessAnalyzers, Version")]
    private static partial Regex OurTime();
}
