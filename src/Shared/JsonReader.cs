using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace ReadinessAnalyzers;

/// <summary>
/// Reads JSON token by token: a text goes in, tokens with their positions come out, and a
/// <see cref="JsonFormatException"/> ends the reading of a text that is not JSON.
/// </summary>
/// <remarks>
/// Accepts exactly what System.Text.Json accepts for the .NET configuration provider: RFC 8259 plus comments and trailing commas.
/// A leading byte order mark is skipped.
/// </remarks>
internal sealed class JsonReader
{
    /// <summary>
    /// AggressiveOptimization, which netstandard2.0 cannot name. The gate reads a log once in a young process, where the loops over
    /// characters would otherwise run unoptimised: skimming 2 MB took 30 ms without this, and takes 10.
    /// </summary>
    private const MethodImplOptions OptimizeAtOnce = (MethodImplOptions)512;

    private static readonly char[] LineEnds = ['\n', '\r', '\u2028', '\u2029'];

    private readonly string _text;
    private readonly bool[] _isObject; // one entry for each open container
    private Next _next;
    private int _at;
    private int _end; // of the current token; _at may already be behind the colon
    private int _open;
    private bool _escaped;
    private int _line = 1;
    private int _lineStart;
    private int _lineSearchedTo;

    public JsonReader(string text, int maxDepth = 64)
    {
        _text = text;
        _isObject = new bool[maxDepth];
        _at = _lineStart = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
    }

    private enum Next
    {
        /// <summary>The value of the document or of a property.</summary>
        Value,

        /// <summary>A property, an array's item or the end of the container.</summary>
        Item,

        /// <summary>A comma or the end of the container.</summary>
        Comma,

        /// <summary>Nothing more: the document's value is complete.</summary>
        Nothing,
    }

    public JsonToken Token { get; private set; }

    /// <summary>How many containers are open around the current token; a bracket counts as outside of its own container.</summary>
    public int Depth { get; private set; }

    /// <summary>Offset of the current token's first character, for a string its opening quote.</summary>
    public int Start { get; private set; }

    // Outside of comments a zero character is never legal, so it can stand for the end of the text.
    private char Current => _at < _text.Length ? _text[_at] : '\0';

    /// <summary>Moves to the next token; false at the end of the document.</summary>
    public bool Read()
    {
        SkipBlanksAndComments();
        if (_next == Next.Comma && Current == ',')
        {
            _at++;
            _next = Next.Item;
            SkipBlanksAndComments();
        }

        Start = _at;
        if (_next == Next.Nothing)
        {
            if (_at < _text.Length)
                throw Error("expected nothing after the document's value");

            Token = JsonToken.None;
            return false;
        }

        var inObject = _open > 0 && _isObject[_open - 1];
        if (_next != Next.Value && Current == (inObject ? '}' : ']'))
            Close(inObject ? JsonToken.EndObject : JsonToken.EndArray);
        else if (_next == Next.Comma)
            throw Error(inObject ? "expected a comma or a closing brace" : "expected a comma or a closing bracket");
        else if (_next == Next.Item && inObject)
            ReadPropertyName();
        else
            ReadValue();
        return true;
    }

    /// <summary>
    /// Moves to the end of the current value, or of the current property's value. For speed, what is skipped is only searched for its
    /// end, not held to the grammar.
    /// </summary>
    public void Skip()
    {
        if (Token == JsonToken.PropertyName)
            Read();

        if (Token is JsonToken.StartObject or JsonToken.StartArray)
        {
            var end = Token == JsonToken.StartObject ? JsonToken.EndObject : JsonToken.EndArray;
            SkipChildren();
            Start = _at;
            Close(end);
        }
    }

    /// <summary>The unescaped text of a property name or string, the raw text of any other token.</summary>
    public string GetString() =>
        Token is not (JsonToken.PropertyName or JsonToken.String) ? _text.Substring(Start, _end - Start)
        : _escaped ? Unescape()
        : _text.Substring(Start + 1, _end - Start - 2);

    /// <summary>Whether the unescaped text of the property name or string is <paramref name="ordinal"/>.</summary>
    public bool ValueEquals(string ordinal) =>
        _escaped
            ? GetString() == ordinal
            : _end - Start - 2 == ordinal.Length && string.CompareOrdinal(_text, Start + 1, ordinal, 0, ordinal.Length) == 0;

    /// <summary>Where the current token starts.</summary>
    public TextPosition GetPosition() => PositionOf(Start);

    [MethodImpl(OptimizeAtOnce)]
    private void SkipChildren()
    {
        for (var open = 1; ; _at++)
        {
            switch (Current)
            {
                case '{' or '[':
                    open++;
                    break;
                case '}' or ']':
                    if (--open == 0)
                        return;
                    break;
                case '"':
                    for (_at++; Current != '"' && _at < _text.Length; _at++)
                    {
                        if (Current == '\\')
                            _at++;
                    }

                    break;
                case '/':
                    SkipBlanksAndComments();
                    _at--;
                    break;
                case '\0' when _at >= _text.Length:
                    throw Error("expected a closing bracket, but the document ends here", _text.Length);
            }
        }
    }

    private void ReadPropertyName()
    {
        if (Current != '"')
            throw Error("expected a property name in double quotes or a closing brace");

        ReadString(JsonToken.PropertyName);
        SkipBlanks(); // System.Text.Json allows no comment here either
        if (Current != ':')
            throw Error("expected a colon after the property name");

        _at++;
        _next = Next.Value;
    }

