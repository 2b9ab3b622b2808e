using ReadinessAnalyzers.Gate.CompileLogs;
using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY8001: all settings that the code reads or readiness.json requires and production lacks. One cause, one remedy, so one finding.</summary>
internal sealed class MissingSettings : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness)
    {
        var (input, missing) = (readiness.Input, readiness.SettingsThatAre(SettingOutcome.Missing).ToArray());

        // An unreadable file may hold them; that it cannot be read is a finding already.
        if (missing.Length == 0 || !input.Configuration.IsComplete)
            yield break;

        var names = string.Join(", ", missing.Select(setting => Describe(setting, input)));
        var one = missing.Length == 1;
        var remedy = Deferral.Of([.. missing.Select(setting => setting.Name)], input);
        var declared = missing.SelectMany(setting => setting.Uses).Where(use => IsDeclared(use, input)).Select(use => use.Position).OrderBy(position => position).FirstOrDefault();
        var isRead = missing.SelectMany(setting => setting.Uses).Any(use => !IsDeclared(use, input));
        var who = (isRead, declared) switch
        {
            (true, null) => "the code reads",
            (false, _) => "readiness.json requires",
            _ => "the code reads or readiness.json requires",
        };
        yield return GateRules.MissingSetting.At(
            isRead ? new(input.ProjectFile) : declared!,
            one
                ? $"1 setting that {who} has no production value: {names}. "
                    + $"If the host injects it, {remedy}; otherwise set it.{Profile(missing, input)}{Hint(missing, input)}"
                : $"{missing.Length} settings that {who} have no production value: {names}. "
                    + $"If the host injects them, {remedy}; otherwise set them.{Profile(missing, input)}{Hint(missing, input)}");
    }

    private static bool IsDeclared(SettingUse use, GateInput input) => use.Position.Path == input.Policy.File;

    private static string Describe(RequiredSetting setting, GateInput input)
    {
        var (path, line, _) = setting.Uses[0].Position;
        return $"'{setting.Name}' ({RequirementBehind(setting, input) ?? $"{RelativePath.From(input.ProjectFile, path)}:{line}"})";
    }

    /// <summary>The requirement of the profile for which alone a setting is asked; null if the code or the file itself asks.</summary>
    private static string? RequirementBehind(RequiredSetting setting, GateInput input) =>
        input.Policy.Checklist is { } checklist && setting.Uses.All(use => use.Position == checklist.Position)
            ? input.Policy.Settings.FirstOrDefault(asked => SettingName.AreSame(asked.Name, setting.Name))?.Requirements.FirstOrDefault()
            : null;

    /// <summary>Nobody wrote these names down, so the app may have others, or no need of them.</summary>
    private static string Profile(RequiredSetting[] missing, GateInput input) =>
        missing.Select(setting => RequirementBehind(setting, input)).FirstOrDefault(requirement => requirement is not null) is { } first
            ? $" The profile '{input.Policy.Checklist!.Profile.Name}' asks for what has an id behind it: a setting that goes by another name in this app says so under 'settings', "
                + $"\"for\": \"{first}\"; what does not apply is left out, \"requirements\": {{ \"{first}\": \"skip: reason\" }}."
            : "";

    /// <summary>"But it is set!" says who sees the variable in the build's environment; the app's environment is another one.</summary>
    private static string Hint(RequiredSetting[] missing, GateInput input)
    {
        var variables = missing
            .Select(setting => SettingName.AsVariable(setting.Name))
            .Where(name => input.BuildVariables.Contains(name, StringComparer.OrdinalIgnoreCase))
            .ToArray();
        return variables.Length == 0
            ? ""
            : $" The build's own environment has '{string.Join("', '", variables)}', but that is not the app's environment.";
    }
}
