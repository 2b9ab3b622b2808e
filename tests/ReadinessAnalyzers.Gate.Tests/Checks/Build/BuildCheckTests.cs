using ReadinessAnalyzers.Gate.Builds;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Tests.Checks.Build;

/// <summary>RDY8021 to RDY8028: notes for those who asked for nothing, errors for those who did, silence where nobody knows.</summary>
public sealed class BuildCheckTests : IDisposable
{
    private const string Project = "Shop.csproj(1,1)";
    private static readonly RestoreResult Restored = new(IsLocked: true, IsAudited: true, IsAuditTransitive: true, []);
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void Of_a_build_that_tells_nothing_nothing_is_said()
    {
        Assert.Empty(_shop.Findings());
        _shop.IsInCI = true;
        Assert.Empty(_shop.Findings());
    }

    [Theory]
    [InlineData("Release", "true", "Production", null)]
    [InlineData("Staging", "True", "Production", null)]
    [InlineData("Release", "false", "Production", "warning")]
    [InlineData("Production", "", "Production", "warning")] // only the SDK's Release is optimised unasked
    [InlineData("Debug", "false", "Production", "note")] // the gate is tried out
    [InlineData("Debug", "false", "Development", null)]
    public void Release_is_optimised(string configuration, string optimize, string environment, string? severity)
    {
        _shop.Environment = environment;
        _shop.Builds("Configuration", configuration).Builds("Optimize", optimize);
        Expect("RDY8021", severity);
        Asks("releaseSettings");
        Expect("RDY8021", severity is null ? null : "error");
    }

    [Theory]
    [InlineData("Development", "Production", "note")]
    [InlineData("development", "Staging", "note")]
    [InlineData("Development", "Development", null)]
    [InlineData("Staging", "Production", null)]
    [InlineData("", "Production", null)]
    public void Published_web_config_does_not_speak_of_development(string environmentName, string environment, string? severity)
    {
        _shop.Environment = environment;
        Expect("RDY8021", severity, _shop.Builds("EnvironmentName", environmentName));
    }

    [Theory]
    [InlineData("TreatWarningsAsErrors", "false", true)]
    [InlineData("WarningsAsErrors", ";NU1605;SYSLIB0011", true)]
    [InlineData("TreatWarningsAsErrors", "true", false)]
    [InlineData("MSBuildTreatWarningsAsErrors", "true", false)]
    [InlineData("WarningsAsErrors", "NU1605;RDY2002;RDY2003", false)] // a choice of their own
    [InlineData("MSBuildWarningsAsErrors", "RDY2002", false)]
    public void Warnings_are_errors_on_a_build_server(string property, string value, bool isFound)
    {
        _shop.Builds("Configuration", "Release").Builds("Optimize", "true").Builds(property, value);
        _shop.IsInCI = true;
        Expect("RDY8022", null); // -warnaserror may do the same, and leaves no trace
        Asks("warningsAsErrors");
        _shop.IsInCI = false;
        Expect("RDY8022", null); // nobody knows what the server does
        _shop.IsInCI = true;
        Expect("RDY8022", isFound ? "error" : null);
    }

    [Theory]
    [InlineData("RDY1001;RDY2002", "WarningsNotAsErrors makes an exception of RDY1001, RDY2002. Take it out; where a finding is wrong, suppress it there with a justification.")]
    [InlineData("NU1901;CS0618", null)]
    public void Exceptions_of_our_rules_are_found_where_warnings_must_be_errors(string exceptions, string? message)
    {
        _shop.IsInCI = true;
        _shop.Builds("Configuration", "Release").Builds("Optimize", "true").Builds("TreatWarningsAsErrors", "true").Builds("WarningsNotAsErrors", exceptions);
        Assert.Empty(_shop.Findings());
        Asks("warningsAsErrors");
        Assert.Equal(message is null ? [] : [message], _shop.Judge().Findings.Select(finding => finding.Message));
    }

    [Fact]
    public void Lock_file_is_asked_for_only_by_those_who_want_one()
    {
        _shop.IsInCI = true;
        Expect("RDY8023", null);
        Asks("lockedRestore");
        Expect("RDY8023", "error");
        Assert.Equal(
            "There is no packages.lock.json, so a later restore may bring other packages than those that were tested. "
                + "Set RestorePackagesWithLockFile to true in Shop.csproj, run 'dotnet restore' and commit the file.",
            _shop.OnlyMessage());
        _shop.IsInCI = false;
        Expect("RDY8023", "error");
    }

