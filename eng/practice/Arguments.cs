namespace ReadinessAnalyzers.Practice;

/// <summary>The command line.</summary>
internal sealed record Arguments(string Repositories, string Labels)
{
    public const string Usage = """
        usage: dotnet run --project eng/practice -- REPOSITORIES_DIR LABELS.tsv [--stripe DIR] [--old-stripe DIR] [--packages DIR] [--filter TEXT]
          REPOSITORIES_DIR  one folder per checked-out repository, named owner+name
          LABELS.tsv        what people found there: repo, commit, path, line, label, note
          --stripe DIR      assemblies of Stripe.net; this repository's stand-in if not given
          --old-stripe DIR  the same before version 46, for the repositories that are older
          --packages DIR    assemblies of other packages that the repositories use; without them, their calls do not bind
          --filter TEXT     only repositories whose name contains TEXT
        exit code: 0 done, 1 an analyzer crashed, 2 wrong arguments or nothing to do
        """;

    public string? Stripe { get; private init; }

    public string? OldStripe { get; private init; }

    public string? Packages { get; private init; }

    public string Filter { get; private init; } = "";

    /// <summary>Null if the arguments name anything that is not there.</summary>
    public static Arguments? Parse(string[] args)
    {
        if (args is not [var repositories, var labels, .. var options] || !Directory.Exists(repositories) || !File.Exists(labels))
            return null;

        var parsed = new Arguments(Path.GetFullPath(repositories), labels);
        foreach (var option in options.Chunk(2))
        {
            switch (option)
            {
                case ["--stripe", var folder] when Directory.Exists(folder): parsed = parsed with { Stripe = folder }; break;
                case ["--old-stripe", var folder] when Directory.Exists(folder): parsed = parsed with { OldStripe = folder }; break;
                case ["--packages", var folder] when Directory.Exists(folder): parsed = parsed with { Packages = folder }; break;
                case ["--filter", var text]: parsed = parsed with { Filter = text }; break;
                default: return null;
            }
        }

        return parsed;
    }
}
