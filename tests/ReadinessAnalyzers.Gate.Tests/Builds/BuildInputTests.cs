using System.Collections;
using ReadinessAnalyzers.Gate.Builds;

namespace ReadinessAnalyzers.Gate.Tests.Builds;

/// <summary>What properties, variables and NuGet's file tell of a build.</summary>
public sealed class BuildInputTests
{
    [Theory]
    [InlineData("CI", "true", true)]
    [InlineData("CI", "1", true)]
    [InlineData("TF_BUILD", "True", true)]
    [InlineData("TEAMCITY_VERSION", "2026.1", true)]
    [InlineData("JENKINS_URL", "https://ci.example", true)]
    [InlineData("CI", "false", false)]
    [InlineData("CI", "0", false)]
    [InlineData("CI", "", false)]
    [InlineData("CIRCLE", "true", false)]
    public void Build_server_is_known_by_its_variables(string name, string value, bool isServer) =>
        Assert.Equal(isServer, BuildInput.IsBuildServer(new Hashtable { [name] = value }));

    [Theory]
    [InlineData("WebPublishMethod", "Container", true)]
    [InlineData("PublishProfile", "DefaultContainer", true)]
    [InlineData("ContainerRepository", "shop", true)]
    [InlineData("ContainerImageTags", "1.0;1.0.1", true)]
    [InlineData("WebPublishMethod", "FileSystem", false)]
    [InlineData("PublishProfile", "Default", false)]
    [InlineData("ContainerRegistry", " ", false)]
    public void Image_is_made_where_properties_say_so(string property, string value, bool makesImage) =>
        Assert.Equal(makesImage, new BuildInput(new(new Dictionary<string, string> { [property] = value })).MakesImage);

    [Theory]
    [InlineData("/", "site#[.{fingerprint}]?.css", "wwwroot/site.css")]
    [InlineData("/", ".well-known/merchant#[.{fingerprint}]?", "wwwroot/.well-known/merchant")]
    [InlineData("/", "a#[.{fingerprint=3x2z}]?.txt.gz", "wwwroot/a.txt.gz")]
    [InlineData("_content/Library", "x.js", "wwwroot/_content/Library/x.js")]
    [InlineData("", "robots.txt", "wwwroot/robots.txt")]
    [InlineData("/", "app#[.{fingerprint}]!.js", "wwwroot/app#[.{fingerprint}]!.js")] // published under a name that nobody can foresee
    public void Static_files_have_the_names_that_they_are_published_under(string basePath, string relativePath, string path) =>
        Assert.Equal(path, StaticWebAsset.PathOf(basePath, relativePath));

    [Fact]
    public void Lists_are_parted_as_people_part_them() =>
        Assert.Equal(
            ["1701", "NU1903", "RDY2002"],
            new BuildProperties(new Dictionary<string, string> { ["NoWarn"] = ";1701, NU1903\n  RDY2002;" }).List("NoWarn"));

    [Fact]
    public void Restore_tells_how_it_ran_and_what_it_found()
    {
        var restore = RestoreResult.Parse("""
            {
              "version": 4,
              "project": { "restore": {
                "restoreLockProperties": { "restorePackagesWithLockFile": "true", "restoreLockedMode": true },
                "restoreAuditProperties": { "enableAudit": "true", "auditLevel": "low", "auditMode": "all" }
              } },
              "logs": [
                { "code": "NU1903", "level": "Warning", "message": "…", "libraryId": "Zebra.Json" },
                { "code": "NU1904", "level": "Error", "message": "…", "libraryId": "Antelope" },
                { "code": "NU1903", "level": "Warning", "message": "…", "libraryId": "Zebra.Json" },
                { "code": "NU1900", "level": "Warning", "message": "…" },
                { "code": "NU1603", "level": "Warning", "message": "…", "libraryId": "Other" }
              ]
            }
            """)!;
        Assert.Equal((true, true, true), (restore.IsLocked, restore.IsAudited, restore.IsAuditTransitive));
        Assert.Equal(["Antelope", "Zebra.Json"], restore.VulnerablePackages);
    }

    [Theory]
    [InlineData("""{ "project": { "restore": { } } }""")]
    [InlineData("""{ "project": { "restore": { "restoreLockProperties": { "restoreLockedMode": false }, "restoreAuditProperties": { "enableAudit": "false", "auditMode": "direct" } } } }""")]
    public void Restore_tells_what_it_did_not_do(string assets)
    {
        var restore = RestoreResult.Parse(assets)!;
        Assert.Equal((false, false, false, 0), (restore.IsLocked, restore.IsAudited, restore.IsAuditTransitive, restore.VulnerablePackages.Count));
    }

    [Theory]
    [InlineData("\"enableAudit\": \"enable\"", true)]
    [InlineData("\"auditMode\": \"all\"", true)] // which is on by default
    [InlineData("\"enableAudit\": \"Disable\"", false)]
    [InlineData("\"enableAudit\": false", false)]
    public void An_audit_is_on_unless_it_is_off(string property, bool isAudited) =>
        Assert.Equal(isAudited, RestoreResult.Parse($$"""{ "project": { "restore": { "restoreAuditProperties": { {{property}} } } } }""")!.IsAudited);

    [Fact]
    public void What_NuGet_did_not_write_tells_nothing()
    {
        using var folder = new TemporaryFolder();
        Assert.Null(RestoreResult.Read(Path.Combine(folder.Path, "project.assets.json")));
        Assert.Null(RestoreResult.Read(folder.Write("project.assets.json", "{")));
        Assert.Null(RestoreResult.Read(folder.Write("project.assets.json", "{}")));
        Assert.Null(RestoreResult.Read(folder.Write("project.assets.json", """{ "project": 1 }""")));
        Assert.NotNull(RestoreResult.Read(folder.Write("project.assets.json", """{ "project": { "restore": { } } }""")));
    }
}
