using System.Globalization;
using System.Xml;

namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>
/// The source <c>xml</c>: a file that the app adds with <c>AddXmlFile</c>, as that provider reads it: elements are sections, attributes and
/// texts values, an attribute <c>Name</c> lengthens the key, and elements of one name are numbered.
/// </summary>
internal sealed class XmlLayer : ConfigurationLayer
{
    private const int MaxDepth = 64;

    private readonly SourceText _file;

    private XmlLayer(SourceText file)
        : base(file.Origin)
    {
        _file = file;
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreWhitespace = true };
        try
        {
            using var reader = XmlReader.Create(new StringReader(file.Text), settings);
            if (ReadTree(reader) is { } root)
            {
                IsRead = true;
                Add(root, root.Name);
            }
        }
        catch (XmlException e)
        {
            // Not its message, which quotes the file.
            Report(new(file.Path, Math.Max(e.LineNumber, 1), Math.Max(e.LinePosition, 1)), "The file is no valid XML without a document type, so the app would not start.");
        }
    }

    public static void Read(SourceReading reading) => LayerStack.Read(reading, file => new XmlLayer(file));

    private Node? ReadTree(XmlReader reader)
    {
        var path = new Stack<Node>();
        Node? root = null;
        var isFresh = false; // nothing was read since the start tag
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth)
            {
                Report(PositionOf(reader), "The file is nested too deeply.");
                return null;
            }

            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var (isEmpty, node) = (reader.IsEmptyElement, new Node(reader.LocalName, PositionOf(reader)));
                    if (!ReadAttributes(reader, node))
                        return null;
                    root ??= node;
                    if (path.Count > 0)
                        path.Peek().Children.Add(node);
                    if (!isEmpty)
                        path.Push(node);
                    isFresh = !isEmpty;
                    continue;
                case XmlNodeType.EndElement:
                    var ended = path.Pop();
                    if (isFresh)
                        ended.Text = new(ended.ElementName, "", PositionOf(reader));
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when path.Count > 0:
                    path.Peek().Text = new(path.Peek().ElementName, reader.Value, PositionOf(reader));
                    break;
            }

            isFresh = false;
        }

        return root;
    }

    private bool ReadAttributes(XmlReader reader, Node node)
    {
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI.Length > 0)
            {
                Report(PositionOf(reader), "The configuration provider knows no namespaces, so the app would not start; remove this one.");
                return false;
            }

            if (node.Name.Length == 0 && reader.LocalName.Equals("Name", StringComparison.OrdinalIgnoreCase))
                node.Name = reader.Value;
            node.Attributes.Add(new(reader.LocalName, reader.Value, PositionOf(reader)));
        }

        return true;
    }

    private void Add(Node node, string prefix)
    {
        if (!Accepts(prefix, node.Position))
            return;

        foreach (var attribute in node.Attributes)
            Add(Join(prefix, attribute.Name), attribute);
        if (node.Text is { } text)
            Add(prefix, text);

        foreach (var same in node.Children.GroupBy(child => Join(child.ElementName, child.Name), StringComparer.OrdinalIgnoreCase))
        {
            var siblings = same.ToArray();
            for (var i = 0; i < siblings.Length; i++)
            {
                var key = Join(Join(prefix, siblings[i].ElementName), siblings[i].Name);
                Add(siblings[i], siblings.Length == 1 ? key : Join(key, i.ToString(CultureInfo.InvariantCulture)));
            }
        }
    }

    private void Add(string key, Entry entry)
    {
        if (AddOnce(new(key, entry.Value, entry.Position, Origin)) is { } first)
            Report(entry.Position, $"The key '{key}' is already set in line {first.Position.Line}, so the app would not start; remove one of them.");
    }

    private FilePosition PositionOf(XmlReader reader) => XmlText.At(_file, (IXmlLineInfo)reader);

    private static string Join(string prefix, string name) => prefix.Length == 0 ? name : name.Length == 0 ? prefix : $"{prefix}:{name}";

    /// <summary>A value of the file, and where it stands.</summary>
    private sealed record Entry(string Name, string Value, FilePosition Position);

    /// <summary>An element with what is in it.</summary>
    private sealed class Node(string elementName, FilePosition position)
    {
        public string ElementName { get; } = elementName;

        public FilePosition Position { get; } = position;

        public string Name { get; set; } = "";

        public Entry? Text { get; set; }

        public List<Entry> Attributes { get; } = [];

        public List<Node> Children { get; } = [];
    }
}
