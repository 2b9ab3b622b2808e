using ReadinessAnalyzers.Gate.CompileLogs;

namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>
/// Joins what no single project knows: one reads a property of an options type, another binds the type to a section. The logs of all
/// projects go in, the settings that are read in this way come out; a read whose type nobody binds asks for nothing.
/// </summary>
internal static class OptionsAcrossProjects
{
    public static IEnumerable<SettingUse> SettingUses(IReadOnlyCollection<CompileLog> logs)
    {
        var bindings = logs.SelectMany(log => log.OptionsBindings).ToLookup(binding => binding.Type, StringComparer.Ordinal);
        return logs.SelectMany(log => log.OptionsReads).SelectMany(read => UsesOf(read, [.. bindings[read.Type].Where(binding => Fills(binding, read)).Distinct()]));
    }

    // Bound twice, each section may stand in for the other: named options, or a default that a second call replaces.
    private static IEnumerable<SettingUse> UsesOf(OptionsRead read, OptionsBinding[] bindings) => bindings.Select(binding =>
        new SettingUse(SettingOf(binding, read), read.Role, binding.Source, bindings.Length > 1 ? SettingFact.Fallbacks.Setting : binding.Fallback, read.Position)
        {
            Alternatives = string.Join("|", bindings.Where(other => other != binding).Select(other => SettingOf(other, read))),
        });

    private static bool Fills(OptionsBinding binding, OptionsRead read) =>
        binding.Key.Length == 0 || string.Equals(binding.Key, read.Key, StringComparison.OrdinalIgnoreCase);

    private static string SettingOf(OptionsBinding binding, OptionsRead read) =>
        binding.Key.Length == 0 ? binding.Setting + ":" + read.Key : binding.Setting;
}
