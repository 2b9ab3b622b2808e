using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>
/// Reads YAML: a text goes in, its documents come out. The only class that touches YamlDotNet, and only in method bodies, so that the
/// library is not even loaded where readiness.json declares no YAML.
/// </summary>
/// <remarks>YamlDotNet gives the events; the tree is ours, because every value needs its place and a hostile file must not expand without end.</remarks>
internal static class YamlReader
{
    public const int SizeLimit = 1024 * 1024;

    private const int MaxDepth = 64;
    private const int MostMerged = 10_000;

    /// <exception cref="YamlFormatException">The text is not YAML, or more than manifests need.</exception>
    public static IReadOnlyList<YamlValue> Read(string text)
    {
        var position = new TextPosition(1, 1);
        try
        {
            var parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
            var documents = new List<YamlValue>();
            while (parser.MoveNext())
            {
                position = PositionOf(parser.Current!);
                if (parser.Current is DocumentStart)
                    documents.Add(new Reading(parser).Document());
            }

            return documents;
        }
        catch (YamlException e)
        {
            throw new YamlFormatException("it is no valid YAML", new((int)Math.Max(e.Start.Line, 1), (int)Math.Max(e.Start.Column, 1)));
        }
        catch (Exception e) when (e is not YamlFormatException)
        {
            // The scanner's own slips on broken input.
            throw new YamlFormatException("it is no valid YAML", position);
        }
    }

    private static TextPosition PositionOf(ParsingEvent parsed) => new((int)Math.Max(parsed.Start.Line, 1), (int)Math.Max(parsed.Start.Column, 1));

    /// <summary>The reading of one document, whose anchors are its own.</summary>
    private sealed class Reading(Parser parser)
    {
        private readonly Dictionary<string, YamlValue> _anchors = new(StringComparer.Ordinal);
        private int _merged;

        public YamlValue Document()
        {
            parser.MoveNext();
            return parser.Current is DocumentEnd ? YamlValue.Nothing : Value(0);
        }

        private YamlValue Value(int depth)
        {
            var position = PositionOf(parser.Current!);
            if (depth > MaxDepth)
                throw new YamlFormatException("it is nested too deeply", position);

            switch (parser.Current)
            {
                case Scalar scalar:
                    return Remember(scalar, Text(scalar, position));
                case SequenceStart sequence:
                    return Remember(sequence, List(position, depth));
                case MappingStart mapping:
                    return Remember(mapping, Map(position, depth));
                case AnchorAlias alias when _anchors.TryGetValue(alias.Value.Value, out var value):
                    return value;
                default:
                    throw new YamlFormatException("an alias refers to nothing that stands before it", position);
            }
        }

        private YamlValue Remember(NodeEvent parsed, YamlValue value)
        {
            if (!parsed.Anchor.IsEmpty)
                _anchors[parsed.Anchor.Value] = value;
            return value;
        }

        private static YamlValue Text(Scalar scalar, TextPosition position)
        {
            var isNull = scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty && scalar.Value is "" or "~" or "null" or "Null" or "NULL";
            return new(isNull ? YamlKind.Null : YamlKind.Text, position, scalar.Value);
        }

        private YamlValue List(TextPosition position, int depth)
        {
            var items = new List<YamlValue>();
            while (Next() is not SequenceEnd)
                items.Add(Value(depth + 1));
            return new(YamlKind.List, position) { Items = items };
        }

        private YamlValue Map(TextPosition position, int depth)
        {
            var members = new List<YamlMember>();
            var names = new HashSet<string>(StringComparer.Ordinal);
            var merged = new List<YamlValue>();
            while (Next() is not MappingEnd)
            {
                var key = Value(depth + 1);
                if (key.Kind is YamlKind.List or YamlKind.Map)
                    throw new YamlFormatException("a key is a list or a map", key.Position);

                Next();
                var value = Value(depth + 1);
                if (key.Text == "<<")
                    merged.AddRange(value.Kind == YamlKind.List ? value.Items : [value]);
                else if (names.Add(key.Text))
                    members.Add(new(key.Text, key.Position, value));
                else
                    throw new YamlFormatException("a key stands twice", key.Position);
            }

            foreach (var member in merged.SelectMany(map => map.Members))
            {
                if (++_merged > MostMerged)
                    throw new YamlFormatException("it merges too many entries", position);
                if (names.Add(member.Name))
                    members.Add(member);
            }

            return new(YamlKind.Map, position) { Members = members };
        }

        private ParsingEvent? Next()
        {
            parser.MoveNext();
            return parser.Current;
        }
    }
}
