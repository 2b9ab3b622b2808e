using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stripe;

/// <summary>Pages can be enumerated, so the serializer would take them for arrays; Stripe sends objects with the items inside.</summary>
internal sealed class PageConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => ConverterFor(typeToConvert) is not null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(ConverterFor(typeToConvert).MakeGenericType(typeToConvert.GetGenericArguments()));

    private static Type ConverterFor(Type page)
    {
        var definition = page.IsGenericType ? page.GetGenericTypeDefinition() : null;
        return definition == typeof(StripeList<>) ? typeof(ListConverter<>)
            : definition == typeof(StripeSearchResult<>) ? typeof(SearchResultConverter<>)
            : null;
    }

    private sealed record Page<T>(string Object, List<T> Data, bool HasMore, string Url, string NextPage = null, long? TotalCount = null);

    private sealed class ListConverter<T> : JsonConverter<StripeList<T>>
    {
        public override StripeList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var page = JsonSerializer.Deserialize<Page<T>>(ref reader, options);
            return new StripeList<T> { Object = page.Object, Data = page.Data, HasMore = page.HasMore, Url = page.Url };
        }

        public override void Write(Utf8JsonWriter writer, StripeList<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new Page<T>(value.Object, value.Data, value.HasMore, value.Url), options);
    }

    private sealed class SearchResultConverter<T> : JsonConverter<StripeSearchResult<T>>
    {
        public override StripeSearchResult<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var page = JsonSerializer.Deserialize<Page<T>>(ref reader, options);
            return new StripeSearchResult<T>
            {
                Object = page.Object,
                Data = page.Data,
                HasMore = page.HasMore,
                Url = page.Url,
                NextPage = page.NextPage,
                TotalCount = page.TotalCount,
            };
        }

        public override void Write(Utf8JsonWriter writer, StripeSearchResult<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(
                writer,
                new Page<T>(value.Object, value.Data, value.HasMore, value.Url, value.NextPage, value.TotalCount),
                options);
    }
}
