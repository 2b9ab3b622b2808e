using System.Collections;
using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Configuration.Sources;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Tests.Configuration.Sources;

/// <summary>What a team deploys with: files and variables go in, with the <c>sources</c> of readiness.json; the app's configuration comes out.</summary>
internal sealed class Deployment : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<SettingsFile> _published = [];
    private readonly Hashtable _variables = [];

    public string PathOf(string file) => Path.Combine(_folder.Path, file);

    public Deployment Has(string file, string text)
    {
        _folder.Write(file, text);
        return this;
    }

    public Deployment Publishes(string file, string text)
    {
        _published.Add(new(_folder.Write(file, text), file));
        return this;
    }

    public Deployment Sets(string variable, string value)
    {
        _variables[variable] = value;
        return this;
    }

    public EffectiveConfiguration Load(string sources, string environment = "Production", bool isWebApp = true)
    {
        var policy = ReadinessPolicyReader.Parse(PathOf("readiness.json"), $$"""{ "sources": [{{sources}}] }""");
        Assert.Empty(policy.Problems);
        var content = DeclaredSources.Read(policy.Sources, _folder.Path, environment, () => _variables);
        return EffectiveConfiguration.Load(_published, environment, "Shop", new Version(10, 0), content, isWebApp);
    }

    /// <summary>The configuration of a deployment in which nothing is wrong, as lines <c>Key=value @file(line,column)</c> in the order of their keys.</summary>
    public string[] Values(string sources)
    {
        var configuration = Load(sources);
        Assert.Empty(configuration.SourceProblems);
        return [.. from value in configuration.Values
                   orderby value.Key
                   let text = value.Value is null || value.Reference is not null ? $"<{value.Reference}>" : value.Value
                   select $"{value.Key}={text} @{Place(value.Position)}"];
    }

    /// <summary>The only fault, as <c>file(line,column) message</c>.</summary>
    public string Problem(string sources)
    {
        var problem = Assert.Single(Load(sources).SourceProblems);
        return $"{Place(problem.Position)} {problem.Message}";
    }

    public void Dispose() => _folder.Dispose();

    private string Place(FilePosition position) => $"{Path.GetRelativePath(_folder.Path, position.Path).Replace('\\', '/')}({position.Line},{position.Column})";
}
