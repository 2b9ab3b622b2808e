using System.Text.RegularExpressions;

namespace ReadinessAnalyzers.Practice;

/// <summary>A checked-out repository: each file belongs to the project whose folder is nearest above it.</summary>
internal sealed partial class Checkout
{
    private readonly string _folder;

    public Checkout(string folder)
    {
        _folder = folder;
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => !IsBelow(file, ".git"))
            .Order(StringComparer.Ordinal)
            .ToList();
        var projects = files.Where(file => file.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)).ToList();
        var sources = files.Where(IsSource).ToLookup(Owner);
        var settings = files.Where(IsSettings).ToLookup(Owner);

        SourceCount = sources.Sum(owned => owned.Count());
        Projects = [.. projects.Select(file => new Project(file, sources[FolderOf(file)], settings[FolderOf(file)]) { Definition = DefinitionOf(file) })];
        if (projects.All(file => FolderOf(file) != folder))
            Projects.Add(new(Path.Combine(folder, "none.csproj"), sources[folder], settings[folder]));
        IsBeforeStripe46 = files.Where(IsDefinition).Any(file => StripeVersion().Matches(File.ReadAllText(file))
            .Any(version => int.Parse(version.Groups["major"].Value) < 46));

        string Owner(string file)
        {
            var owner = FolderOf(file);
            while (owner != folder && projects.All(project => FolderOf(project) != owner))
                owner = FolderOf(owner);
            return owner;
        }
    }

    /// <summary>As the labels write it: owner/name.</summary>
    public string Name => Path.GetFileName(_folder) is var name && name.IndexOf('+') is > 0 and var at
        ? $"{name[..at]}/{name[(at + 1)..]}"
        : name;

    /// <summary>The projects, and one more for the files that belong to none.</summary>
    public List<Project> Projects { get; }

    public int SourceCount { get; }

    public bool IsBeforeStripe46 { get; }

    public string RelativePathOf(string file) => Path.GetRelativePath(_folder, file).Replace('\\', '/');

    public bool Has(string relativePath) => File.Exists(Path.Combine(_folder, relativePath));

    private static string FolderOf(string file) => Path.GetDirectoryName(file)!;

    private bool IsBelow(string file, params string[] folders) => RelativePathOf(file).Split('/').SkipLast(1).Any(folders.Contains);

    private bool IsSource(string file) => file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && !IsBelow(file, "bin", "obj");

    // Settings that were committed with a bin folder give away what their source gives away.
    private static bool IsSettings(string file) => SettingsFile().IsMatch(Path.GetFileName(file));

    private static bool IsDefinition(string file) =>
        Path.GetExtension(file).ToLowerInvariant() is ".csproj" or ".props" || Path.GetFileName(file) == "packages.config";

    /// <summary>The project file with the Directory.Build.props above it.</summary>
    private string DefinitionOf(string projectFile)
    {
        var definition = File.ReadAllText(projectFile);
        for (var folder = FolderOf(projectFile); folder.Length >= _folder.Length; folder = FolderOf(folder))
        {
            if (Path.Combine(folder, "Directory.Build.props") is var shared && File.Exists(shared))
                definition += File.ReadAllText(shared);
        }

        return definition;
    }

    [GeneratedRegex(
        @"^(appsettings.*\.json|.*\.settings(\..*)?\.json|\.env.*|docker-compose.*|launchSettings\.json|web\.config|readiness\.json)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex SettingsFile();

    [GeneratedRegex("""Stripe\.net"?,?\s+Version="?(?<major>\d+)""", RegexOptions.IgnoreCase)]
    private static partial Regex StripeVersion();
}
