using System.Security.Cryptography;
using Microsoft.Build.Framework;
using ReadinessAnalyzers.Gate.Checks;
using ReadinessAnalyzers.Gate.Configuration.Sources;
using ReadinessAnalyzers.Gate.Reporting;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate;

/// <summary>
/// Writes the fingerprint of the environment in which it runs, for builds that may not see its secrets: of each setting that the app needs
/// whether it is there, of which kind and mode, and roughly how long; never a value.
/// </summary>
public sealed class ReadinessFingerprint : ReadinessTask
{
    private const int SaltLength = 16;

    private static readonly ICheck[] Footing =
        [new CompileLogsUsable(), new AnalyzersRan(), new ValidPolicy(), new UnreadableSettings(), new UnreadableSources(), new RunsInThisEnvironment(), new SecretOfOtherEnvironment()];

    /// <summary>Where the fingerprint is written; empty: where readiness.json declares one, else readiness.fingerprint.json beside the project.</summary>
    public string FingerprintFile { get; set; } = "";

    private protected override IReadOnlyList<DeclaredSource> SourcesOf(ReadinessPolicy policy) =>
    [
        .. (policy.Sources ?? [new(SourceKind.Appsettings, new(ProjectFile))])
            .Where(source => source.Kind != SourceKind.Fingerprint && source.Kind != SourceKind.Environment),
        new(SourceKind.Environment, new(ProjectFile)),
    ];

    private protected override bool Run(GateInput input)
    {
        var readiness = new Readiness(input, RequirementInference.Infer(input.Logs, input.Configuration, input.Policy));
        var faults = Footing.SelectMany(check => check.Run(readiness)).Where(fault => fault.Severity == FindingSeverity.Error).ToArray();
        foreach (var fault in faults)
            new MSBuildReporter(Log, errorsAsWarnings: false).Report(fault);
        if (faults.Length > 0)
            return false;

        var declared = input.Policy.Sources?.FirstOrDefault(source => source.Kind == SourceKind.Fingerprint)?.Paths[0].Text;
        var path = FingerprintFile.Length > 0 ? InProject(FingerprintFile)
            : declared is not null ? InProject(Path.Combine(Path.GetDirectoryName(PolicyPath)!, declared))
            : InProject("readiness.fingerprint.json");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Reporting.FingerprintFile.Write(readiness, Salt()));

        var missing = Reporting.FingerprintFile.SettingsOf(readiness).Where(setting => setting.IsMissing).Select(setting => $"'{SecretMask.Apply(setting.Key)}'").ToArray();
        var lacking = missing.Length == 0 ? "every setting has a value" : $"no value for {string.Join(", ", missing)}";
        Log.LogMessage(MessageImportance.High, $"Readiness: wrote {path}, {input.Environment}, {lacking}; commit it, and name it in readiness.json as a source.");
        return true;
    }

    private static byte[] Salt()
    {
        var salt = new byte[SaltLength];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(salt);
        return salt;
    }
}
