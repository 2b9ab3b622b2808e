using System.IO.Compression;
using System.Text;

namespace ReadinessAnalyzers.Package.Tests;

/// <summary>A search that finds nothing proves something only if it finds what was leaked on purpose.</summary>
public sealed class LeakSearchTests(PackedPackage package)
{
    private static readonly string Secret = StripeKeys.Make("sk_live_", seed: 20260101);
    private static readonly LeakSearch Search = new(new Dictionary<string, string> { ["key"] = Secret });

    public static TheoryData<string, byte[]> Leaks => new()
    {
        { "as it is", Text($"key: {Secret}") },
        { "twelve characters of it", Text($"key: …{Secret[20..32]}…") },
        { "UTF-16", Encoding.Unicode.GetBytes($"key: {Secret}") },
        { "UTF-16 at an odd place", [0, .. Encoding.Unicode.GetBytes(Secret[9..21])] },
        { "base64 alone", Base64(Text(Secret)) },
        { "base64 after one byte", Base64(Text("a" + Secret)) },
        { "base64 after two bytes", Base64(Text("ab" + Secret)) },
        { "base64 of UTF-16", Base64(Encoding.Unicode.GetBytes("Bearer " + Secret)) },
        { "gzip", Zipped(Text($"key: {Secret}")) },
        { "zip within gzip", Zipped([1, 2, 3, .. Archive(Text($"key: {Secret}")), 4, 5]) },
    };

    [Theory]
    [MemberData(nameof(Leaks))]
    public void Leak_IsFound(string form, byte[] output) => Assert.True(Search.In(output).Any(), form);

    [Fact]
    public void WhatIsNoLeak_IsNotFound()
    {
        var harmless = $"A live secret key (sk_live_…) {Secret[8..19]} {StripeKeys.Make("sk_live_", seed: 2)}";
        Assert.Empty(Search.In(harmless));
        Assert.Empty(Search.In(Base64(Text(harmless))));
    }

    [Fact]
    public async Task VariableThatACondition_Mentions_IsFoundInConsoleAndBinaryLog()
    {
        var app = new App(package.NewFolder()).Write(
            "leak.proj",
            """<Project><Target Name="Leak"><Message Condition="'$(Stripe__SecretKey)' != ''" Text="there" /></Target></Project>""");
        var environment = new Dictionary<string, string> { ["Stripe__SecretKey"] = Secret };

        var run = (await DotNet.RunAsync(app.Folder, environment, "msbuild", "leak.proj", "-v:diag", "-bl:all.binlog")).Succeeds();
        Assert.NotEmpty(Search.In(run.Output));
        Assert.NotEmpty(Search.In(await File.ReadAllBytesAsync(app.PathOf("all.binlog"), TestContext.Current.CancellationToken)));
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Base64(byte[] bytes) => Text(Convert.ToBase64String(bytes));

    private static byte[] Zipped(byte[] content)
    {
        var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionMode.Compress))
            zip.Write(content);
        return packed.ToArray();
    }

    private static byte[] Archive(byte[] content)
    {
        var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create))
        using (var entry = archive.CreateEntry("Shop.csproj").Open())
            entry.Write(content);
        return packed.ToArray();
    }
}
