using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Symbols;

/// <summary>The members of .NET, ASP.NET and Newtonsoft.Json that make an object of a text or a request's body.</summary>
internal static class BodyParsers
{
    /// <summary>True for <c>JsonSerializer.Deserialize</c>, <c>JObject.Parse</c>, <c>Request.ReadFormAsync</c> and their like.</summary>
    public static bool Contain(ISymbol member) => PlatformAssemblies.Contain(member) && member.ContainingType?.Name switch
    {
        "JsonSerializer" or "JsonConvert" or "JavaScriptSerializer" => member.Name.StartsWith("Deserialize", StringComparison.Ordinal),
        "JsonDocument" or "JsonNode" or "JsonElement" or "JToken" or "JObject" or "JArray" => member.Name is "Parse" or "ParseAsync" or "ParseValue",
        "HttpRequestJsonExtensions" => member.Name == "ReadFromJsonAsync",
        "HttpRequest" or "FormFeature" => member.Name is "Form" or "ReadFormAsync",
        _ => false,
    };
}
