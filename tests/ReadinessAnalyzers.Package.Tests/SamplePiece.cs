using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace ReadinessAnalyzers.Package.Tests;

/// <summary>One of the things that make a sample ready.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Which one: a file as seen from the sample's folder, or a name.</param>
internal sealed record SamplePiece(SamplePieceKind Kind, string Name)
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>What the finding must tell, so that its reader knows what is missing.</summary>
    public string ToldAs => Kind switch
    {
        SamplePieceKind.SignOff => Path.GetFileNameWithoutExtension(Name),
        SamplePieceKind.TestRun => Path.GetDirectoryName(Name)!,
        SamplePieceKind.Export => Requirements[Path.GetFileName(Name)],
        _ => Name,
    };

    private static JsonNode Catalogue { get; } =
        JsonNode.Parse(File.ReadAllText(Path.Combine(PackedPackage.Repository, "src", "Shared", "Checklist", "catalogue.json")))!;

    private static IReadOnlyDictionary<string, string> Requirements { get; } = new Dictionary<string, string>
    {
        ["prices.json"] = "CAT-07",
        ["webhook_endpoints.json"] = "WH-07",
        ["portal_configurations.json"] = "DSH-02",
        ["account.json"] = "DSH-01",
    };

    public static IEnumerable<SamplePiece> AllOf(string sample)
    {
        var policy = JsonNode.Parse(File.ReadAllText(Path.Combine(BuiltSamples.FolderOf(sample), "readiness.json")))!;
        var settings = JsonNode.Parse(File.ReadAllText(Path.Combine(BuiltSamples.FolderOf(sample), "appsettings.Production.json")))!;
        return
        [
            .. Files("readiness/signoffs/", SamplePieceKind.SignOff),
            .. Files("readiness/evidence/", SamplePieceKind.Evidence),
            .. Files("readiness/stripe/", SamplePieceKind.Export),
            .. Files("docs/", SamplePieceKind.Document),
            .. Files("readiness/tests/", SamplePieceKind.TestRun),
            .. TestedIds(sample).Select(id => new SamplePiece(SamplePieceKind.Tests, id)),
            .. Names("deferred", SamplePieceKind.Deferral),
            .. Names("requirements", SamplePieceKind.Skip),
            .. AskedSettings((string)policy["profile"]!).Where(name => Find(settings, name) is not null).Select(name => new SamplePiece(SamplePieceKind.Setting, name)),
            .. Profile((string)policy["profile"]!)["instruments"]!.AsArray().Select(instrument => new SamplePiece(SamplePieceKind.Instrument, (string)instrument!)),
            .. settings["Stripe"]!["Prices"]!.AsObject().Select(plan => new SamplePiece(SamplePieceKind.Price, plan.Key)),
        ];

        IEnumerable<SamplePiece> Files(string folder, SamplePieceKind kind) =>
            from file in SampleCopy.FilesOf(sample).Order(StringComparer.Ordinal)
            where file.StartsWith(folder, StringComparison.Ordinal)
            select new SamplePiece(kind, file);

        IEnumerable<SamplePiece> Names(string member, SamplePieceKind kind) =>
            (policy[member] as JsonObject ?? []).Select(entry => new SamplePiece(kind, entry.Key));
    }

    public static SamplePiece Parse(string text) => new(Enum.Parse<SamplePieceKind>(text.Split(' ')[0]), text.Split(' ', 2)[1]);

    public override string ToString() => $"{Kind} {Name}";

    public void RemoveFrom(SampleCopy copy)
    {
        switch (Kind)
        {
            case SamplePieceKind.Tests:
                foreach (var run in Directory.GetFiles(copy.PathOf("readiness/tests")))
                {
                    var results = XDocument.Load(run);
                    results.Descendants(Trx + "UnitTestResult").Where(result => IdOf(result) == Name).Remove();
                    results.Save(run);
                }

                break;
            case SamplePieceKind.Deferral or SamplePieceKind.Skip:
                Edit(copy.PolicyFile, policy => policy[Kind == SamplePieceKind.Skip ? "requirements" : "deferred"]!.AsObject().Remove(Name));
                break;
            case SamplePieceKind.Price:
                Edit(copy.PathOf("appsettings.Production.json"), settings => settings["Stripe"]!["Prices"]!.AsObject().Remove(Name));
                break;
            case SamplePieceKind.Setting:
                var (section, key) = (string.Join(':', Name.Split(':')[..^1]), Name.Split(':')[^1]);
                Edit(copy.PathOf("appsettings.Production.json"), settings => Find(settings, section)!.AsObject().Remove(key));
                break;
            case SamplePieceKind.Instrument:
                foreach (var log in copy.Logs)
                    Edit(copy.PathOf(log), sarif => sarif["runs"]![0]!["results"]!.AsArray().RemoveAll(result => IsInstrument(result!, Name)));
                break;
            default:
                File.Delete(copy.PathOf(Name));
                break;
        }
    }

    private static IEnumerable<string> TestedIds(string sample) =>
        (from run in Directory.GetFiles(Path.Combine(BuiltSamples.FolderOf(sample), "readiness", "tests"))
         from result in XDocument.Load(run).Descendants(Trx + "UnitTestResult")
         let id = IdOf(result)
         where id.Contains('-')
         select id).Distinct().Order(StringComparer.Ordinal);

    private static string IdOf(XElement result) => ((string)result.Attribute("testName")!).Split(' ')[0];

    // What the code makes is told by the compile log.
    private static bool IsInstrument(JsonNode result, string name) =>
        result["properties"]?["customProperties"] is { } fact && (string?)fact["kind"] == "instrument" && (string?)fact["name"] == name;

    private static JsonNode Profile(string name) => Catalogue["profiles"]!.AsArray().Single(profile => (string)profile!["name"]! == name)!;

    private static string[] AskedSettings(string profile)
    {
        var ids = Profile(profile)["items"]!.AsArray().SelectMany(item => item!["requirements"]!.AsArray()).Select(id => (string)id!).ToHashSet();
        return
        [
            .. from requirement in Catalogue["requirements"]!.AsArray()
               where ids.Contains((string)requirement["id"]!) && requirement["asks"]?["settings"] is JsonObject
               from setting in requirement["asks"]!["settings"]!.AsObject()
               select setting.Key,
        ];
    }

    private static JsonNode? Find(JsonNode settings, string path) =>
        path.Split(':').Aggregate((JsonNode?)settings, (node, name) => (node as JsonObject)?[name]);

    private static void Edit(string file, Action<JsonNode> edit)
    {
        var json = JsonNode.Parse(File.ReadAllText(file))!;
        edit(json);
        File.WriteAllText(file, json.ToJsonString());
    }
}

/// <summary>The kinds of pieces.</summary>
internal enum SamplePieceKind
{
    SignOff,

    /// <summary>A file that a sign-off names.</summary>
    Evidence,

    /// <summary>What Stripe holds, as JSON.</summary>
    Export,

    Document,

    /// <summary>A whole file with test results.</summary>
    TestRun,

    /// <summary>All tests of one requirement.</summary>
    Tests,

    /// <summary>A setting that the host supplies.</summary>
    Deferral,

    /// <summary>The reason why a requirement does not apply.</summary>
    Skip,

    /// <summary>A setting that the profile asks for.</summary>
    Setting,

    /// <summary>An instrument of the profile that the code makes and records.</summary>
    Instrument,

    /// <summary>The price of a plan.</summary>
    Price,
}
