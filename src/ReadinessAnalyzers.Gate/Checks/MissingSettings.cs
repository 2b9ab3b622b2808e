using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY8001: all settings that the code reads and production lacks. One cause, one remedy, so one finding.</summary>
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
        var remedy = input.Policy.File is null
            ? "run 'dotnet msbuild -t:ReadinessInit' and commit readiness.json"
            : "list " + (one ? "it" : "them") + " under 'deferred' in readiness.json";
        yield return GateRules.MissingSetting.At(
            new(input.ProjectFile),
            one
                ? $"1 setting that the code reads has no production value: {names}. "
                    + $"If the host injects it, {remedy}; otherwise set it.{Hint(missing, input)}"
                : $"{missing.Length} settings that the code reads have no production value: {names}. "
                    + $"If the host injects them, {remedy}; otherwise set them.{Hint(missing, input)}");
    }

    private static string Describe(RequiredSetting setting, GateInput input)
    {
        var (path, line, _) = setting.Uses[0].Position;
        return $"'{setting.Name}' ({RelativePath.From(input.ProjectFile, path)}:{line})";
    }

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