    [Theory]
    [InlineData(true, "", false, "note")]
    [InlineData(true, "", null, null)] // nobody knows how it restored
    [InlineData(true, "", true, null)] // dotnet restore --locked-mode, then publish --no-restore
    [InlineData(true, "true", false, null)]
    [InlineData(false, "", false, null)] // a developer may add packages
    public void Restore_on_a_build_server_keeps_to_the_lock_file(bool isInCI, string lockedMode, bool? wasLocked, string? severity)
    {
        (_shop.IsInCI, _shop.HasLockFile) = (isInCI, true);
        _shop.Restore = wasLocked is { } locked ? Restored with { IsLocked = locked } : null;
        Expect("RDY8023", severity, _shop.Builds("RestoreLockedMode", lockedMode));
        Asks("lockedRestore");
        Expect("RDY8023", severity is null ? null : "error");
    }

    [Theory]
    [InlineData("NuGetAudit", "false", "note", "error")]
    [InlineData("NuGetAuditMode", "direct", null, "error")] // the default before .NET 10
    [InlineData("NoWarn", "1701;1702;NU1903;nu1904", "note", "error")]
    [InlineData("NuGetAudit", "true", null, null)]
    [InlineData("NuGetAuditMode", "all", null, null)]
    [InlineData("NoWarn", "1701;NU1605;NU1900", null, null)]
    public void Packages_are_audited(string property, string value, string? unasked, string? asked)
    {
        Expect("RDY8024", unasked, _shop.Builds(property, value));
        Asks("audit");
        Expect("RDY8024", asked);
    }

    [Theory]
    [InlineData("NuGetAudit", "false")]
    [InlineData("NuGetAuditMode", "direct")]
    public void Restore_may_have_audited_all_the_same(string property, string value)
    {
        _shop.Restore = Restored;
        _shop.Builds(property, value);
        Asks("audit");
        Expect("RDY8024", null);
    }

    [Fact]
    public void A_restore_that_did_not_audit_is_an_error_for_those_who_ask()
    {
        _shop.Restore = Restored with { IsAudited = false };
        Expect("RDY8024", null);
        Asks("audit");
        Expect("RDY8024", "error");
        Assert.StartsWith("The restore ran with NuGet audit off", _shop.OnlyMessage());
    }

    [Fact]
    public void Of_a_restore_that_left_nothing_behind_nobody_knows()
    {
        Asks("audit");
        Expect("RDY8024", null);
        Assert.False(BuildKind.Audit.CanBeJudged(_shop.Input()));
        _shop.Restore = Restored;
        Assert.True(BuildKind.Audit.CanBeJudged(_shop.Input()));
    }

    [Fact]
    public void Vulnerable_packages_are_errors_for_those_who_ask()
    {
        _shop.Restore = Restored with { VulnerablePackages = ["Antelope", "Zebra.Json"] };
        Expect("RDY8024", null);
        Asks("audit");
        Expect("RDY8024", "error");
        Assert.Equal(
            "Restore found a known vulnerability in 'Antelope', 'Zebra.Json'. Update to a version without it; "
                + "an advisory that does not apply is named in a NuGetAuditSuppress item.",
            _shop.OnlyMessage());
    }

