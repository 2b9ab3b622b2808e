namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>The way out of what the profile asks for: nobody wrote it down, so there is no list to take it off.</summary>
internal static class OfProfile
{
    /// <summary>How a sentence ends: with what to do about a list of readiness.json, or about the requirement of the profile that asks.</summary>
    /// <param name="asked">Where each of what is missing is asked for.</param>
    /// <param name="requirement">The requirement that asks, if it is the profile's.</param>
    /// <param name="otherwise">What to do about what the file itself lists.</param>
    /// <param name="input">Has the policy.</param>
    public static string WayOut(IEnumerable<FilePosition> asked, string requirement, string otherwise, GateInput input) =>
        input.Policy.Checklist is { } checklist && asked.Any(position => position == checklist.Position)
            ? $"leave out what the profile '{checklist.Profile.Name}' asks for, \"requirements\": {{ \"{requirement}\": \"skip: reason\" }}."
            : $"{otherwise}.";
}
