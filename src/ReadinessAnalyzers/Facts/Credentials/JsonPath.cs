using System.Globalization;

namespace ReadinessAnalyzers.Facts.Credentials;

/// <summary>Where a <see cref="JsonReader"/> stands, as the configuration names it: <c>Stripe:Keys:0</c>.</summary>
internal sealed class JsonPath
{
    private const int Object = -1;

    private readonly List<string> _names = [];
    private readonly List<int> _nextItem = []; // of each open container

    /// <summary>Takes in the token that the reader has just read.</summary>
    public void MoveTo(JsonReader reader)
    {
        var depth = reader.Depth;
        switch (reader.Token)
        {
            case JsonToken.EndArray or JsonToken.EndObject:
                return;
            case JsonToken.PropertyName:
                Name(depth, reader.GetString());
                return;
            case var _ when depth > 0 && _nextItem[depth - 1] != Object:
                Name(depth, _nextItem[depth - 1]++.ToString(CultureInfo.InvariantCulture));
                break;
        }
        if (reader.Token is JsonToken.StartArray or JsonToken.StartObject)
        {
            _nextItem.RemoveRange(depth, _nextItem.Count - depth);
            _nextItem.Add(reader.Token == JsonToken.StartArray ? 0 : Object);
        }
    }

    public override string ToString() => string.Join(":", _names);

    private void Name(int depth, string name)
    {
        _names.RemoveRange(depth - 1, _names.Count - (depth - 1));
        _names.Add(name);
    }
}
