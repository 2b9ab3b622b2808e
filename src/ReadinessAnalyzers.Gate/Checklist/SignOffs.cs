using ReadinessAnalyzers.Checklist;

namespace ReadinessAnalyzers.Gate.Checklist;

/// <summary>
/// The sign-offs that the profile asks for. In an environment for trying things out nobody has signed yet, since what is signed is tried out
/// there: no sign-off is missing, and none is judged beyond its form.
/// </summary>
internal sealed class SignOffs
{
    private readonly GateInput _input;
    private readonly Requirement[] _asked;

    public SignOffs(GateInput input)
    {
        _input = input;
        _asked = input.Policy.Checklist is { } checklist && input.IsLive
            ? [.. checklist.Applicable.Where(requirement => requirement.SignOff is not null && !input.ProvedRequirements.ContainsKey(requirement.Id))]
            : [];
    }

    /// <summary>What blocks the publish for want of a file, section by section. What is owed after a release only is not missing before it.</summary>
    public IEnumerable<Requirement> Missing => _asked.Where(requirement =>
        requirement is { IsBlocking: true, SignOff.AfterDays: null } && _input.SignOffs.All(file => file.Id != requirement.Id));

    /// <summary>The files with a record that counts, by id.</summary>
    public IEnumerable<SignedFile> Signed =>
        from file in _input.SignOffs.OrderBy(file => file.Id, StringComparer.Ordinal)
        where file.Record is not null && _asked.Any(requirement => requirement.Id == file.Id)
        select new SignedFile(file, file.Record!);

    /// <summary>The files with a record for which the profile has no use.</summary>
    public IEnumerable<SignOffFile> Unused => _input.Policy.Checklist is { } checklist
        ? _input.SignOffs.Where(file => file.Record is not null && checklist.Applicable.All(requirement => requirement.Id != file.Id))
        : [];
}

/// <summary>A file and the record in it.</summary>
internal sealed record SignedFile(SignOffFile File, SignOff Record);
