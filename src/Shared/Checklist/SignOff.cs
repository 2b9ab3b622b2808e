namespace ReadinessAnalyzers.Checklist;

/// <summary>A requirement that somebody put on record: the file <c>readiness/signoffs/QA-06.json</c>, one for each.</summary>
/// <param name="Requirement">What is signed; it has <see cref="Requirement.SignOff"/> terms.</param>
/// <param name="Result">What was found.</param>
/// <param name="By">Who signs.</param>
/// <param name="On">The day of the signature.</param>
internal sealed record SignOff(Requirement Requirement, SignOffResult Result, string By, DateTime On)
{
    public string Id => Requirement.Id;

    public SignOffTerms Terms => Requirement.SignOff!;

    public bool IsWaiver => Result == SignOffResult.Waived;

    /// <summary>The role in which the person signs; empty if none is given.</summary>
    public string Role { get; init; } = "";

    /// <summary>The last day on which it holds by its own words; null: as long as the catalogue lets it.</summary>
    public DateTime? Expires { get; init; }

    /// <summary>The release that it is about, for what is owed after one; empty if none.</summary>
    public string Release { get; init; } = "";

    /// <summary>Why it was put off; empty if it passed and nobody says more.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What proves it.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>What of the app was judged, as it was then; null if the record says nothing of it.</summary>
    public SignedInputs? Inputs { get; init; }

    /// <summary>What the file says, by the names of its members.</summary>
    public IReadOnlyDictionary<string, JsonValue> Values { get; init; } = new Dictionary<string, JsonValue>();

    /// <summary>The last day on which it holds: its own, or that of the catalogue, whichever is earlier; null if it has none.</summary>
    public DateTime? LastDay => Terms.HoldsDays is { } days && !(Expires <= On.AddDays(days)) ? On.AddDays(days) : Expires;

    /// <summary>Where the member's value stands in the file, and a finding about it; the first line if it is not there.</summary>
    public TextPosition PositionOf(string member) => Values.TryGetValue(member, out var value) ? value.Position : new(1, 1);
}

/// <summary>What a sign-off says.</summary>
internal enum SignOffResult
{
    Passed,

    /// <summary>It was put off, for days and with a reason.</summary>
    Waived,
}

/// <summary>A piece of evidence: a file beside the record, with its SHA-256, or a link.</summary>
/// <param name="File">The path as seen from the folder of readiness.json; empty for a link.</param>
/// <param name="Sha256">The hash of the file in small hexadecimal letters; empty for a link.</param>
/// <param name="Link">An https address, which is never opened; empty for a file.</param>
/// <param name="Position">Where the record names it.</param>
internal sealed record Evidence(string File, string Sha256, string Link, TextPosition Position);
