using System.Globalization;

namespace ReadinessAnalyzers.Benchmarks;

/// <summary>How figures are summed up and written: ratios with sign, times in milliseconds, sizes in megabytes.</summary>
internal static class Figures
{
    public static double Median(this IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    public static string Milliseconds(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.#} ms");

    public static string Seconds(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.00} s");

    public static string Megabytes(double bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000:0.0} MB");

    public static string Times(double ratio) => string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00}");

    /// <summary>How much more <paramref name="figure"/> is than <paramref name="than"/>: <c>+0.4 %</c>.</summary>
    public static string More(double figure, double than) => Percent((figure / than) - 1);

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:+0.0;-0.0;0.0} %");
}