    private void ReadValue()
    {
        switch (Current)
        {
            case '{': Open(JsonToken.StartObject); break;
            case '[': Open(JsonToken.StartArray); break;
            case '"': ReadString(JsonToken.String); break;
            case 't': ReadLiteral("true", JsonToken.True); break;
            case 'f': ReadLiteral("false", JsonToken.False); break;
            case 'n': ReadLiteral("null", JsonToken.Null); break;
            case '-' or (>= '0' and <= '9'): ReadNumber(); break;
            default: throw Error(_at < _text.Length ? "expected a value" : "expected a value, but the document ends here");
        }
    }

    private void Open(JsonToken bracket)
    {
        if (_open == _isObject.Length)
            throw Error("objects and arrays are nested too deeply");

        _isObject[_open] = bracket == JsonToken.StartObject;
        _at++;
        Finish(bracket);
        _open++;
        _next = Next.Item;
    }

    private void Close(JsonToken bracket)
    {
        _open--;
        _at++;
        Finish(bracket);
    }

    private void Finish(JsonToken token)
    {
        Token = token;
        Depth = _open;
        _end = _at;
        _next = _open > 0 ? Next.Comma : Next.Nothing;
    }

    private void ReadLiteral(string literal, JsonToken token)
    {
        if (string.CompareOrdinal(_text, _at, literal, 0, literal.Length) != 0)
            throw Error("expected a value");

        _at += literal.Length;
        Finish(token);
    }

    private void ReadNumber()
    {
        if (Current == '-')
            _at++;

        if (Current == '0')
            _at++;
        else
            ReadDigits();

        if (Current == '.')
        {
            _at++;
            ReadDigits();
        }

        if (Current is 'e' or 'E')
        {
            _at++;
            if (Current is '+' or '-')
                _at++;
            ReadDigits();
        }

        Finish(JsonToken.Number);
    }

    private void ReadDigits()
    {
        if (Current is not (>= '0' and <= '9'))
            throw Error("expected a digit");

        while (Current is >= '0' and <= '9')
            _at++;
    }

    [MethodImpl(OptimizeAtOnce)]
    private void ReadString(JsonToken token)
    {
        _escaped = false;
        for (_at++; Current != '"';)
        {
            if (Current == '\\')
                ReadEscape();
            else if (Current >= ' ')
                _at++;
            else
                throw Error(_at < _text.Length ? "a control character in a string must be escaped" : "the string has no closing quote");
        }

        _at++;
        Finish(token);
    }

    private void ReadEscape()
    {
        _escaped = true;
        _at++;
        if (Current != 'u')
        {
            if (@"""\/bfnrt".IndexOf(Current) < 0)
                throw Error("unknown escape in a string");

            _at++;
            return;
        }

        var unit = ReadHexUnit();
        if (char.IsLowSurrogate(unit) || (char.IsHighSurrogate(unit) && !ReadLowSurrogate()))
            throw Error("half of a surrogate pair is missing");
    }

    private bool ReadLowSurrogate()
    {
        if (Current != '\\')
            return false;

        _at++;
        return Current == 'u' && char.IsLowSurrogate(ReadHexUnit());
    }

    /// <summary>Reads <c>u</c> and four hexadecimal digits.</summary>
    private char ReadHexUnit()
    {
        var unit = 0;
        for (var digits = 0; digits < 4; digits++)
        {
            _at++;
            unit = unit << 4 | Current switch
            {
                >= '0' and <= '9' => Current - '0',
                >= 'a' and <= 'f' => Current - 'a' + 10,
                >= 'A' and <= 'F' => Current - 'A' + 10,
                _ => throw Error("expected four hexadecimal digits"),
            };
        }

        _at++;
        return (char)unit;
    }

    private string Unescape()
    {
        var text = new StringBuilder(_end - Start);
        for (var i = Start + 1; i < _end - 1; i++)
        {
            if (_text[i] != '\\')
            {
                text.Append(_text[i]);
                continue;
            }

            i++;
            text.Append(_text[i] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => (char)int.Parse(_text.Substring(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                var itself => itself,
            });
            if (_text[i] == 'u')
                i += 4;
        }

        return text.ToString();
    }

    [MethodImpl(OptimizeAtOnce)]
    private void SkipBlanks()
    {
        while (Current is ' ' or '\n' or '\r' or '\t')
            _at++;
    }

    private void SkipBlanksAndComments()
    {
        for (SkipBlanks(); Current == '/'; SkipBlanks())
        {
            var start = _at++;
            if (Current == '/')
                SkipLineComment();
            else if (Current == '*')
                SkipBlockComment();
            else
                throw Error("expected a comment", start);
        }
    }

    private void SkipLineComment()
    {
        var end = _text.IndexOfAny(LineEnds, _at);
        _at = end < 0 ? _text.Length : end;

        // System.Text.Json refuses these two rather than decide whether they end the line.
        if (Current is '\u2028' or '\u2029')
            throw Error("a comment contains a Unicode line separator");
    }

    private void SkipBlockComment()
    {
        var end = _text.IndexOf("*/", _at + 1, StringComparison.Ordinal);
        if (end < 0)
            throw Error("the comment is not closed", _at - 1);

        _at = end + 2;
    }

    private JsonFormatException Error(string reason) => Error(reason, _at);

    private JsonFormatException Error(string reason, int offset) => new(reason, PositionOf(offset));

    /// <summary>Counts lines onwards from the position asked for last; the reader never goes back.</summary>
    private TextPosition PositionOf(int offset)
    {
        while (_lineSearchedTo < offset)
        {
            var newLine = _text.IndexOf('\n', _lineSearchedTo, offset - _lineSearchedTo);
            if (newLine < 0)
            {
                _lineSearchedTo = offset;
                break;
            }

            _line++;
            _lineStart = _lineSearchedTo = newLine + 1;
        }

        return new TextPosition(_line, offset - _lineStart + 1);
    }
}
