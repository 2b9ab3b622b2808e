using System.Text;

namespace ReadinessAnalyzers.Gate;

/// <summary>Writes names that people chose into a JSON file of ours.</summary>
internal static class JsonText
{
    /// <summary>The text as a JSON string; whatever looks like a secret in it is masked.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in SecretMask.Apply(text))
        {
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (c < ' ')
                quoted.Append($"\\u{(int)c:x4}");
            else
                quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }
}
