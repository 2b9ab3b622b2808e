using System.Xml.Linq;

namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>The source <c>webConfig</c>: the variables that IIS sets for the app, under <c>aspNetCore/environmentVariables</c> of web.config.</summary>
internal static class WebConfig
{
    public static void Read(SourceReading reading)
    {
        foreach (var file in reading.Texts())
        {
            if (XmlText.Parse(reading, file) is { } root)
                Read(reading, file, root);
        }
    }

    private static void Read(SourceReading reading, SourceText file, XElement root)
    {
        var entries =
            from variables in root.Descendants()
            where variables.Name.LocalName == "environmentVariables" && variables.Parent?.Name.LocalName == "aspNetCore"
            from entry in variables.Elements()
            where entry.Name.LocalName == "environmentVariable"
            select entry;
        foreach (var entry in entries)
        {
            var (name, value) = (entry.Attribute("name"), entry.Attribute("value"));
            if (name is null)
                reading.Complain(XmlText.At(file, entry), "An environmentVariable has no name.");
            else
                reading.Set(new(name.Value, value?.Value ?? "", XmlText.At(file, value ?? name), file.Origin));
        }
    }
}
