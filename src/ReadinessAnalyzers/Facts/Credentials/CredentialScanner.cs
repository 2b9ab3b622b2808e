using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Credentials;

/// <summary>Finds the credentials of known shape in a text, and whether it speaks of something that takes one. One pass does both.</summary>
internal sealed class CredentialScanner
{
    private readonly CredentialShape[] _shapes;
    private readonly WordSearch _words;

    /// <param name="ownPatterns">What the user looks for beside the known shapes.</param>
    public CredentialScanner(CredentialPatterns ownPatterns)
    {
        OwnPatterns = ownPatterns;
        _shapes = [.. KnownCredentials.All, .. ownPatterns.Shapes];
        _words = new WordSearch([.. _shapes.Select(shape => shape.Anchor), .. CredentialSinks.Names]);
    }

    public CredentialPatterns OwnPatterns { get; }

    /// <summary>The credentials in <paramref name="text"/>, in its order; of two that overlap the one that begins first.</summary>
    public IReadOnlyList<FoundCredential> FindAll(string text, out bool namesSink)
    {
        namesSink = false;
        List<FoundCredential>? found = null;
        foreach (var (start, word) in _words.In(text))
        {
            if (word >= _shapes.Length)
                namesSink = true;
            else if (_shapes[word].Match(text, start) is { } place)
                (found ??= []).Add(new(place.Start, place.Length, _shapes[word]));
        }
        return found is null ? [] : WithoutOverlaps(found);
    }

    public IReadOnlyList<FoundCredential> FindAll(string text) => FindAll(text, out _);

    private static List<FoundCredential> WithoutOverlaps(List<FoundCredential> found)
    {
        var apart = new List<FoundCredential>(found.Count);
        foreach (var credential in found.OrderBy(credential => credential.Start).ThenByDescending(credential => credential.Length).ThenBy(credential => credential.Shape.IsByName))
        {
            if (apart.Count == 0 || credential.Start >= apart[apart.Count - 1].End)
                apart.Add(credential);
        }
        return apart;
    }
}
