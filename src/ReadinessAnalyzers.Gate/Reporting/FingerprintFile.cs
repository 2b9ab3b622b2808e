using System.Text;
using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Configuration.Sources;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Reporting;

/// <summary>
/// The fingerprint of an environment: what was read goes in, a JSON text comes out that names every setting the app needs and says of its
/// value only what <see cref="SettingFingerprint"/> allows. One setting a line, in the order of their names.
/// </summary>
internal static class FingerprintFile
{
    public static string Write(Readiness readiness, byte[] salt)
    {
        var (settings, secrets) = (SettingsOf(readiness), SecretsOf(readiness));
        var text = new StringBuilder("{\n");
        text.Append($"  \"environment\": {JsonText.Quote(readiness.Input.Environment)},\n");
        text.Append($"  \"salt\": \"{Convert.ToBase64String(salt)}\",\n");
        text.Append("  \"settings\": {");
        text.Append(string.Join(",", settings.Select(setting => $"\n    {JsonText.Quote(setting.Key)}: {Describe(setting, salt, IsPrice(setting.Key, readiness.Input.Policy) || secrets.Contains(setting.Key))}")));
        return text.Append(settings.Count > 0 ? "\n  }\n}\n" : "}\n}\n").ToString();
    }

    /// <summary>
    /// What the code reads and readiness.json asks for or defers, and nothing else of the environment, which holds much that is nobody's business.
    /// A setting without a value has a value that is missing.
    /// </summary>
    public static IReadOnlyList<ConfigurationValue> SettingsOf(Readiness readiness)
    {
        var (input, found) = (readiness.Input, new SortedDictionary<string, ConfigurationValue>(StringComparer.OrdinalIgnoreCase));
        foreach (var setting in readiness.Settings)
        {
            if (setting.Uses.All(use => use.Role != SettingFact.Roles.PriceMap))
                found[setting.Name] = Of(setting.Name, setting.Source == SettingFact.Sources.Environment);
        }

        foreach (var setting in input.Policy.Deferred.Select(entry => SettingName.AsPath(entry.Setting)).Where(name => !found.ContainsKey(name)))
            found[setting] = Of(setting, isVariable: false);
        foreach (var value in input.Configuration.Values.Where(value => IsPrice(value.Key, input.Policy)))
            found[value.Key] = value;
        return [.. found.Values];

        ConfigurationValue Of(string name, bool isVariable) =>
            (isVariable ? input.Configuration.Variable(name) : input.Configuration.TryGet(name, out var value) ? value : null)
            ?? new(name, null, new(input.ProjectFile), new("setting", name));
    }

    // Outside of production secrets have a hash, by which production knows that it has others; its own nobody needs to know again.
    private static HashSet<string> SecretsOf(Readiness readiness)
    {
        var input = readiness.Input;
        return new(
            input.IsLive ? [] : input.Policy.Settings.Where(setting => setting.Demands.Any(IsSecret)).SelectMany(setting => setting.NamesIn(input.Configuration))
                .Concat(readiness.Settings.Where(setting => setting.IsUsedAs(SettingFact.Roles.WebhookSecret)).Select(setting => setting.Name)),
            StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsSecret(Demand demand) => demand is SecretDemand or WebhookSecretsDemand or CredentialDemand { Role: SettingFact.Roles.WebhookSecret };

    private static bool IsPrice(string key, ReadinessPolicy policy) =>
        policy.Prices is { } prices
        && (key.StartsWith(prices.Section + ":", StringComparison.OrdinalIgnoreCase)
            || key.Equals(prices.Section, StringComparison.OrdinalIgnoreCase)
            || prices.Required.Any(price => key.Equals(price.Setting, StringComparison.OrdinalIgnoreCase)));

    private static string Describe(ConfigurationValue setting, byte[] salt, bool isHashed)
    {
        if (setting.IsMissing)
            return "{ \"present\": false }";

        var fingerprint = SettingFingerprint.Of(setting, salt, isHashed);
        string[] members =
        [
            $"\"kind\": \"{fingerprint.Kind}\"",
            fingerprint.Mode.Length > 0 ? $"\"mode\": \"{fingerprint.Mode}\"" : "",
            fingerprint.Length.Length > 0 ? $"\"length\": \"{fingerprint.Length}\"" : "",
            fingerprint.Hash.Length > 0 ? $"\"hash\": \"{fingerprint.Hash}\"" : "",
        ];
        return $"{{ {string.Join(", ", members.Where(member => member.Length > 0))} }}";
    }
}
