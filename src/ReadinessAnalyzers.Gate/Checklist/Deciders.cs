using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Checks;

namespace ReadinessAnalyzers.Gate.Checklist;

/// <summary>Whether the rules and checks that decide a requirement look at this app.</summary>
internal sealed class Deciders(GateInput input)
{
    /// <summary>What to write so that the requirement is decided; null if it is. Each rule over the code must look, and one of the checks if there are any.</summary>
    public string? RemedyFor(Requirement requirement)
    {
        var checks = requirement.Rules.Where(IsCheck).ToArray();
        return requirement.Rules.Except(checks).Select(RemedyFor).FirstOrDefault(remedy => remedy is not null)
            ?? (checks.Any(check => RemedyFor(check) is null) ? null : checks.Select(RemedyFor).FirstOrDefault());
    }

    private string? RemedyFor(string rule) => rule switch
    {
        "RDY8005" when input.Policy.Prices is null => "list the plans that you sell under 'prices'",
        "RDY8020" when input.Policy.Prices?.Test is null => "name the section with the prices of test mode, \"prices\": { \"test\": \"…\" }",
        "RDY3005" when input.Policy.Telemetry is not { Instruments.Count: > 0 } => "list the instruments under 'telemetry'",
        "RDY2010" when input.Policy.Events is null => "list the event types under 'events'",
        _ => IsOff(rule) ? $"switch {rule} on, 'dotnet_diagnostic.{rule}.severity = warning' in .editorconfig" : null,
    };

    private static bool IsCheck(string rule) => GateRules.All.Any(check => check.Id == rule);

    private bool IsOff(string rule) =>
        rule != RulesSwitchedOff.Untold && input.Logs.Any(log => log.SwitchedOffRules.Contains(rule) || log.Rules.Any(logged => logged.Id == rule && logged.IsOff));
}
