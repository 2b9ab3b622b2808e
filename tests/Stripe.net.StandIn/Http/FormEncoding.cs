using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stripe;

/// <summary>Options as Stripe's form notation: <c>line_items[0][price]=price_1&amp;metadata[order]=7</c>.</summary>
internal static class FormEncoding
{
    public static string Encode(BaseOptions options)
    {
        if (options is null)
        {
            return "";
        }

        var pairs = Pairs("", options).Concat(options.ExtraParams.SelectMany(extra => Pairs(extra.Key, extra.Value)));
        return string.Join('&', pairs.Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}"));
    }

    private static IEnumerable<(string Name, string Value)> Pairs(string name, object value) => value switch
    {
        null => [],
        string text => [(name, text)],
        bool flag => [(name, flag ? "true" : "false")],
        DateTime time => [(name, new DateTimeOffset(time).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))],
        IFormattable number => [(name, number.ToString(null, CultureInfo.InvariantCulture))],
        IDictionary map => map.Keys.Cast<object>().SelectMany(key => Pairs($"{name}[{key}]", map[key])),
        IEnumerable items => items.Cast<object>().SelectMany((item, index) => Pairs($"{name}[{index}]", item)),
        _ => Properties(value).SelectMany(property => Pairs(Inside(name, property), property.GetValue(value))),
    };

    private static IEnumerable<PropertyInfo> Properties(object options) =>
        options.GetType().GetProperties().Where(property => !property.IsDefined(typeof(JsonIgnoreAttribute)));

    private static string Inside(string parent, PropertyInfo property)
    {
        var name = JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
        return parent.Length == 0 ? name : $"{parent}[{name}]";
    }
}
