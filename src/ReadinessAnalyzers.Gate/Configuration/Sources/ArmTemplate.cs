namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>
/// The source <c>arm</c>: the application settings and connection strings that an Azure Resource Manager template gives one site, in the
/// site itself or in its <c>config</c>. Expressions in brackets are deferred to the deployment.
/// </summary>
internal sealed class ArmTemplate
{
    public const string Site = "site";

    private const int MaxDepth = 5;

    private readonly SourceReading _reading;
    private readonly List<Settings> _settings = [];

    private ArmTemplate(SourceReading reading) => _reading = reading;

    public static void Read(SourceReading reading)
    {
        var template = new ArmTemplate(reading);
        foreach (var file in reading.Texts())
        {
            if (JsonSource.Parse(reading, file) is not { } root)
                return;
            template.ReadResources(file, root.Member("resources"), parent: "", 0);
        }

        var sites = template._settings.Select(settings => settings.Site).Distinct(StringComparer.Ordinal).ToArray();
        if (NamedPart.Choose(reading, Site, "site", sites, (site, wanted) => site == wanted, site => site) is not { } chosen)
            return;

        foreach (var settings in template._settings.Where(settings => settings.Site == chosen))
            AzureAppSettings.ReadSettings(reading, settings.File, settings.Value, hasExpressions: true);
    }

    // A list, or, with languageVersion 2.0, an object of resources by their symbolic names.
    private void ReadResources(SourceText file, JsonValue? resources, string parent, int depth)
    {
        if (resources is null)
            return;
        if (depth > MaxDepth)
        {
            _reading.Fail(file.At(resources.Position), "Templates are nested too deeply; the rest was not checked.");
            return;
        }

        foreach (var resource in resources.Items.Concat(resources.Members.Select(member => member.Value)))
        {
            var (type, name) = (resource.Text("type") ?? "", resource.Text("name") ?? "");
            var (properties, site) = (resource.Member("properties"), parent);
            if (Is(type, "Microsoft.Web/sites"))
            {
                site = name;
                Add(file, site, properties?.Member("siteConfig")?.Member("appSettings"));
                Add(file, site, properties?.Member("siteConfig")?.Member("connectionStrings"));
            }
            else if (Is(type, "Microsoft.Web/sites/config") || (parent.Length > 0 && Is(type, "config")))
            {
                var (owner, last) = Split(name);
                if (Is(last, "appsettings") || Is(last, "connectionstrings"))
                    Add(file, owner.Length > 0 ? owner : parent, properties);
            }

            ReadResources(file, resource.Member("resources"), site, depth + 1);
            ReadResources(file, properties?.Member("template")?.Member("resources"), parent: "", depth + 1);
        }
    }

    private void Add(SourceText file, string site, JsonValue? value)
    {
        if (value is not null)
            _settings.Add(new(file, site, value));
    }

    private static bool Is(string text, string other) => text.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The site and the last part of <c>shop/appsettings</c>, <c>[concat(parameters('site'), '/appsettings')]</c> or
    /// <c>[format('{0}/appsettings', parameters('site'))]</c>; a site that is an expression is what remains of it.
    /// </summary>
    private static (string Site, string Last) Split(string name)
    {
        var start = name.IndexOf('/');
        if (start < 0)
            return ("", name);

        var end = start + 1;
        while (end < name.Length && char.IsLetter(name[end]))
            end++;
        var last = name.Substring(start + 1, end - start - 1);
        if (name[0] != '[')
            return (name.Substring(0, start), last);

        // What the site's own name would be: the one expression that is left.
        var inner = name.IndexOf("parameters(", StringComparison.Ordinal) is >= 0 and var parameter ? parameter : name.IndexOf("variables(", StringComparison.Ordinal);
        var close = inner < 0 ? -1 : name.IndexOf(')', inner);
        return (close < 0 ? "" : $"[{name.Substring(inner, close - inner + 1)}]", last);
    }

    /// <summary>The settings that one resource gives a site.</summary>
    private sealed record Settings(SourceText File, string Site, JsonValue Value);
}
