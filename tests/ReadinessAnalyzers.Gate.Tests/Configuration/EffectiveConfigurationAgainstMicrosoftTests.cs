using Microsoft.Extensions.Configuration;
using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Tests.Shared;

namespace ReadinessAnalyzers.Gate.Tests.Configuration;

/// <summary>Holds our layers to those of Microsoft.Extensions.Configuration, on random stacks of settings files.</summary>
/// <remarks>
/// Environment variables are no part of the stacks, because the gate has no such layer yet: it reads their names only. The test that
/// adds the layer adds them here, above the files.
/// </remarks>
public class EffectiveConfigurationAgainstMicrosoftTests(ITestOutputHelper output)
{
    private static readonly string[] Layers =
        ["appsettings.json", "appsettings.Production.json", "Shop.settings.json", "Shop.settings.Production.json"];

    [Theory]
    [InlineData(1, 10)]
    [InlineData(20260101, 10)]
    [InlineData(424242, 10)]
    [InlineData(7, 9)]
    public void Sees_the_same_values_or_refuses_alike(int seed, int dotnet)
    {
        using var folder = new TemporaryFolder();
        var settings = new RandomSettings(seed);
        var json = new RandomJson(seed);
        var names = dotnet >= 10 ? Layers : Layers[..2];
        int loaded = 0, refused = 0, keys = 0;
        for (var i = 0; i < 1_500; i++)
        {
            var published = new List<SettingsFile>();
            foreach (var name in Layers)
            {
                File.Delete(Path.Combine(folder.Path, name));
                if (settings.Chance(5))
                    continue;

                var text = settings.File();
                published.Add(new(folder.Write(name, settings.Chance(25) ? json.Mutate(text) : text), name));
            }

            var texts = published.Select(file => $"{file.RelativePath}: {File.ReadAllText(file.Path)}");
            var stack = $"seed {seed}, stack {i}:\n{string.Join('\n', texts)}";
            var ours = EffectiveConfiguration.Load(published, "Production", "Shop", new Version(dotnet, 0));
            var theirs = Build(folder.Path, names);

            Assert.True(theirs is null == ours.Problems.Any(), $"{(theirs is null ? "only we accept" : "only we refuse")}\n{stack}");
            if (theirs is null)
            {
                refused++;
                continue;
            }

            loaded++;
            keys += ours.Values.Count;
            Compare(theirs, ours, stack);
        }

        output.WriteLine($"seed {seed}, .NET {dotnet}: {loaded} stacks with {keys} keys loaded, {refused} refused");
        Assert.True(loaded > 500 && refused > 100);
    }

    private static void Compare(IConfigurationRoot theirs, EffectiveConfiguration ours, string stack)
    {
        foreach (var key in ours.AllValues.Select(value => value.Key).Union(theirs.AsEnumerable().Select(pair => pair.Key)))
        {
            var their = theirs[key];
            var our = ours.TryGet(key, out var value) && !value.IsMissing ? value.Value : null;
            Assert.True((string.IsNullOrWhiteSpace(their) ? null : their) == our, $"'{key}' is '{their}', not '{our}'\n{stack}");
        }

        foreach (var key in theirs.AsEnumerable().Select(pair => pair.Key).Prepend(""))
        {
            IConfiguration section = key.Length == 0 ? theirs : theirs.GetSection(key);
            var their = section.GetChildren().Select(child => child.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var our = ours.Children(key);
            Assert.True(their.SetEquals(our), $"below '{key}': {string.Join(", ", their)} | {string.Join(", ", our)}\n{stack}");
        }
    }

    private static IConfigurationRoot? Build(string folder, IEnumerable<string> names)
    {
        var builder = new ConfigurationBuilder().SetBasePath(folder);
        foreach (var name in names)
            builder.AddJsonFile(name, optional: true);

        try
        {
            return builder.Build();
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
