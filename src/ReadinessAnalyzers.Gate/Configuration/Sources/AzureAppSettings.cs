namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>
/// The source <c>azureAppSettings</c>: what App Service and Functions keep as application settings and connection strings, as the portal and
/// the command line write them: a list of <c>name</c> and <c>value</c>, or an object.
/// </summary>
internal static class AzureAppSettings
{
    // The prefix of the environment variable that App Service makes of a connection string of this type.
    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SQLServer"] = "SQLCONNSTR_",
        ["SQLAzure"] = "SQLAZURECONNSTR_",
        ["MySql"] = "MYSQLCONNSTR_",
        ["PostgreSQL"] = "POSTGRESQLCONNSTR_",
        ["Custom"] = "CUSTOMCONNSTR_",
        ["ApiHub"] = "APIHUBCONNSTR_",
        ["DocDb"] = "DOCDBCONNSTR_",
        ["EventHub"] = "EVENTHUBCONNSTR_",
        ["NotificationHub"] = "NOTIFICATIONHUBCONNSTR_",
        ["RedisCache"] = "REDISCACHECONNSTR_",
        ["ServiceBus"] = "SERVICEBUSCONNSTR_",
    };

    public static void Read(SourceReading reading)
    {
        foreach (var file in reading.Texts())
        {
            if (JsonSource.Parse(reading, file) is { } root)
                ReadSettings(reading, file, root);
        }
    }

    /// <summary>Settings in either form; an object may hold them under <c>properties</c>, as Azure's own interface does.</summary>
    public static void ReadSettings(SourceReading reading, SourceText file, JsonValue settings, bool hasExpressions = false)
    {
        foreach (var item in settings.Items)
        {
            if (item.Text("name") is not { } name)
                reading.Complain(file.At(item.Position), "A setting has no 'name'.");
            else
                Set(name, item.Text("type"), item.Member("value") ?? item.Member("connectionString") ?? item);
        }

        foreach (var member in (settings.Member("properties") ?? settings).Members)
        {
            // A connection string has its type beside its value.
            if (member.Value.Kind == JsonKind.Object)
                Set(member.Name, member.Value.Text("type"), member.Value.Member("value") ?? member.Value);
            else
                Set(member.Name, null, member.Value);
        }

        void Set(string name, string? type, JsonValue value)
        {
            var prefix = type is not null && Prefixes.TryGetValue(type, out var known) ? known : "";
            var text = JsonSource.TextOf(value);
            var expression = hasExpressions ? ArmExpression.Find(text) : null;
            if (hasExpressions && text.StartsWith("[[", StringComparison.Ordinal))
                text = text.Substring(1); // how a template writes a bracket
            reading.Set(new(prefix + name, expression is null ? text : null, file.At(value.Position), file.Origin) { Reference = expression });
        }
    }
}
