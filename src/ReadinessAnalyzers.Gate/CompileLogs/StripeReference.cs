using System.Text;

namespace ReadinessAnalyzers.Gate.CompileLogs;

/// <summary>Whether a compiled assembly uses Stripe.net.</summary>
internal static class StripeReference
{
    private static readonly byte[] Name = Encoding.ASCII.GetBytes("Stripe.net\0");

    /// <summary>
    /// Looks for the name as metadata stores it, which saves a metadata reader. False for Stripe.net itself and for an assembly that is
    /// not there.
    /// </summary>
    public static bool IsIn(string assembly) =>
        !Path.GetFileNameWithoutExtension(assembly).Equals("Stripe.net", StringComparison.OrdinalIgnoreCase)
        && File.Exists(assembly)
        && Contains(File.ReadAllBytes(assembly), Name);

    private static bool Contains(byte[] bytes, byte[] sought)
    {
        var last = bytes.Length - sought.Length;
        for (var at = Array.IndexOf(bytes, sought[0]); at >= 0 && at <= last; at = Array.IndexOf(bytes, sought[0], at + 1))
        {
            var matched = 1;
            while (matched < sought.Length && bytes[at + matched] == sought[matched])
                matched++;
            if (matched == sought.Length)
                return true;
        }

        return false;
    }
}
