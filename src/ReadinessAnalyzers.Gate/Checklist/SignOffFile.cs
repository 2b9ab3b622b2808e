using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Configuration.Sources;

namespace ReadinessAnalyzers.Gate.Checklist;

/// <summary>A file of the folder of sign-offs.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Id">The requirement that it is named after.</param>
internal sealed record SignOffFile(string Path, string Id)
{
    private const int SizeLimit = 1024 * 1024;
    private const int MostFiles = 500;

    /// <summary>What stands in it; null if it is not valid.</summary>
    public SignOff? Record { get; init; }

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<SettingsProblem> Problems { get; init; } = [];

    /// <summary>Those pieces of evidence that are files, by the path that the record names.</summary>
    public IReadOnlyDictionary<string, EvidenceFile> Evidence { get; init; } = new Dictionary<string, EvidenceFile>();

    /// <summary>Where a member of the record stands.</summary>
    public FilePosition PositionOf(string member) => At(Record?.PositionOf(member) ?? new(1, 1));

    public FilePosition At(TextPosition position) => new(Path, position.Line, position.Column);

    /// <summary>The sign-offs beside a readiness.json, by name.</summary>
    /// <param name="folder">That of readiness.json.</param>
    public static IReadOnlyList<SignOffFile> ReadAll(string folder)
    {
        var signOffs = PathIn(folder);
        try
        {
            if (!Directory.Exists(signOffs))
                return [];

            string[] paths = [.. Directory.EnumerateFiles(signOffs).Where(IsRecord).Take(MostFiles + 1).OrderBy(path => path, StringComparer.Ordinal)];
            return paths.Length <= MostFiles
                ? [.. paths.Select(path => Read(path, folder))]
                : [Broken(signOffs, $"The folder of sign-offs has more than {MostFiles} files and was not read; it has one for each requirement.")];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [Broken(signOffs, "The folder of sign-offs cannot be read; check that the build may open it.")];
        }
    }

    /// <summary>The path of a sign-off, or, without an id, of the folder.</summary>
    public static string PathIn(string folder, string? id = null)
    {
        var signOffs = System.IO.Path.Combine(folder, SignOffReader.Folder.Replace('/', System.IO.Path.DirectorySeparatorChar));
        return id is null ? signOffs : System.IO.Path.Combine(signOffs, id + SignOffReader.Extension);
    }

    /// <summary>The sign-off of that text, with its evidence as it is now.</summary>
    public static SignOffFile Parse(string path, string text, string folder)
    {
        var reading = SignOffReader.Read(System.IO.Path.GetFileName(path), text);
        return new(path, reading.Id)
        {
            Record = reading.Record,
            Problems = [.. reading.Problems.Select(problem => new SettingsProblem(new(path, problem.Position.Line, problem.Position.Column), problem.Message))],
            Evidence = (reading.Record?.Evidence ?? [])
                .Where(evidence => evidence.File.Length > 0)
                .Select(evidence => evidence.File)
                .Distinct(StringComparer.Ordinal)
                .ToDictionary(file => file, file => EvidenceFile.Read(file, folder), StringComparer.Ordinal),
        };
    }

    private static SignOffFile Read(string path, string folder)
    {
        if (!LinkedPath.StaysBelow(path, folder))
            return Broken(path, "The sign-off leads through a symbolic link out of the folder of readiness.json and was not read. Put the file itself there.");

        var problems = new List<SettingsProblem>();
        var text = SettingsText.Read(path, problems, "sign-off", SizeLimit);
        if (text is null || problems.Count > 0)
            return new(path, System.IO.Path.GetFileNameWithoutExtension(path)) { Problems = problems };
        return Parse(path, text.TrimStart('\uFEFF'), folder);
    }

    private static SignOffFile Broken(string path, string message) =>
        new(path, System.IO.Path.GetFileNameWithoutExtension(path)) { Problems = [new(new(path), message)] };

    private static bool IsRecord(string path) => path.EndsWith(SignOffReader.Extension, StringComparison.Ordinal);
}
