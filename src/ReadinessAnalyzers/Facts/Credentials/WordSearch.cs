namespace ReadinessAnalyzers.Facts.Credentials;

/// <summary>
/// Finds any number of words in one pass over a text, where a search for each would cost 2 ms per word on ten million characters: a table
/// knows which two characters end a word, and only where these stand together is the word itself compared.
/// </summary>
internal sealed class WordSearch
{
    private const int Ascii = 128;

    private readonly string[] _words;
    private readonly byte[] _groupOfPair = new byte[Ascii * Ascii];
    private readonly int[][] _groups;

    /// <param name="words">Of two ASCII characters or more, ending in at most 255 different pairs.</param>
    public WordSearch(IEnumerable<string> words)
    {
        _words = [.. words];
        var groups = Enumerable.Range(0, _words.Length).GroupBy(index => PairAt(_words[index], _words[index].Length - 1)).ToList();
        _groups = [[], .. groups.Select(group => group.ToArray())];
        for (var i = 0; i < groups.Count; i++)
            _groupOfPair[groups[i].Key] = checked((byte)(i + 1));
    }

    /// <summary>Where each word stands, by its index among the words, in the order of the text. Allocates nothing if there is none.</summary>
    public IReadOnlyList<(int Start, int Word)> In(string text)
    {
        List<(int, int)>? found = null;
        var pairs = _groupOfPair;
        var before = 0;
        for (var at = 0; at < text.Length; at++)
        {
            int current = text[at];
            if (current >= Ascii)
                current = 0; // no word holds it
            var group = pairs[before << 7 | current];
            before = current;
            if (group != 0)
                Compare(text, at, group, ref found);
        }
        return found is null ? [] : found;
    }

    private static int PairAt(string word, int end) => word[end - 1] << 7 | word[end];

    private void Compare(string text, int end, byte group, ref List<(int, int)>? found)
    {
        foreach (var index in _groups[group])
        {
            var word = _words[index];
            var start = end - word.Length + 1;
            if (start >= 0 && string.CompareOrdinal(text, start, word, 0, word.Length) == 0)
                (found ??= []).Add((start, index));
        }
    }
}
