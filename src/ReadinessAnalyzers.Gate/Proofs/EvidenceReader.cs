using System.Security;
using System.Xml;
using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Configuration.Sources;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Proofs;

/// <summary>
/// Reads the evidence that readiness.json leads to: the policy goes in, test runs, exports, documents and releases come out, with a finding for
/// each file that cannot be read. Files are opened by the rules for sources of the configuration.
/// </summary>
internal sealed class EvidenceReader
{
    private const int MostFiles = 1_000;
    private const int MostFolders = 10_000;
    private const int MostDepth = 3;
    private const int MostText = 16 * 1024 * 1024;
    private const int LongestBeginning = 4096;
    private const int MostXml = 128 * 1024 * 1024; // characters: a run prints what it likes into its results

    private readonly ReadinessPolicy _policy;
    private readonly string _folder;
    private readonly List<Finding> _problems = [];
    private readonly List<TestRun> _runs = [];
    private readonly List<StripeExport> _exports = [];

    private EvidenceReader(ReadinessPolicy policy) => (_policy, _folder) = (policy, Path.GetDirectoryName(policy.File)!);

    /// <summary>The evidence; none without a profile, which alone asks for any.</summary>
    public static GatheredEvidence Read(ReadinessPolicy policy) => policy.Checklist is null ? GatheredEvidence.None : new EvidenceReader(policy).Read();

    private GatheredEvidence Read()
    {
        foreach (var declared in _policy.Evidence?.Tests ?? [])
            ReadTests(declared);

        var problemsOfRuns = _problems.Count;
        foreach (var declared in _policy.Evidence?.Stripe ?? [])
            ReadExports(declared);

        var hasAllExports = _problems.Count == problemsOfRuns;
        return new()
        {
            Runs = _runs,
            Exports = _exports,
            Documents = [.. _policy.Documents.Select(ReadDocument)],
            Releases = ReleasesFile.Read(_folder, _problems),
            Problems = _problems,
            HasAllRuns = problemsOfRuns == 0,
            HasAllExports = hasAllExports,
        };
    }

    private void ReadTests(DeclaredText declared)
    {
        var (before, problems) = (_runs.Count, _problems.Count);
        foreach (var path in FilesOf(declared, MostDepth, ".trx", ".xml", ".json"))
        {
            var run = Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase) ? ReadCtrf(path, declared) : ReadXml(path, declared);
            if (run is not null)
                _runs.Add(run);
        }

