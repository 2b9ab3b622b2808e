namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>How messages say that the host supplies a setting: by a command that writes readiness.json, or by the entry to add to it.</summary>
internal static class Deferral
{
    public static string Of(string setting, GateInput input) => input.Policy.File is null
        ? "run 'dotnet msbuild -t:ReadinessInit' and commit readiness.json"
        : $"list the setting in readiness.json, {Entry(setting)}";

    public static string Of(IReadOnlyList<string> settings, GateInput input) => input.Policy.File is null || settings.Count == 1
        ? Of(settings[0], input)
        : $"list each in readiness.json, {Entry(settings[0])}";

    private static string Entry(string setting) => $"\"deferred\": {{ \"{setting}\": \"who sets it\" }}";
}
