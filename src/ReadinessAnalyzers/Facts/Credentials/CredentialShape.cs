namespace ReadinessAnalyzers.Facts.Credentials;

/// <summary>
/// What one kind of credential looks like: a word that it cannot do without, and the function that decides at each such place what of the
/// text around it, if anything, is the credential.
/// </summary>
/// <param name="Kind">A noun phrase for messages, with no more of the value than its public prefix.</param>
/// <param name="Anchor">The word; ASCII, two characters or more.</param>
/// <param name="Match">From the text and the anchor's start to the place of the credential.</param>
internal sealed record CredentialShape(string Kind, string Anchor, CredentialShape.Matcher Match)
{
    /// <summary>True for a secret that its owner made up, as tests do for themselves; false for one that only its issuer can make.</summary>
    public bool IsSelfMade { get; init; }

    /// <summary>True if the name before it tells more than the credential itself; a shape of its own says what it is.</summary>
    public bool IsByName { get; init; }

    /// <summary>Start and length of the credential; null if there is none at this place.</summary>
    public delegate (int Start, int Length)? Matcher(string text, int anchor);

    /// <summary>A token that begins with its anchor: so many characters of an alphabet follow, and they look random.</summary>
    public static CredentialShape Token(
        string kind, string prefix, Func<char, bool> alphabet, int shortest, int longest, Func<string, bool>? isReal = null) =>
        new($"{kind} ({prefix}…)", prefix, (text, start) =>
        {
            if (start > 0 && Alphabets.IsBase62(text[start - 1]))
                return null;
            var bodyStart = start + prefix.Length;
            var end = Alphabets.EndOfRun(text, bodyStart, alphabet);
            if (end > bodyStart && text[end - 1] == '.')
                end--; // the sentence's
            if (end - bodyStart < shortest || end - bodyStart > longest)
                return null;
            var body = text.Substring(bodyStart, end - bodyStart);
            return RandomText.IsLikely(body) && isReal?.Invoke(body) != false ? (start, end - start) : null;
        });
}
