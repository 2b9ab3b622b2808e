using System.Xml;
using System.Xml.Linq;

namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>Reads XML without entities, document types or anything that leads elsewhere: a text goes in; the root with its lines, or null and a fault, comes out.</summary>
internal static class XmlText
{
    private const int MaxDepth = 64;

    public static XElement? Parse(SourceReading reading, SourceText file)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using (var scan = XmlReader.Create(new StringReader(file.Text), settings))
            {
                while (scan.Read())
                {
                    if (scan.Depth > MaxDepth)
                    {
                        reading.Fail(At(file, (IXmlLineInfo)scan), $"The {file.Origin.Kind} is nested too deeply.");
                        return null;
                    }
                }
            }

            using var reader = XmlReader.Create(new StringReader(file.Text), settings);
            return XDocument.Load(reader, LoadOptions.SetLineInfo).Root;
        }
        catch (XmlException e)
        {
            // Not its message, which quotes the file.
            reading.Fail(new(file.Path, Math.Max(e.LineNumber, 1), Math.Max(e.LinePosition, 1)), $"The {file.Origin.Kind} is no valid XML without a document type.");
            return null;
        }
    }

    /// <summary>Where an element or attribute is named.</summary>
    public static FilePosition At(SourceText file, IXmlLineInfo place) =>
        place.HasLineInfo() ? new(file.Path, place.LineNumber, place.LinePosition) : file.Start;
}
