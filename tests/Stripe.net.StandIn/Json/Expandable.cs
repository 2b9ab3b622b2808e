using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stripe;

/// <summary>A member that Stripe sends as an id, or as the whole object where the request asked to expand it.</summary>
internal readonly struct Expandable<T>(string id, T value)
    where T : class, IHasId
{
    public Expandable(string id)
        : this(id, null)
    {
    }

    public Expandable(T value)
        : this(value?.Id, value)
    {
    }

    public string Id { get; } = id;

    public T Value { get; } = value;
}

internal sealed class ExpandableConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Expandable<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()));

    private sealed class Converter<T> : JsonConverter<Expandable<T>>
        where T : class, IHasId
    {
        public override Expandable<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType switch
            {
                JsonTokenType.Null => default,
                JsonTokenType.String => new Expandable<T>(reader.GetString()),
                _ => new Expandable<T>(JsonSerializer.Deserialize<T>(ref reader, options)),
            };

        public override void Write(Utf8JsonWriter writer, Expandable<T> value, JsonSerializerOptions options)
        {
            if (value.Value is null)
            {
                writer.WriteStringValue(value.Id);
            }
            else
            {
                JsonSerializer.Serialize(writer, value.Value, options);
            }
        }
    }
}
