namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>A kind of source that readiness.json may declare: its name there, what messages call it, and who reads it.</summary>
internal sealed class SourceKind
{
    public static readonly SourceKind Appsettings = new("appsettings", "settings file", _ => { }) { HasPath = false };

    public static readonly SourceKind Environment = new("environment", "environment variable", ProcessEnvironment.Read) { HasPath = false };

    public static readonly SourceKind Fingerprint = new("fingerprint", "fingerprint", Sources.Fingerprint.Read) { SizeLimit = 1024 * 1024 };

    public static readonly IReadOnlyList<SourceKind> All =
    [
        Appsettings,
        Environment,
        new("dotenv", "dotenv file", Dotenv.Read, Dotenv.Format),
        new("keyPerFile", "folder of settings", KeyPerFile.Read),
        new("compose", "Compose file", Compose.Read, Compose.Service) { SizeLimit = YamlReader.SizeLimit },
        new("kubernetes", "Kubernetes manifest", Kubernetes.Read, Kubernetes.WorkloadOption, Kubernetes.ContainerOption)
        {
            SizeLimit = YamlReader.SizeLimit,
            Extensions = [".yaml", ".yml", ".json"],
        },
        new("azureAppSettings", "file of App Service settings", AzureAppSettings.Read),
        new("arm", "ARM template", ArmTemplate.Read, ArmTemplate.Site),
        new("webConfig", "web.config", WebConfig.Read),
        new("systemd", "systemd unit", Systemd.Read),
        new("json", "settings file", JsonLayer.Read),
        new("ini", "INI file", IniLayer.Read),
        new("xml", "XML file", XmlLayer.Read),
        Fingerprint,
    ];

    private SourceKind(string name, string noun, Action<SourceReading> read, params string[] options)
    {
        Name = name;
        Noun = noun;
        Read = read;
        Options = options;
    }

    public string Name { get; }

    /// <summary>What messages and reports call one of them.</summary>
    public string Noun { get; }

    public bool HasPath { get; private init; } = true;

    /// <summary>The members that an entry may have beside its path and <c>optional</c>.</summary>
    public IReadOnlyList<string> Options { get; }

    /// <summary>Which files of a folder count that is declared in place of a file; none: it cannot be.</summary>
    public IReadOnlyList<string> Extensions { get; private init; } = [];

    /// <summary>The largest file that is read, in bytes.</summary>
    public int SizeLimit { get; private init; } = SettingsText.SizeLimit;

    public Action<SourceReading> Read { get; }
}
