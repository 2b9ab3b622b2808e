using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Configuration;

namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>An entry of the member <c>suppressions</c>: which findings stop nothing, why, and until when.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Key">The setting that the findings are about; null: any.</param>
/// <param name="File">The file that they stand in, as seen from the folder of readiness.json; null: any, or without a key the project.</param>
/// <param name="Reason">Why they are let through.</param>
/// <param name="Until">The last day on which they are.</param>
/// <param name="Position">Where readiness.json says so.</param>
internal sealed record Suppression(string Id, string? Key, string? File, string Reason, DateTime Until, FilePosition Position)
{
    public string LastDay => SignOffAges.Day(Until);

    /// <summary>What it is for, such as <c>RDY8013 for 'App:PublicUrl'</c>.</summary>
    public string Target => (Key, File) switch
    {
        (null, null) => Id,
        (null, _) => $"{Id} in '{File}'",
        (_, null) => $"{Id} for '{Key}'",
        _ => $"{Id} for '{Key}' in '{File}'",
    };

    /// <summary>Whether it is about the project, where findings stand that have no place of their own.</summary>
    public bool IsOfProject => Key is null && File is null;

    public bool HasEnded(DateTime? today) => Until < today;

    /// <summary>By id, key and file, ordinally: the order in which readiness.json lists them, so that two people who add one seldom meet.</summary>
    public static int Compare(Suppression first, Suppression second)
    {
        var order = string.CompareOrdinal(first.Id, second.Id);
        if (order == 0)
            order = string.CompareOrdinal(first.Key, second.Key);
        return order != 0 ? order : string.CompareOrdinal(first.File, second.File);
    }

    public bool IsForSameAs(Suppression other) =>
        Id == other.Id && File == other.File && (Key is null ? other.Key is null : other.Key is not null && SettingName.AreSame(Key, other.Key));
}