        if (_runs.Count == before && _problems.Count == problems)
            Complain(declared.Position, $"'{declared.Text}' holds no test results. Run the tests before the publish, with TRX, xUnit XML or CTRF as output.");
    }

    private TestRun? ReadXml(string path, DeclaredText declared)
    {
        if (!MayBeOpened(path, declared))
            return null;

        // In a folder of results other tools keep XML too.
        var isResults = Path.GetExtension(path).Equals(".trx", StringComparison.OrdinalIgnoreCase);
        try
        {
            // By a reader of text: they are UTF-8 or have a mark, and the name of an encoding is looked up among the system's resources.
            using var file = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            using var xml = XmlReader.Create(file, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostXml });
            isResults |= XmlTestRun.BeginsAt(xml);
            return XmlTestRun.BeginsAt(xml) ? XmlTestRun.Read(xml, path) : null;
        }
        catch (XmlException e)
        {
            // Not its message, which quotes the file.
            if (isResults)
                Complain(new(path, Math.Max(e.LineNumber, 1), Math.Max(e.LinePosition, 1)), "The test results are no XML that can be read to its end. Run the tests again.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
        {
            Complain(new(path), "The test results cannot be read; check that the build may open them.");
        }

        return null;
    }

    private TestRun? ReadCtrf(string path, DeclaredText declared)
    {
        if (!MayBeOpened(path, declared))
            return null;

        var problems = new List<Finding>();
        TestRun? run = null;
        try
        {
            if (ReadText(path, "test results", problems) is { } text)
                run = CtrfTestRun.Read(JsonValue.Parse(text), path);
        }
        catch (JsonFormatException e)
        {
            problems.Add(GateRules.UnreadableEvidence.At(new(path, e.Position), $"The test results are no JSON: {e.Reason}. Run the tests again."));
        }

        // In a folder of results other tools keep JSON too.
        if (problems.Count > 0 && (run is not null || path == DeclaredPath.Full(declared.Text, _folder) || BeginsAsCtrf(path)))
            _problems.AddRange(problems);
        return run;
    }

    /// <summary>Whether a file, which may be too large or too broken to be read, begins as results do.</summary>
    private static bool BeginsAsCtrf(string path)
    {
        try
        {
            using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            var beginning = new char[LongestBeginning];
            return new string(beginning, 0, reader.ReadBlock(beginning, 0, beginning.Length)).Contains("\"CTRF\"");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
        {
            return false;
        }
    }

    private void ReadExports(DeclaredText declared)
    {
        var (before, problems) = (_exports.Count, _problems.Count);
        foreach (var path in FilesOf(declared, 0, ".json"))
        {
            if (!MayBeOpened(path, declared) || ReadText(path, "export from Stripe", _problems) is not { } text)
                continue;

            try
            {
                if (StripeExport.Read(JsonValue.Parse(text), path) is { } export)
                    _exports.Add(export);
                else
                    Complain(new(path), "The file is no object or list as Stripe's API returns it. Export it again, as with 'stripe prices list --live'.");
            }
            catch (JsonFormatException e)
            {
                Complain(new(path, e.Position), $"The export from Stripe is no JSON: {e.Reason}. Export it again.");
            }

            _problems.AddRange(ExportedSecrets.In(path, text, _exports.LastOrDefault(export => export.Path == path)));
        }

        if (_exports.Count == before && _problems.Count == problems)
            Complain(declared.Position, $"'{declared.Text}' holds no export from Stripe. Write one there, as with 'stripe prices list --live', or take the path out.");
    }

    private ReadDocument ReadDocument(DocumentPolicy document)
    {
        if (DeclaredPath.Full(document.File.Text, _folder) is not { } path)
            return new(document, document.File.Position.Path, null, "is no path of a file");
        if (!File.Exists(path))
            return new(document, path, null, "is not there");
        if (!DeclaredPath.MayBeOpened(path, _folder))
            return new(document, path, null, "leads through a symbolic link to another folder");

        var problems = new List<SettingsProblem>();
        var text = SettingsText.Read(path, problems, "document", MostText);
        return text is null || text.IndexOf('\0') >= 0
            ? new(document, path, null, "is no text that can be read; write Markdown, as UTF-8")
            : new(document, path, text.TrimStart('\uFEFF'), null);
    }

    private static string? ReadText(string path, string noun, List<Finding> findings)
    {
        var problems = new List<SettingsProblem>();
        var text = SettingsText.Read(path, problems, noun, MostText);
        findings.AddRange(problems.Select(problem => GateRules.UnreadableEvidence.At(problem.Position, problem.Message)));
        return text?.TrimStart('\uFEFF');
    }

    /// <summary>The declared file; or the files of these endings in the declared folder and in those below it, in the order of their names.</summary>
    private IEnumerable<string> FilesOf(DeclaredText declared, int depth, params string[] endings)
    {
        var path = DeclaredPath.Full(declared.Text, _folder);
        if (path is null)
            Complain(declared.Position, $"'{declared.Text}' is no path of a file or folder.");
        else if (File.Exists(path))
            return [path];
        else if (Directory.Exists(path))
            return FilesBelow(path, declared, depth, endings);
        else
            Complain(declared.Position, $"'{declared.Text}' is not there; {(NearestFile.To(path) is { } near ? $"did you mean '{near}'?" : "correct the path, or take it out.")}");
        return [];
    }

    private List<string> FilesBelow(string root, DeclaredText declared, int depth, string[] endings)
    {
        var (files, folders, seen) = (new List<string>(), new Queue<FolderToSearch>([new(root, depth)]), 0);
        if (LinkedPath.IsBelow(root, _folder) && !MayBeOpened(root, declared))
            return files;

        try
        {
            for (; folders.Count > 0 && files.Count <= MostFiles && seen <= MostFolders; seen++)
            {
                var (folder, left) = folders.Dequeue();
                files.AddRange(Directory.EnumerateFiles(folder).Where(file => endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)).Take(MostFiles + 1));
                foreach (var below in left > 0 ? Directory.EnumerateDirectories(folder).Where(IsNoLink).Take(MostFolders + 1) : [])
                    folders.Enqueue(new(below, left - 1));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
        {
            Complain(declared.Position, $"The folder '{declared.Text}' cannot be read.");
        }

        if (files.Count > MostFiles || seen > MostFolders)
        {
            Complain(declared.Position, $"The folder '{declared.Text}' has more than {MostFiles} such files, or {MostFolders} folders, and was not read; name the files that are meant.");
            files.Clear();
        }

        files.Sort(StringComparer.Ordinal);
        return files;
    }

    // A link may lead back to where it stands.
    private static bool IsNoLink(string folder) => (File.GetAttributes(folder) & FileAttributes.ReparsePoint) == 0;

    private bool MayBeOpened(string path, DeclaredText declared)
    {
        var root = LinkedPath.IsBelow(path, _folder) ? _folder : DeclaredPath.Full(declared.Text, _folder)!;
        if (DeclaredPath.MayBeOpened(path, root))
            return true;

        Complain(declared.Position, $"'{declared.Text}' leads through a symbolic link to another folder; name the file that is meant.");
        return false;
    }

    private void Complain(FilePosition position, string message) => _problems.Add(GateRules.UnreadableEvidence.At(position, message));

    private sealed record FolderToSearch(string Path, int DepthLeft);
}
