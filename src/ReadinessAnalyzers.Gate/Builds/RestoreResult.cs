using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Configuration.Sources;

namespace ReadinessAnalyzers.Gate.Builds;

/// <summary>
/// What <c>dotnet restore</c> wrote down in project.assets.json: with which settings it ran, which a later publish cannot see in its
/// properties, and the packages that it found to be vulnerable.
/// </summary>
internal sealed record RestoreResult(bool IsLocked, bool IsAudited, bool IsAuditTransitive, IReadOnlyList<string> VulnerablePackages)
{
    private const int SizeLimit = 32 * 1024 * 1024;

    /// <summary>NuGet's codes for packages with a known vulnerability, from low to critical.</summary>
    public static readonly IReadOnlyList<string> AdvisoryCodes = ["NU1901", "NU1902", "NU1903", "NU1904"];

    /// <summary>Null if the file is not there or not what NuGet writes.</summary>
    public static RestoreResult? Read(string path)
    {
        try
        {
            return SettingsText.ReadBytes(path, SizeLimit) is { } bytes ? Parse(new StreamReader(new MemoryStream(bytes)).ReadToEnd()) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or JsonFormatException)
        {
            return null;
        }
    }

    public static RestoreResult? Parse(string assets)
    {
        var json = JsonValue.Parse(assets);
        if (json.Member("project")?.Member("restore") is not { } restore)
            return null;

        var audit = restore.Member("restoreAuditProperties");
        return new(
            IsTrue(restore.Member("restoreLockProperties")?.Member("restoreLockedMode")),
            audit is not null && audit.Member("enableAudit")?.Text.ToLowerInvariant() is not ("false" or "disable"),
            audit?.Member("auditMode")?.Text == "all",
            [.. from log in json.Member("logs")?.Items ?? []
                where AdvisoryCodes.Contains(log.Member("code")?.Text)
                let package = log.Member("libraryId")?.Text
                where !string.IsNullOrEmpty(package)
                group package by package into same
                orderby same.Key
                select same.Key]);
    }

    // NuGet writes some of its switches as texts and some as literals.
    private static bool IsTrue(JsonValue? value) => value?.Text.Equals("true", StringComparison.OrdinalIgnoreCase) == true;
}
