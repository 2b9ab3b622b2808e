using System.Text;

namespace ReadinessAnalyzers.Gate.Reporting;

/// <summary>
/// Writes JSON, a member a line, so that two reports can be compared. What is absent or empty is left out; what looks like a secret is
/// masked.
/// </summary>
internal sealed class JsonWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isFirst = true;

    public JsonWriter Object(string? name, Action members) => Nest(name, '{', members, '}');

    public JsonWriter Object(Action members) => Object(null, members);

    /// <summary>An array with an item for each of <paramref name="items"/>, also when there is none.</summary>
    public JsonWriter Array<T>(string name, IEnumerable<T> items, Action<T> write)
        where T : class
        => Nest(name, '[', () =>
        {
            foreach (var item in items)
                write(item);
        }, ']');

    public JsonWriter Texts(string name, IReadOnlyCollection<string> texts) =>
        texts.Count == 0 ? this : Array(name, texts, text => Next(null).Append(JsonText.Quote(text)));

    public JsonWriter Text(string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            Next(name).Append(JsonText.Quote(text!));
        return this;
    }

    public JsonWriter Number(string name, int number)
    {
        Next(name).Append(number);
        return this;
    }

    public JsonWriter Truth(string name, bool truth)
    {
        Next(name).Append(truth ? "true" : "false");
        return this;
    }

    public override string ToString() => _text + "\n";

    private JsonWriter Nest(string? name, char begin, Action content, char end)
    {
        Next(name).Append(begin);
        (_depth, _isFirst) = (_depth + 1, true);
        content();
        _depth--;
        if (!_isFirst)
            NewLine();
        _text.Append(end);
        _isFirst = false;
        return this;
    }

    private StringBuilder Next(string? name)
    {
        if (!_isFirst)
            _text.Append(',');
        _isFirst = false;
        if (_depth > 0)
            NewLine();
        return name is null ? _text : _text.Append(JsonText.Quote(name)).Append(": ");
    }

    private void NewLine() => _text.Append('\n').Append(' ', 2 * _depth);
}
