namespace ReadinessAnalyzers.Facts.Credentials;

/// <summary>
/// Finds any number of words in one pass over a text, where a search for each would cost 2 ms per word on ten million characters: a table
/// knows the rarest two neighbours of each word, and only where these stand together is the word itself compared.
/// </summary>
internal sealed class WordSearch
{
    private const int Ascii = 128;

    // From common to rare in C#; capitals are rarer, and so are digits and most signs.
    private const string Letters = "etaoinsrlcdupmhgfbyvkwxzjq";

    private readonly string[] _words;
    private readonly int[] _ends; // where in each word the two neighbours end
    private readonly byte[] _groupOfPair = new byte[Ascii * Ascii];
    private readonly int[][] _groups;

    /// <param name="words">Of two ASCII characters or more; at most 255.</param>
    public WordSearch(IEnumerable<string> words)
    {
        _words = [.. words];
        _ends = [.. _words.Select(EndOfRarestPair)];
        var groups = Enumerable.Range(0, _words.Length).GroupBy(index => PairAt(_words[index], _ends[index])).ToList();
        _groups = [[], .. groups.Select(group => group.ToArray())];
        for (var i = 0; i < groups.Count; i++)
            _groupOfPair[groups[i].Key] = checked((byte)(i + 1));
    }

    /// <summary>Where each word stands, by its index among the words. Allocates nothing if there is none.</summary>
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
                Compare(text, at, _groups[group], ref found);
        }
        return found is null ? [] : found;
    }

    private void Compare(string text, int end, int[] group, ref List<(int, int)>? found)
    {
        foreach (var index in group)
        {
            var word = _words[index];
            var start = end - _ends[index];
            if (start >= 0 && string.CompareOrdinal(text, start, word, 0, word.Length) == 0)
                (found ??= []).Add((start, index));
        }
    }

    private static int EndOfRarestPair(string word) =>
        Enumerable.Range(1, word.Length - 1).OrderByDescending(end => Rarity(word[end - 1]) + Rarity(word[end])).First();

    private static int Rarity(char c) => c switch
    {
        >= 'a' and <= 'z' => Letters.IndexOf(c),
        >= 'A' and <= 'Z' => Letters.Length + Letters.IndexOf(char.ToLowerInvariant(c)),
        '/' or '.' or '_' or '=' or '-' => Letters.Length / 2,
        _ => Letters.Length,
    };

    private static int PairAt(string word, int end) => word[end - 1] << 7 | word[end];
}
