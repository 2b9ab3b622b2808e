using System.Text.RegularExpressions;
using ReadinessAnalyzers.Facts.Credentials;

namespace ReadinessAnalyzers.Tests.Secrets;

/// <summary>Credentials of real shape from other issuers than Stripe, made at run time, so that none stands in this repository.</summary>
internal static partial class TestCredential
{
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Base64Url = Base62 + "-_";
    private const string Base64 = Base62 + "+/";
    private const string Hex = "0123456789abcdef";
    private const string Base36 = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const string UpperBase32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static readonly Dictionary<string, Func<int, string>> Kinds = new()
    {
        ["GITHUB"] = seed => GitHub("ghp_", seed),
        ["GITHUBAPP"] = seed => GitHub("gho_", seed),
        ["GITHUBPAT"] = seed => "github_" + "pat_" + Body(22, seed, Base62) + "_" + Body(59, seed + 1, Base62),
        ["GITLAB"] = seed => "glpat" + "-" + Body(20, seed, Base64Url),
        ["NPM"] = seed => "npm" + "_" + Body(36, seed, Base62),
        ["NUGET"] = seed => "oy" + "2" + Body(43, seed, Base36),
        ["SLACK"] = seed => "xoxb" + "-" + Body(12, seed, "0123456789") + "-" + Body(12, seed + 1, "0123456789") + "-" + Body(24, seed + 2, Base62),
        ["SLACKHOOK"] = seed => "hooks.slack.com" + "/services/T" + Body(9, seed, UpperBase32) + "/B" + Body(9, seed + 1, UpperBase32) + "/" + Body(24, seed + 2, Base62),
        ["DISCORDHOOK"] = seed => "discord.com" + "/api/webhooks/" + Body(18, seed, "123456789") + "/" + Body(68, seed, Base64Url),
        ["TELEGRAM"] = seed => Body(10, seed, "123456789") + ":AA" + Body(33, seed, Base64Url),
        ["SENDGRID"] = seed => "SG" + "." + Body(22, seed, Base64Url[..^2]) + "." + Body(43, seed + 1, Base64Url[..^2]),
        ["BREVO"] = seed => "xkeysib" + "-" + Body(64, seed, Hex) + "-" + Body(16, seed + 1, Base62),
        ["SENTRYORG"] = seed => "sntrys" + "_" + Body(90, seed, Base62) + "_" + Body(43, seed + 1, Base62),
        ["SENTRYUSER"] = seed => "sntryu" + "_" + Body(64, seed, Hex),
        ["GOOGLE"] = seed => "GOCSPX" + "-" + Body(28, seed, Base62),
        ["OPENAI"] = seed => "sk-" + "proj-" + Body(40, seed, Base62) + "T3Blbk" + "FJ" + Body(40, seed + 1, Base62),
        ["ANTHROPIC"] = seed => "sk-" + "ant-api03-" + Body(93, seed, Base62) + "AA",
        ["SHOPIFY"] = seed => "shpat" + "_" + Body(32, seed, Hex),
        ["SQUARE"] = seed => "sq0csp" + "-" + Body(43, seed, Base62),
        ["DIGITALOCEAN"] = seed => "dop_" + "v1_" + Body(64, seed, Hex),
        ["ENTRA"] = seed => Body(3, seed, Base62) + "8Q" + "~" + Body(34, seed + 1, Base62),
        ["STORAGEKEY"] = seed => Body(86, seed, Base64) + "==",
        ["BUSKEY"] = seed => Body(43, seed, Base64) + "=",
        ["AWSID"] = seed => "AKI" + "A" + Body(16, seed, UpperBase32),
        ["AWSSECRET"] = seed => Body(40, seed, Base64),
        ["TWILIOSID"] = seed => "A" + "C" + Body(32, seed, Hex),
        ["HEX"] = seed => Body(32, seed, Hex),
        ["PEMBODY"] = seed => "MIIEvwIB" + Body(120, seed, Base64),
        ["PKCS"] = seed => "MIIEvwIBADANBgkqhkiG9w0" + "BAQEFAASC" + Body(800, seed, Base64),
        ["PASSWORD"] = seed => Body(6, seed, Base62) + "!" + Body(6, seed + 1, Base62),
        ["BASESIXTYFOUR"] = seed => Body(64, seed, Base64),
        ["LONGPASSWORD"] = seed => Body(32, seed, Base62),
    };

    public static IEnumerable<string> Names => Kinds.Keys;

    public static string Make(string kind, int seed = 1) => Kinds[kind](seed);

    /// <summary>For texts under test: <c>GITHUB</c> becomes a token, and so on; <c>PEM</c> becomes the words of a private key's heading.</summary>
    public static string Plant(string source, int seed = 1) => Word().Replace(
        source.Replace("BEGIN_KEY", "-----BEGIN PRIVATE KEY-----", StringComparison.Ordinal).Replace("END_KEY", "-----END PRIVATE KEY-----", StringComparison.Ordinal),
        word => Kinds.TryGetValue(word.Value, out var make) ? make(seed) : word.Value);

    private static string GitHub(string prefix, int seed)
    {
        var random = Body(30, seed, Base62);
        return prefix + random + TokenChecksum.Of(random);
    }

    private static string Body(int length, int seed, string alphabet) => TestSecret.Body(length, seed, alphabet);

    [GeneratedRegex("[A-Z]{3,}")]
    private static partial Regex Word();
}
