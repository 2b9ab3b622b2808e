using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ReadinessAnalyzers.Package.Tests;

/// <summary>
/// Looks for secrets in whatever a build leaves behind: as they are or as base64, in UTF-8 or UTF-16, twelve characters of one are
/// enough, and compressed logs are read as well.
/// </summary>
internal sealed class LeakSearch
{
    private const int Piece = 12;

    private readonly Dictionary<string, SearchValues<string>> _secrets;
    private readonly SearchValues<string> _anyPiece;

    /// <param name="secrets">What to look for, by the name that a failure may show.</param>
    public LeakSearch(IReadOnlyDictionary<string, string> secrets)
    {
        _secrets = secrets.ToDictionary(secret => secret.Key, secret => Values(PiecesOf(secret.Value)));
        _anyPiece = Values(secrets.Values.SelectMany(PiecesOf));

        static SearchValues<string> Values(IEnumerable<string> pieces) => SearchValues.Create([.. pieces], StringComparison.Ordinal);
    }

    /// <summary>The names of the secrets in a text.</summary>
    public IEnumerable<string> In(string text) => In(Encoding.UTF8.GetBytes(text));

    /// <summary>The names of the secrets in a file's bytes, and in what these unpack to.</summary>
    public IEnumerable<string> In(byte[] content) =>
        from bytes in Unpacked(content)
        let text = Encoding.Latin1.GetString(bytes)
        where text.AsSpan().ContainsAny(_anyPiece)
        from secret in _secrets
        where text.AsSpan().ContainsAny(secret.Value)
        select secret.Key;

    /// <summary>Every way in which a piece of the secret can be written, each byte as one character.</summary>
    private static IEnumerable<string> PiecesOf(string secret)
    {
        var body = secret[(secret.LastIndexOf('_') + 1)..]; // everybody knows the prefix
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
        {
            var bytes = encoding.GetBytes(body);
            var length = encoding.GetByteCount(body[..Piece]);
            foreach (var piece in Windows(Encoding.Latin1.GetString(bytes), length))
                yield return piece;

            // The same bytes after none, one or two others: the first group that holds an other and the last one are left out.
            foreach (var before in new[] { 0, 1, 2 })
            {
                var whole = Convert.ToBase64String([.. new byte[before], .. bytes]);
                var own = whole[(before == 0 ? 0 : 4)..^4];
                foreach (var piece in Windows(own, length / 3 * 4))
                    yield return piece;
            }
        }
    }

    private static IEnumerable<string> Windows(string text, int length) =>
        Enumerable.Range(0, text.Length - length + 1).Select(start => text.Substring(start, length));

    // A binary log is gzip around records, one of which is a zip of the project files.
    private static IEnumerable<byte[]> Unpacked(byte[] content)
    {
        yield return content;
        if (content is [0x1f, 0x8b, ..])
        {
            foreach (var inner in Unpacked(Read(new GZipStream(new MemoryStream(content), CompressionMode.Decompress))))
                yield return inner;
        }
        else if (ZipIn(content) is { } range)
        {
            using var zip = new ZipArchive(new MemoryStream(content[range]));
            foreach (var entry in zip.Entries)
                yield return Read(entry.Open());
        }
    }

    private static Range? ZipIn(ReadOnlySpan<byte> content)
    {
        const int EndRecord = 22;
        var start = content.IndexOf("PK\u0003\u0004"u8);
        var end = content.LastIndexOf("PK\u0005\u0006"u8);
        return start >= 0 && end > start ? start..(end + EndRecord + BinaryPrimitives.ReadUInt16LittleEndian(content[(end + EndRecord - 2)..])) : null;
    }

    private static byte[] Read(Stream packed)
    {
        using (packed)
        {
            var content = new MemoryStream();
            packed.CopyTo(content);
            return content.ToArray();
        }
    }
}
