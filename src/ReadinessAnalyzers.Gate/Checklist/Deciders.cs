namespace ReadinessAnalyzers.Gate.Checklist;

/// <summary>Whether the rules and checks that decide a requirement look at this app at all.</summary>
internal sealed class Deciders(GateInput input)
{
    // Reported in files that .editorconfig does not govern, so the compiler lists it as off although it is on.
    private const string Untold = "RDY1003";

    /// <summary>What to write so that the rule or check decides; null if it does already.</summary>
    public string? RemedyFor(string rule) => rule switch
    {
        "RDY8005" when input.Policy.Prices is null => "list the plans that you sell under 'prices'",
        "RDY8020" when input.Policy.Prices?.Test is null => "name the section with the prices of test mode, \"prices\": { \"test\": \"…\" }",
        "RDY3005" when input.Policy.Telemetry is not { Instruments.Count: > 0 } => "list the instruments under 'telemetry'",
        "RDY2010" when input.Policy.Events is null => "list the event types under 'events'",
        _ => IsOff(rule) ? $"switch {rule} on, 'dotnet_diagnostic.{rule}.severity = warning' in .editorconfig" : null,
    };

    /// <summary>Whether the rule or check looks at this app.</summary>
    public bool Looks(string rule) => input.HasAllLogs && RemedyFor(rule) is null;

    private bool IsOff(string rule) =>
        rule != Untold && input.Logs.Any(log => log.SwitchedOffRules.Contains(rule) || log.Rules.Any(logged => logged.Id == rule && logged.IsOff));
}
