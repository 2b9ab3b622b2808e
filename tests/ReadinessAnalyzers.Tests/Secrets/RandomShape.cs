namespace ReadinessAnalyzers.Tests.Secrets;

/// <summary>A key of any kind, or something that only looks like one, and a member that holds it in any way; a seed gives the same again.</summary>
internal static class RandomShape
{
    private const string Hex = "0123456789abcdef";
    private const string Base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private static readonly string[] Prefixes =
        ["sk_live_", "sk_test_", "rk_live_", "rk_test_", "sk_org_", "sk_org_live_", "sk_org_test_", "ek_live_", "ek_test_", "whsec_"];

    private static readonly string[] Words =
        ["your", "key", "secret", "here", "stripe", "example", "replace", "with", "real", "value", "placeholder", "test", "sample", "dummy", "webhook"];

    // One member each. The piece that holds the body is never shorter than 16 characters.
    private static readonly Func<string, Random, int, string>[] Shapes =
    [
        (key, _, n) => $"string s = \"[|{key}|]\";",
        (key, _, n) => $"string M(string x) => $\"Bearer [|{key}|] {{x}}\";",
        (key, _, n) => $"// [|{key}|]\n",
        (key, random, n) => Halves(key, random, (start, end) => $"const string S = [|\"{start}\" + \"{end}\"|];"),
        (key, random, n) => Halves(key, random, (start, end) => $"static readonly string A = \"{start}\"; const string B = \"{end}\"; string s = [|A + B|];"),
        (key, random, n) => Halves(key, random, (start, end) => $"const string A{n} = \"{start}\"; string M(string x) => [|$\"{{x}} {{A{n}}}{end}\"|];"),
        (key, random, n) => Halves(key, random, (start, end) => $"public const string A{n} = \"{end}\"; class Inner {{ string s = [|string.Concat(\"{start}\", A{n})|]; }}"),
        (key, random, n) => Halves(key, random, (start, end) => $"string s = [|string.Format(\"{{0}}{{1}}\", \"{start}\", \"{end}\")|];"),
        (key, random, n) => Halves(key, random, (start, end) => $"string s = [|new System.Text.StringBuilder(\"{start}\").Append(\"{end}\")|].ToString();"),
        (key, random, n) => Halves(key, random, (start, end) => $"string M() {{ var s = \"{start}\"; return [|s + \"{end}\"|]; }}"),
        (key, _, n) => $"string s = [|string.Join(\"_\", {string.Join(", ", key.Split('_').Select(part => $"\"{part}\""))})|];",
        (key, random, n) => $"string s = [|\"{Escaped(key, random)}\"|];",
        (key, _, n) => $"char[] s = [|{{ {string.Join(", ", key.Select(c => $"'{c}'"))} }}|];",
        (key, random, n) => $"byte[] s = [|[{string.Join(random.Next(2) == 0 ? "," : ", ", key.Select(c => random.Next(2) == 0 ? $"0x{(int)c:x2}" : $"{(int)c}"))}]|];",
    ];

    public static string Of(string key, Random random, int number) => Shapes[random.Next(Shapes.Length)](key, random, number);

    public static string Secret(Random random)
    {
        var prefix = Prefixes[random.Next(Prefixes.Length)];
        var body = (prefix == "whsec_" ? random.Next(3) : 0) switch
        {
            1 => TestSecret.Body(64, random.Next(), Hex),
            2 => TestSecret.Body(43, random.Next(), Base64) + "=",
            _ => TestSecret.Body(random.Next(24, 141), random.Next()),
        };
        return prefix + body;
    }

    public static string Fake(Random random)
    {
        var prefix = Prefixes[random.Next(Prefixes.Length)];
        var length = random.Next(24, 100);
        return random.Next(6) switch
        {
            0 => prefix + new string((char)('a' + random.Next(26)), length),
            1 => prefix + string.Concat(Enumerable.Range(random.Next(26), length).Select(at => (char)('a' + at % 26))),
            2 => prefix + string.Concat(Enumerable.Range(0, length / 4).Select(_ => Words[random.Next(Words.Length)])),
            3 => prefix + TestSecret.Body(random.Next(16, 24), random.Next()),
            4 => "pk_live_" + TestSecret.Body(length, random.Next()),
            _ => (char)('a' + random.Next(26)) + prefix + TestSecret.Body(length, random.Next()),
        };
    }

    // In the prefix or after it, where the first half is no secret yet and the second is long enough.
    private static string Halves(string key, Random random, Func<string, string, string> shape)
    {
        var at = random.Next(2, Math.Min(key.LastIndexOf('_') + 24, key.Length - 15));
        return shape(key[..at], key[at..]);
    }

    // At least one letter of the prefix.
    private static string Escaped(string key, Random random)
    {
        var must = random.Next(key.LastIndexOf('_'));
        return string.Concat(key.Select((c, at) => at == must || random.Next(8) == 0 ? $"\\u{(int)c:x4}" : c.ToString()));
    }
}
