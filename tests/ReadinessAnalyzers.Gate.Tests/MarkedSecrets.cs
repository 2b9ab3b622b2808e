namespace ReadinessAnalyzers.Gate.Tests;

/// <summary>Secrets in which the marks of a reference stand by chance: <c>k3$Qx9…</c>. What looks like a name is a part of them.</summary>
internal static class MarkedSecrets
{
    /// <summary>What stands before and behind the part that looks like a name.</summary>
    public static readonly (string Before, string After)[] Marks =
    [
        ("$", ""), ("$$", ""), ("${", "}"), ("${", ":-x}"), ("${A:-", "}"), ("${", ""), ("$(", ")"), ("#{", "}"), ("#{", "}#"), ("{{", "}}"), ("{{ .Values.", " }}"),
        ("@Microsoft.KeyVault(SecretName=", ")"), ("@Microsoft.KeyVault(SecretUri=https://shop.vault.azure.net/secrets/", "/1)"), ("@Microsoft.AppConfiguration(Key=", ")"),
        ("__", "__"), ("%", "%"), ("[parameters('", "')]"), ("[concat('", "')]"),
    ];

    /// <summary>A new one, of which each part is remembered; it may also be all mark, with nothing around.</summary>
    public static string Make(Random random, ICollection<string> planted)
    {
        var (before, after) = Marks[random.Next(Marks.Length)];
        return Part(4) + before + Part(1) + after + Part(4);

        string Part(int chances)
        {
            if (chances > 1 && random.Next(chances) == 0)
                return "";
            var part = StripeKeys.Make("", random.Next(), random.Next(9, 24));
            planted.Add(part);
            return part;
        }
    }
}
