using System.Security.Cryptography;
using System.Text;

namespace ReadinessAnalyzers.Facts.Credentials;

/// <summary>
/// Secrets that are none, because their makers print them for everybody: the keys of the Azure Storage and Cosmos DB emulators, the
/// access token of RFC 6749, and the private keys of jwt.io, of which the first 64 characters count. Salted SHA-256, so that no scanner finds them here.
/// </summary>
internal static class PublishedCredentials
{
    /// <summary>How much of a long key is compared.</summary>
    public const int LengthThatCounts = 64;

    private static readonly HashSet<string> Fingerprints = new(StringComparer.Ordinal)
    {
        "a0c801c9397a9a321738216fce4c28907faee52f969288a07b06cbbca51e1343",
        "2b80b3ec66991d859454e51181ff3cd1722c951486393e32beb7f8b3b195decc",
        "d8e0ed6ffb95f662c184d39c5283349f6bc8982efdf8964dd5bef6c52830224b",
        "a0e8298c70f8dd73795402a9410d91a86eaa0b19f7f3b1d2e7c1904c16f57fcf",
        "7e4c0db0f1d7d6c799c9093256e3e3094095f853ba6d9dc65c18ba44c8ff143c",
    };

    public static bool Contain(string secret)
    {
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes("ReadinessAnalyzers:" + secret));
        return Fingerprints.Contains(string.Concat(hash.Select(part => part.ToString("x2"))));
    }
}
