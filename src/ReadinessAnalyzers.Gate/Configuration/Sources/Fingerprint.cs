using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>
/// The source <c>fingerprint</c>: a file that <c>dotnet msbuild -t:ReadinessFingerprint</c> wrote where the secrets are, for a build that may
/// not see them. Checks judge stand-ins of the same kinds.
/// </summary>
internal static class Fingerprint
{
    private static readonly string[] Members = ["environment", "salt", "settings"];
    private static readonly string[] SettingMembers = ["present", "kind", "mode", "length", "hash"];

    public static void Read(SourceReading reading)
    {
        foreach (var file in reading.Texts())
        {
            if (JsonSource.Parse(reading, file) is not { } root)
                continue;

            if (!HasOnly(reading, file, root, "A fingerprint", Members))
                continue;
            if (root.Member("environment") is not { Kind: JsonKind.String } environment)
                reading.Fail(file.At(root.Position), "The fingerprint does not say in which 'environment' it was taken.");
            else if (!environment.Text.Equals(reading.EnvironmentName, StringComparison.OrdinalIgnoreCase))
                reading.Fail(file.At(environment.Position), $"The fingerprint was taken in another environment than '{reading.EnvironmentName}'; take one there.");
            else
                ReadSettings(reading, file, root.Member("settings"));
        }
    }

    /// <summary>What the fingerprints of other environments tell of their secrets.</summary>
    public static IReadOnlyList<ForeignSecret> ReadForeign(SourceReading reading)
    {
        var secrets = new List<ForeignSecret>();
        foreach (var file in reading.Texts())
        {
            if (JsonSource.Parse(reading, file) is not { } root || !HasOnly(reading, file, root, "A fingerprint", Members))
                continue;
            if (root.Text("environment") is not { Length: > 0 } environment)
                reading.Fail(file.At(root.Position), "The fingerprint does not say in which 'environment' it was taken.");
            else if (environment.Equals(reading.EnvironmentName, StringComparison.OrdinalIgnoreCase))
                reading.Fail(file.At(root.Member("environment")!.Position), $"The fingerprint was taken in '{environment}', for which the app is published; 'nonProduction' names those of other environments.");
            else if (SaltOf(root) is not { } salt)
                reading.Fail(file.At(root.Position), "The 'salt' of the fingerprint is missing or damaged; take it again.");
            else
                AddSecrets(environment, salt, file, root);
        }

        return secrets;

        void AddSecrets(string environment, byte[] salt, SourceText file, JsonValue root)
        {
            var before = secrets.Count;
            foreach (var setting in root.Member("settings")?.Members ?? [])
            {
                if (HasOnly(reading, file, setting.Value, $"The fingerprint of '{setting.Name}'", SettingMembers) && setting.Value.Text("hash") is { Length: > 0 } hash)
                    secrets.Add(new(setting.Name, environment, file.Origin.Name, salt, hash));
            }

            if (secrets.Count == before)
                reading.Complain(file.At(root.Position), "No setting of this fingerprint has a hash, so nothing can be held against it; take it again, with -p:ReadinessEnvironment=Staging or what the environment is called.", FindingSeverity.Warning);
        }
    }

    private static byte[]? SaltOf(JsonValue root)
    {
        try
        {
            return root.Text("salt") is { Length: > 0 } salt ? Convert.FromBase64String(salt) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static void ReadSettings(SourceReading reading, SourceText file, JsonValue? settings)
    {
        foreach (var setting in settings?.Members ?? [])
        {
            if (!HasOnly(reading, file, setting.Value, $"The fingerprint of '{setting.Name}'", SettingMembers))
                continue;
            if (setting.Value.Member("present")?.Kind == JsonKind.False)
                continue;

            var fingerprint = new SettingFingerprint(Text("kind", SettingFingerprint.Kinds), Text("mode", SettingFingerprint.Modes), Text("length", SettingFingerprint.Lengths), setting.Value.Text("hash") ?? "");
            if (!fingerprint.IsKnown)
                reading.Fail(file.At(setting.Value.Position), $"The fingerprint of '{setting.Name}' is of no kind and mode that exist; take it again.");
            else
                Set(reading, file, setting, fingerprint);

            string Text(string name, IReadOnlyList<string> known)
            {
                var text = setting.Value.Text(name) ?? "";
                if (text.Length > 0 && !known.Contains(text))
                    reading.Fail(file.At(setting.Value.Member(name)!.Position), $"'{text}' is no '{name}' of a fingerprint; {NearestName.Advice(text, known)}");
                return text;
            }
        }
    }

    private static void Set(SourceReading reading, SourceText file, JsonMember setting, SettingFingerprint fingerprint)
    {
        var standIn = fingerprint.StandInFor(setting.Name);
        reading.Set(new(setting.Name, standIn, file.At(setting.NamePosition), file.Origin)
        {
            IsStandIn = true,
            Reference = standIn is null ? "a reference, as the fingerprint says" : null,
        });
    }

    private static bool HasOnly(SourceReading reading, SourceText file, JsonValue value, string what, string[] known)
    {
        if (value.Kind != JsonKind.Object)
        {
            reading.Fail(file.At(value.Position), $"{what} must be an object.");
            return false;
        }

        var unknown = value.Members.Where(member => !known.Contains(member.Name)).ToArray();
        foreach (var member in unknown)
            reading.Fail(file.At(member.NamePosition), $"{what} has no member '{member.Name}'; {NearestName.Advice(member.Name, known)}");
        return unknown.Length == 0;
    }
}
