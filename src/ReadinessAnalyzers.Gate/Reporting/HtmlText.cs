using System.Globalization;
using System.Text;

namespace ReadinessAnalyzers.Gate.Reporting;

/// <summary>
/// HTML that is put together from interpolated texts: what the source says is markup, what stands in a hole is text and is escaped. Only a
/// hole that is itself such an interpolation is markup, so a name or message cannot become any.
/// </summary>
internal sealed class HtmlText : IFormatProvider, ICustomFormatter
{
    private readonly StringBuilder _text = new();

    public void Add(FormattableString markup) => _text.AppendFormat(this, markup.Format, markup.GetArguments());

    /// <summary>Text of this assembly's own, as it stands.</summary>
    public void AddMarkup(string own) => _text.Append(own);

    public override string ToString() => _text.ToString();

    object? IFormatProvider.GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

    string ICustomFormatter.Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
    {
        null => "",
        FormattableString markup => markup.ToString(this),
        IEnumerable<FormattableString> parts => string.Concat(parts.Select(part => part.ToString(this))),
        IFormattable other => Escape(other.ToString(format, CultureInfo.InvariantCulture)),
        _ => Escape(arg.ToString() ?? ""),
    };

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in SecretMask.Apply(text))
        {
            switch (c)
            {
                case '&': escaped.Append("&amp;"); break;
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '"': escaped.Append("&quot;"); break;
                case '\'': escaped.Append("&#39;"); break;
                case '\r' or '\n' or '\t': escaped.Append(' '); break;
                default: escaped.Append(IsUnseen(c) ? '\uFFFD' : c); break;
            }
        }

        return escaped.ToString();
    }

    // Controls, and what turns the direction of writing, so that a file's name reads as another one.
    private static bool IsUnseen(char c) =>
        char.IsControl(c) || c is '\u061C' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069') or '\uFEFF';
}