    [Theory]
    [InlineData("ContainerRepository", "shop", "'latest'")] // as the SDK has it
    [InlineData("ContainerImageTag", "Latest", "'Latest'")]
    [InlineData("ContainerImageTags", "latest;stable", "'latest', 'stable'")]
    [InlineData("ContainerImageTag", "1.4.2", null)]
    [InlineData("ContainerImageTags", "latest;1.4.2", null)]
    [InlineData("ContainerImageTag", "3f2a91c", null)]
    [InlineData("PublishImageTag", "1", null)]
    public void Tag_of_the_image_stays_with_it(string property, string value, string? named)
    {
        Expect("RDY8025", named is null ? null : "note", _shop.Builds("WebPublishMethod", "Container").Builds(property, value));
        Asks("immutableImageTag");
        Expect("RDY8025", named is null ? null : "error");
        if (named is not null)
            Assert.StartsWith($"The image has no tag but {named}, which a later publish moves", _shop.OnlyMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WebPublishMethod", "FileSystem")]
    [InlineData("AutoGenerateImageTag", "true")]
    public void Without_an_image_or_with_a_stamp_for_a_tag_nothing_is_said(string property, string value)
    {
        _shop.Builds(property, value);
        Asks("immutableImageTag", "leanImage");
        Assert.Empty(_shop.Findings());
    }

    [Theory]
    [InlineData("FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nRUN dotnet publish\nFROM build", "RDY8028 note Dockerfile(3,1)")]
    [InlineData("FROM mcr.microsoft.com/dotnet/sdk:10.0", "RDY8028 note Dockerfile(1,1)")]
    [InlineData("FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nFROM mcr.microsoft.com/dotnet/aspnet:10.0", null)]
    [InlineData("ARG BASE=mcr.microsoft.com/dotnet/sdk:10.0\nFROM ${BASE}", null)]
    [InlineData("# FROM mcr.microsoft.com/dotnet/sdk:10.0", null)]
    public void Image_of_the_Dockerfile_has_no_SDK(string dockerfile, string? finding)
    {
        _shop.Dockerfile = dockerfile;
        Assert.Equal(finding is null ? [] : [finding], _shop.Findings());
        Asks("leanImage");
        Assert.Equal(finding is null ? [] : [finding.Replace("note", "error", StringComparison.Ordinal)], _shop.Findings());
    }

    [Theory]
    [InlineData("mcr.microsoft.com/dotnet/sdk:10.0", "note")]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled", null)]
    public void Image_of_the_SDKs_making_has_no_SDK(string image, string? severity) =>
        Expect("RDY8028", severity, _shop.Builds("ContainerBaseImage", image).Builds("ContainerImageTag", "1.0"));

    [Theory]
    [InlineData("appsettings.Development.json", "Production", "note")]
    [InlineData("Shop.settings.development.json", "Staging", "note")]
    [InlineData("appsettings.Development.json", "Development", null)]
    [InlineData("appsettings.Staging.json", "Production", null)]
    [InlineData("appsettings.json", "Production", null)]
    public void Settings_of_development_stay_at_home(string file, string environment, string? severity)
    {
        _shop.Environment = environment;
        _shop.PublishesFile(file);
        Expect("RDY8027", severity);
        Asks("noDevelopmentSettings");
        Expect("RDY8027", severity is null ? null : "error");
    }

    [Fact]
    public void Required_file_is_published_under_the_very_name()
    {
        _shop.PublishesFile("Shop.dll").PublishesFile("wwwroot/.well-known/a").PublishesFile("wwwroot/Robots.txt");
        Assert.Empty(_shop.Says("""{ "build": [{ "publishes": ["wwwroot/.well-known/a", "wwwroot\\Robots.txt", "wwwroot/_content/Library/x.js"] }] }""").Findings());

        _shop.Says("""{ "build": [{ "publishes": "wwwroot/.well-known/b" }, { "publishes": "wwwroot/robots.txt" }] }""");
        Assert.Equal(
            [
                "'wwwroot/.well-known/b' is not published, and readiness.json requires it. Put it there; where the SDK leaves it out, "
                    + "write <Content Include=\"wwwroot/.well-known/b\" CopyToPublishDirectory=\"PreserveNewest\" /> in Shop.csproj.",
                "'wwwroot/robots.txt', which readiness.json requires, is published as 'wwwroot/Robots.txt', and Linux takes these for two names. Rename the file.",
            ],
            _shop.Judge().Findings.Select(finding => finding.Message));
        Assert.All(_shop.Findings(), finding => Assert.Equal($"RDY8026 error {Project}", finding));
    }

    private void Asks(params string[] names) => _shop.Says($$"""{ "build": [{{string.Join(", ", names.Select(name => $"\"{name}\""))}}] }""");

    /// <summary>Exactly this finding at the project; none for null.</summary>
    private void Expect(string id, string? severity, Shop? shop = null) =>
        Assert.Equal(severity is null ? [] : [$"{id} {severity} {Project}"], (shop ?? _shop).Findings());
}
