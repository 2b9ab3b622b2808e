namespace ReadinessAnalyzers;

/// <summary>What a <see cref="JsonReader"/> stands on; <see cref="None"/> before the first and after the last token.</summary>
internal enum JsonToken
{
    None,
    StartObject,
    EndObject,
    StartArray,
    EndArray,
    PropertyName,
    String,
    Number,
    True,
    False,
    Null,
}
