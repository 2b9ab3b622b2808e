using System.Globalization;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY8014: a date is not too long ago, or still to come.</summary>
internal sealed class RecentDate : ICheck
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mmK", "yyyy-MM-dd HH:mm:ss"];

    public IEnumerable<Finding> Run(Readiness readiness) =>
        from setting in readiness.Demanded<DateDemand>()
        let fault = FaultOf(setting, readiness.Input)
        where fault is not null
        select GateRules.OverdueDate.At(setting.Value.Position, $"'{setting.Name}' {fault}");

    /// <summary>The day that a setting names, in UTC if it says; null for any other text.</summary>
    public static DateTime? Read(string? text) =>
        DateTime.TryParseExact(text?.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time)
            ? time.Date
            : null;

    private static string? FaultOf(DemandedSetting<DateDemand> setting, GateInput input)
    {
        if (Read(setting.Value.Value) is not { } day)
            return "is no date of the form 2026-01-31. Write it so.";
        if (input.Today is not { } now)
            return null;

        var age = (now - day).Days;
        if (setting.Demand.IsFuture)
            return age >= 0 ? "is a day that has come, and readiness.json says that it is still ahead. Do what was due, then set the next day." : null;

        // Where the day was written down it may be tomorrow already.
        return day > input.Latest!.Value.AddDays(1) ? "is a day that is still to come, so it cannot be when this was done. Correct it."
            : age > setting.Demand.MaxAgeDays ? $"is longer ago than the {setting.Demand.MaxAgeDays} days that readiness.json allows. Do again what it dates, such as rotating a secret, and set the new day."
            : null;
    }
}
