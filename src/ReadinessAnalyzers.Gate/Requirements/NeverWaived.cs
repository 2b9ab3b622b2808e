namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>What no entry of readiness.json and no .editorconfig lets through, with the way that there is instead.</summary>
internal static class NeverWaived
{
    /// <summary>A secret in source and a forged webhook are wrong in every app; one wrong line can still be suppressed where it stands.</summary>
    public static readonly IReadOnlyList<string> Rules = ["RDY1001", "RDY1002", "RDY2001", "RDY2002", "RDY2003", "RDY2004", "RDY2005"];

    private static readonly string[] SecretsInFiles = ["RDY1003", GateRules.SecretInShippedFile.Id];
    private static readonly string[] KeysOfProduction = [GateRules.StripeKeyForSlot.Id, GateRules.TestKeyInProduction.Id, GateRules.TestPrice.Id];
    private static readonly string[] Unread = [GateRules.UnreadableSettings.Id, GateRules.UnreadableSource.Id];

    /// <summary>Why findings of a rule cannot be suppressed in readiness.json, and what to do; null if they can.</summary>
    public static string? ReasonFor(string id) =>
        Rules.Contains(id) ? "it is wrong in every app. Where one finding is not, suppress it at its line, with [SuppressMessage] and a justification."
        : SecretsInFiles.Contains(id) ? "whoever has the file has the secret. Roll it, and take it out of the file."
        : KeysOfProduction.Contains(id) ? "with a test key or price production takes no money. Set the live one."
        : id == GateRules.MissingSetting.Id ? "a setting that the host supplies is listed under 'deferred', and one that may be missing is 'optional'."
        : Unread.Contains(id) ? "what cannot be read is not judged. Correct the file."
        : id.StartsWith("RDY9", StringComparison.Ordinal) ? "it is about the judgement itself. Put right what it says."
        : null;
}
