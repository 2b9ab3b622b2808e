using System.Diagnostics;

namespace ReadinessAnalyzers.Gate.Tests.Configuration.Sources;

/// <summary>Files that are made to take time or memory: each is read or refused at once.</summary>
public sealed class HostileFileTests(ITestOutputHelper output) : IDisposable
{
    private const int Size = 1_000_000;

    private readonly Deployment _deployment = new();

    public static TheoryData<string, string> Patterns
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var kind in new[] { "compose", "kubernetes" })
            {
                foreach (var piece in new[] { "- ", "a:\n", "&a ", "[", "{", "{a: ", "? ", "\"", "'", "!", "!!", "|\n", ">\n ", "a: b\n", "- a\n", "---\n", "*a ", "#", "\t", "%a\n", "a, ", "\n", " \n", "x: &x [*x]\n", "\\" })
                    data.Add(kind, piece);
            }

            foreach (var piece in new[] { "\"", "A", "A=\n", "A=$A$A$A\n", "\\", "A=\"", "export " })
                data.Add("dotenv", piece);
            foreach (var piece in new[] { "[Service]\nEnvironment=", "[Service]\nEnvironment=A=1 B=2\nUnsetEnvironment=C D\n", "\\\n", "\"", "#\n" })
                data.Add("systemd", piece);
            foreach (var piece in new[] { "[a]\n", "[a", "a=b\n", "=\n" })
                data.Add("ini", piece);
            foreach (var piece in new[] { "<a>", "<a/>", "&a;", "<a b='" })
                data.Add("xml", piece);
            return data;
        }
    }

    public void Dispose() => _deployment.Dispose();

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Nothing_that_is_repeated_takes_long(string kind, string piece) =>
        Read(kind, string.Concat(Enumerable.Repeat(piece, Size / piece.Length)));

    [Fact]
    public void A_long_section_and_many_lines_are_refused() =>
        Read("ini", $"[{new string('s', Size)}]\n{string.Concat(Enumerable.Range(0, 100_000).Select(i => $"k{i}=1\n"))}");

    [Fact]
    public void Long_names_in_each_other_are_refused()
    {
        var name = new string('n', 20_000);
        Read("json", string.Concat(Enumerable.Repeat($"{{ \"{name}\": ", 50)) + $"{{ {string.Join(", ", Enumerable.Range(0, 50_000).Select(i => $"\"k{i}\": 1"))} }}" + new string('}', 50));
        Read("xml", string.Concat(Enumerable.Repeat($"<{name}>", 20)) + string.Concat(Enumerable.Range(0, 30_000).Select(i => $"<k{i}/>")) + string.Concat(Enumerable.Repeat($"</{name}>", 20)));
    }

    [Fact]
    public void Manifests_that_refer_to_each_other_a_thousandfold_are_read_once()
    {
        var secret = "kind: Secret\nmetadata: { name: s }\ndata:\n" + string.Concat(Enumerable.Range(0, 15_000).Select(i => $"  k{i}: YQ==\n"))
            + "stringData:\n" + string.Concat(Enumerable.Range(0, 15_000).Select(i => $"  k{i}: b\n"));
        Read("kubernetes", secret + "---\nkind: Pod\nspec: { containers: [{ env: [" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"{{ name: A{i}, valueFrom: {{ secretKeyRef: {{ name: s, key: k{i} }} }} }},")) + "] }] }");
        Read("kubernetes", secret + "---\nkind: Pod\nspec: { containers: [{ envFrom: [" + string.Concat(Enumerable.Repeat("{ secretRef: { name: s } },", 15_000)) + "] }] }");
        Read("kubernetes", $"kind: Pod\nspec: {{ containers: [{{ envFrom: [{{ prefix: {new string('p', 300_000)}, secretRef: {{ name: s }} }}] }}] }}\n---\n{secret}");
    }

    [Fact]
    public void One_file_that_is_named_without_end_is_not_read_without_end()
    {
        _deployment.Has("x.env", "A=1\n#" + new string('x', 2 * 1024 * 1024));
        Read("compose", "services:\n  web:\n    env_file: [" + string.Concat(Enumerable.Repeat("x.env,", 50_000)) + "]\n");
    }

    private void Read(string kind, string text)
    {
        var clock = Stopwatch.StartNew();
        var configuration = _deployment.Has("f", text).Load($$"""{ "{{kind}}": "f" }""");
        var problems = configuration.SourceProblems.Count();
        output.WriteLine($"{kind}, {text.Length} characters: {configuration.Values.Count} values, {problems} problems, {clock.ElapsedMilliseconds} ms");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed} for {kind}");
    }
}
