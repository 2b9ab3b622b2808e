namespace ReadinessAnalyzers.Gate.Tests;

/// <summary>
/// One file of each kind of source that readiness.json declares, each with a setting of its own that has to be an https address:
/// <c>Dotenv:PublicUrl</c>, <c>Compose:PublicUrl</c>, ….
/// </summary>
internal static class EverySource
{
    public const string Right = "https://shop.example";
    public const string Wrong = "http://localhost:5000";

    // Kind, declaration, file, its text with {0} for the value, where that stands, and a reference in the words of the kind if it has its own.
    private static readonly (string Kind, string Declaration, string File, string Text, string Place, string Reference)[] All =
    [
        ("Appsettings", "\"appsettings\"", "appsettings.Production.json", "{\n  \"Appsettings\": { \"PublicUrl\": \"{0}\" }\n}\n", "(2,33)", ""),
        ("Dotenv", """{ "dotenv": "deploy/prod.env" }""", "deploy/prod.env", "# ours\nDotenv__PublicUrl={0}\n", "(2,19)", "${URL}"),
        ("KeyPerFile", """{ "keyPerFile": "deploy/keys" }""", "deploy/keys/KeyPerFile__PublicUrl", "{0}", "(1,1)", ""),
        (
            "Compose", """{ "compose": "deploy/compose.yml" }""", "deploy/compose.yml",
            "services:\n  web:\n    environment:\n      Compose__PublicUrl: \"{0}\"\n", "(4,27)", "${URL:?not set}"),
        (
            "Kubernetes", """{ "kubernetes": "deploy/pod.yaml" }""", "deploy/pod.yaml",
            "kind: ConfigMap\nmetadata: { name: shop }\ndata:\n  Kubernetes__PublicUrl: \"{0}\"\n", "(4,26)", ""),
        ("AzureAppSettings", """{ "azureAppSettings": "deploy/azure.json" }""", "deploy/azure.json", "{\n  \"AzureAppSettings__PublicUrl\": \"{0}\"\n}\n", "(2,34)", "@Microsoft.KeyVault(SecretName=url;VaultName=shop)"),
        (
            "Arm", """{ "arm": "deploy/arm.json" }""", "deploy/arm.json",
            "{ \"resources\": [{ \"type\": \"Microsoft.Web/sites/config\", \"name\": \"shop/appsettings\",\n  \"properties\": { \"Arm__PublicUrl\": \"{0}\" } }] }\n", "(2,37)", "[parameters('url')]"),
        (
            "WebConfig", """{ "webConfig": "deploy/web.config" }""", "deploy/web.config",
            "<configuration><system.webServer><aspNetCore><environmentVariables>\n  <environmentVariable name=\"WebConfig__PublicUrl\" value=\"{0}\" />\n</environmentVariables></aspNetCore></system.webServer></configuration>\n", "(2,52)", ""),
        ("Systemd", """{ "systemd": "deploy/shop.service" }""", "deploy/shop.service", "[Service]\nEnvironment=Systemd__PublicUrl={0}\n", "(2,13)", ""),
        ("Json", """{ "json": "deploy/more.json" }""", "deploy/more.json", "{ \"Json\": { \"PublicUrl\": \"{0}\" } }\n", "(1,26)", ""),
        ("Ini", """{ "ini": "deploy/more.ini" }""", "deploy/more.ini", "[Ini]\nPublicUrl={0}\n", "(2,11)", ""),
        ("Xml", """{ "xml": "deploy/more.xml" }""", "deploy/more.xml", "<settings>\n  <Xml PublicUrl=\"{0}\" />\n</settings>\n", "(2,8)", ""),
    ];

    public static string Policy =>
        $$"""
        {
          "sources": [{{string.Join(", ", All.Select(source => source.Declaration))}}],
          "settings": { {{string.Join(", ", Settings.Select(setting => $"\"{setting}\": \"https\""))}} }
        }
        """;

    public static IEnumerable<string> Settings => All.Select(source => $"{source.Kind}:PublicUrl");

    /// <summary>The wrong values, as <c>file(line,column)</c>.</summary>
    public static IEnumerable<string> Places => All.Select(source => source.File + source.Place).Order(StringComparer.Ordinal);

    /// <summary>The files with this value in each, and their texts.</summary>
    public static IEnumerable<(string File, string Text)> With(string value) => All.Select(source => (source.File, source.Text.Replace("{0}", value)));

    /// <summary>The files with a value that comes later.</summary>
    public static IEnumerable<(string File, string Text)> WithReferences() =>
        All.Select(source => (source.File, source.Text.Replace("{0}", source.Reference.Length > 0 ? source.Reference : "#{Url}#")));

    /// <summary>The files without the setting.</summary>
    public static IEnumerable<(string File, string Text)> WithoutSettings() =>
        With(Right).Select(written => (written.File.Replace("PublicUrl", "Other"), written.Text.Replace("PublicUrl", "Other")));
}
