using System.Globalization;

namespace ReadinessAnalyzers.Checklist;

/// <summary>What the calendar makes of a sign-off.</summary>
internal enum SignOffAge
{
    Holds,

    /// <summary>It holds for the last tenth of its period.</summary>
    Ends,

    /// <summary>Its last day is over.</summary>
    Expired,

    /// <summary>It is dated on a day that is still to come.</summary>
    Ahead,
}

/// <summary>Judges the days of a sign-off, for the gate and the editor alike.</summary>
internal static class SignOffAges
{
    /// <param name="signOff">The record.</param>
    /// <param name="today">The day of the publish, which may be that of an old commit.</param>
    /// <param name="latest">The latest day that it may be now; a signature cannot be from after it.</param>
    public static SignOffAge AgeOn(this SignOff signOff, DateTime today, DateTime latest)
    {
        // Where the day was written down it may be tomorrow already.
        if (signOff.On > latest.AddDays(1))
            return SignOffAge.Ahead;
        if (signOff.LastDay is not { } last)
            return SignOffAge.Holds;
        return today > last ? SignOffAge.Expired
            : (last - today).Days * 10 <= (last - signOff.On).Days ? SignOffAge.Ends
            : SignOffAge.Holds;
    }

    /// <summary>What to say of it, at the member that is to be put right; null if it holds.</summary>
    public static SignOffProblem? ProblemOf(this SignOff signOff, SignOffAge age)
    {
        // Without a day of its own it ends by the day of the signature.
        var end = signOff.PositionOf(signOff.Expires == signOff.LastDay ? "expires" : "on");
        return age switch
        {
            SignOffAge.Ahead => new(signOff.PositionOf("on"), $"{signOff.Id} is signed on {Day(signOff.On)}, a day that is still to come. Correct it."),
            SignOffAge.Expired => new(end, $"The sign-off of {signOff.Id} held until {Day(signOff.LastDay!.Value)}{Why(signOff)}. {Renew(signOff)}"),
            SignOffAge.Ends => new(end, $"The sign-off of {signOff.Id} holds until {Day(signOff.LastDay!.Value)}{Why(signOff)}; then it stops the publish. {Renew(signOff)}"),
            _ => null,
        };
    }

    private static string Why(SignOff signOff) =>
        signOff.Expires == signOff.LastDay ? "" : $", {signOff.Terms.HoldsDays} days after it was signed";

    private static string Renew(SignOff signOff) => signOff.IsWaiver
        ? "Do what was put off, then sign it as passed."
        : $"Look again, then renew it: dotnet msbuild -t:ReadinessSignOff -p:Id={signOff.Id}";

    /// <summary>A day as sign-offs write it.</summary>
    public static string Day(DateTime day) => day.ToString(SignOffReader.DayFormat, CultureInfo.InvariantCulture);
}
