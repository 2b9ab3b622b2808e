using System.Text;

namespace ReadinessAnalyzers.Gate.Tests.Configuration;

/// <summary>Writes random settings files whose keys often meet, within a file and across files.</summary>
internal sealed class RandomSettings(int seed)
{
    private static readonly string[] Names =
        ["Stripe", "Prices", "App", "Key", "Url", "A", "B", "C", "0", "1", "2", "stripe", "KEY", "Stripe:Key", "A:B",
         "Prices:0", "a__b", "é", "\\u0041", ""];
    private static readonly string[] Scalars =
        ["\"x\"", "\"y\"", "\"é \\n 😀\"", "\"\"", "\"  \"", "null", "true", "false", "0", "-1.50", "1e5", "{}", "[]", "[/* none */]"];

    private readonly Random _random = new(seed);

    public bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    public string File()
    {
        var text = new StringBuilder(Chance(5) ? "\uFEFF" : "");
        AppendObject(text, depth: 0);
        return text.ToString();
    }

    private void AppendObject(StringBuilder text, int depth)
    {
        text.Append("{ ");
        var names = Enumerable.Range(0, _random.Next(6)).Select(_ => Pick(Names)).ToList();

        // Most files load: a file with a repeated key is a rare fault.
        foreach (var name in Chance(12) ? names : names.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            text.Append($"\"{name}\": ");
            AppendValue(text, depth + 1);
            text.Append(Chance(10) ? ", // next\r\n" : ",\n");
        }

        text.Append(" }");
    }

    private void AppendValue(StringBuilder text, int depth)
    {
        switch (_random.Next(depth > 3 ? 4 : 8))
        {
            case 5 or 6:
                AppendObject(text, depth);
                break;
            case 7:
                text.Append('[');
                for (var items = _random.Next(4); items > 0; items--)
                {
                    AppendValue(text, depth + 1);
                    text.Append(", ");
                }

                text.Append(']');
                break;
            default:
                text.Append(Pick(Scalars));
                break;
        }
    }

    private string Pick(string[] choices) => choices[_random.Next(choices.Length)];
}
