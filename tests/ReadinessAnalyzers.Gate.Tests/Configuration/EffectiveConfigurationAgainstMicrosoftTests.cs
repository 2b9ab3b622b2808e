using System.Collections;
using System.Collections.Specialized;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Tests.Shared;

namespace ReadinessAnalyzers.Gate.Tests.Configuration;

/// <summary>Holds our layers to those of Microsoft.Extensions.Configuration, on random stacks of settings files and environments.</summary>
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
        var variables = new RandomVariables(seed);
        var json = new RandomJson(seed);
        var names = dotnet >= 10 ? Layers : Layers[..2];
        int loaded = 0, refused = 0, keys = 0, fromVariables = 0, overrides = 0;
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

            // One environment as two sources, like a container's own variables and those that its host adds; Host has no ASPNETCORE_ layer.
            IReadOnlyList<EnvironmentVariable> environment = variables.Environment("image"), added = variables.Environment("host");
            var isWebApp = !settings.Chance(3);
            var texts = published.Select(file => $"{file.RelativePath}: {File.ReadAllText(file.Path)}")
                .Concat(environment.Concat(added).Select(variable => $"{variable.Origin.Name}: {variable.Name}={variable.Value}"));
            var stack = $"seed {seed}, stack {i}, {(isWebApp ? "web app" : "host")}:\n{string.Join('\n', texts)}";
            SourceContent[] sources = [SourceContent.PublishedSettings, new() { Variables = environment }, new() { Variables = added }];
            var ours = EffectiveConfiguration.Load(published, "Production", "Shop", new Version(dotnet, 0), sources, isWebApp);
            var theirs = Build(folder.Path, names, [environment, added], isWebApp);

            Assert.True(theirs is null == ours.Problems.Any(), $"{(theirs is null ? "only we accept" : "only we refuse")}\n{stack}");
            if (theirs is null)
            {
                refused++;
                continue;
            }

            loaded++;
            keys += ours.Values.Count;
            fromVariables += ours.Values.Count(value => value.Variable is not null);
            overrides += ours.Values.Count(value => value.Overrides is not null);
            Compare(theirs, ours, stack);
        }

        output.WriteLine($"seed {seed}, .NET {dotnet}: {loaded} stacks with {keys} keys loaded "
            + $"({fromVariables} from variables, {overrides} hiding another value), {refused} refused");
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

    /// <summary>The sources of WebApplication.CreateBuilder and Host.CreateApplicationBuilder, as <see cref="HostBuilderTests"/> finds them there.</summary>
    private static IConfigurationRoot? Build(
        string folder, IEnumerable<string> names, IReadOnlyList<IReadOnlyList<EnvironmentVariable>> environments, bool isWebApp)
    {
        var builder = new ConfigurationBuilder().SetBasePath(folder);
        foreach (var prefix in isWebApp ? new[] { "ASPNETCORE_", "DOTNET_" } : ["DOTNET_"])
        {
            foreach (var variables in environments)
                builder.Add(new Variables(variables, prefix));
        }

        foreach (var name in names)
            builder.AddJsonFile(name, optional: true);
        foreach (var variables in environments)
            builder.Add(new Variables(variables, prefix: ""));

        try
        {
            return builder.Build();
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Microsoft's provider over variables that are not those of this process.</summary>
    private sealed class Variables(IEnumerable<EnvironmentVariable> variables, string prefix) : EnvironmentVariablesConfigurationProvider(prefix), IConfigurationSource
    {
        private static readonly MethodInfo LoadFrom =
            typeof(EnvironmentVariablesConfigurationProvider).GetMethod("Load", BindingFlags.Instance | BindingFlags.NonPublic, [typeof(IDictionary)])!;

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override void Load()
        {
            var inOrder = new OrderedDictionary();
            foreach (var variable in variables)
                inOrder.Add(variable.Name, variable.Value);
            LoadFrom.Invoke(this, [inOrder]);
        }
    }
}
