using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Checks;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checklist;

/// <summary>Whether rules and checks look at this app: some only do for what readiness.json lists, and some need more than was read.</summary>
internal sealed class Deciders(GateInput input)
{
    /// <summary>What to write so that the requirement is decided; null if it is. Each rule over the code must look, and one of the checks if there are any.</summary>
    public string? RemedyFor(Requirement requirement)
    {
        var checks = requirement.Rules.Where(IsCheck).ToArray();
        return requirement.Rules.Except(checks).Select(RemedyFor).FirstOrDefault(remedy => remedy is not null)
            ?? (checks.Any(check => RemedyFor(check) is null) ? null : checks.Select(RemedyFor).FirstOrDefault());
    }

    /// <summary>Whether the rule was asked, and saw all that it judges.</summary>
    public bool HasLooked(string rule) => RemedyFor(rule) is null && rule switch
    {
        "RDY2010" or "RDY3004" or "RDY3005" => input.HasAllLogs,
        "RDY8005" or "RDY8020" => input.Configuration.IsComplete,
        "RDY8026" => input.Policy.Build.Any(demand => demand.Kind == BuildKind.Publishes),
        _ => BuildKind.All.FirstOrDefault(kind => kind.Rule.Id == rule)?.CanBeJudged(input) ?? true,
    };

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
