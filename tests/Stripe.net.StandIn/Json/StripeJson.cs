using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stripe;

/// <summary>How Stripe writes JSON: snake_case names, Unix seconds, decimals as text.</summary>
internal static class StripeJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new UnixSecondsConverter(), new PageConverterFactory(), new ExpandableConverterFactory() },
    };
}
