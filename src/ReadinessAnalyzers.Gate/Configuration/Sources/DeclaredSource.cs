namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>One entry of readiness.json's <c>sources</c>: what kind of source, which files, and what to look for in them.</summary>
internal sealed record DeclaredSource(SourceKind Kind, FilePosition Position)
{
    /// <summary>As seen from the folder of readiness.json.</summary>
    public IReadOnlyList<DeclaredText> Paths { get; init; } = [];

    /// <summary>What the kind takes beside its path, by name.</summary>
    public IReadOnlyDictionary<string, DeclaredText> Options { get; init; } = new Dictionary<string, DeclaredText>();

    /// <summary>Whether files may be missing here: what nothing else sets is then deferred to them.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether the entry could say so.</summary>
    public bool MayBeOptional { get; init; } = true;

    public DeclaredText? Option(string name) => Options.TryGetValue(name, out var option) ? option : null;
}

/// <summary>A text of readiness.json, or of a file that leads to another one, and where it stands.</summary>
internal sealed record DeclaredText(string Text, FilePosition Position);
