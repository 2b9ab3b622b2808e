using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using ReadinessAnalyzers.Gate.Configuration;

namespace ReadinessAnalyzers.Gate.Tests.Configuration;

/// <summary>Holds the order of our layers, and the environment's name, to what the builders of this .NET really do.</summary>
public sealed class HostBuilderTests : IDisposable
{
    // Of names that no other test and no machine uses, because the variables are this process's.
    private const string Section = "ReadinessBuilderTest";

    private static readonly string[] Files = ["appsettings.json", "appsettings.Staging.json", "Shop.settings.json", "Shop.settings.Staging.json"];
    private static readonly string[] Prefixes = ["ASPNETCORE_", "DOTNET_", ""];

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _set = [];

    public void Dispose()
    {
        foreach (var name in _set)
            Environment.SetEnvironmentVariable(name, null);
        _folder.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_subset_of_the_layers_has_the_winner_that_the_builder_gives_it(bool isWebApp)
    {
        // One key for each subset: bit i of its number says whether layer i sets it.
        var layers = Files.Length + Prefixes.Length;
        var subsets = Enumerable.Range(0, 1 << layers).ToArray();
        for (var i = 0; i < Files.Length; i++)
            _folder.Write(Files[i], $$"""{ "{{Section}}": { {{string.Join(", ", Having(i).Select(subset => $"\"K{subset}\": \"{Files[i]}\""))}} } }""");
        var variables = Prefixes.SelectMany((prefix, i) => Having(Files.Length + i)
            .Select(subset => Set($"{prefix}{Section}__K{subset}", $"prefix {prefix}"))).ToArray();

        IConfigurationManager theirs = isWebApp
            ? WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = _folder.Path, EnvironmentName = "Staging", ApplicationName = "Shop" }).Configuration
            : Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = _folder.Path, EnvironmentName = "Staging", ApplicationName = "Shop" }).Configuration;
        var ours = EffectiveConfiguration.Load(
            Files.Select(name => new SettingsFile(Path.Combine(_folder.Path, name), name)),
            "Staging", "Shop", Environment.Version, [SourceContent.PublishedSettings, new() { Variables = variables }], isWebApp);

        foreach (var subset in subsets)
        {
            ours.TryGet($"{Section}:K{subset}", out var our);
            Assert.Equal(theirs[$"{Section}:K{subset}"], our?.Value);
        }

        IEnumerable<int> Having(int layer) => subsets.Where(subset => (subset & (1 << layer)) != 0);
    }

    private EnvironmentVariable Set(string name, string value)
    {
        _set.Add(name);
        Environment.SetEnvironmentVariable(name, value);
        return new(name, value, new("environment"), new("environment", ""));
    }
}
