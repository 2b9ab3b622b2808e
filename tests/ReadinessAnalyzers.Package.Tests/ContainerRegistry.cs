using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace ReadinessAnalyzers.Package.Tests;

/// <summary>A registry on this machine that has one base image with next to nothing in it, and counts what it is asked.</summary>
internal sealed class ContainerRegistry : IDisposable
{
    private const string ManifestType = "application/vnd.docker.distribution.manifest.v2+json";

    private readonly HttpListener _listener = new();
    private readonly Dictionary<string, (string Type, byte[] Content)> _answers = [];
    private readonly string _host = $"localhost:{FreePort()}";
    private int _requests;

    public ContainerRegistry()
    {
        var layer = Layer();
        var config = Add("blobs", "application/vnd.docker.container.image.v1+json", Encoding.UTF8.GetBytes(
            $$"""{ "architecture": "amd64", "os": "linux", "config": {}, "rootfs": { "type": "layers", "diff_ids": ["{{Digest(layer.Tar)}}"] }, "history": [{}] }"""));
        var packed = Add("blobs", "application/vnd.docker.image.rootfs.diff.tar.gzip", layer.Packed);
        var manifest = Encoding.UTF8.GetBytes(
            $$"""{ "schemaVersion": 2, "mediaType": "{{ManifestType}}", "config": {{config}}, "layers": [{{packed}}] }""");
        Add("manifests", ManifestType, manifest);
        _answers["/v2/base/manifests/1"] = (ManifestType, manifest);
        _answers["/v2/"] = ("application/json", "{}"u8.ToArray());
        _listener.Prefixes.Add($"http://{_host}/");
        _listener.Start();
        _ = AnswerAsync();
    }

    public string BaseImage => $"{_host}/base:1";

    public int Requests => Volatile.Read(ref _requests);

    public void Dispose() => _listener.Close();

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                Interlocked.Increment(ref _requests);
                if (_answers.TryGetValue(context.Request.Url!.AbsolutePath, out var answer))
                {
                    context.Response.ContentType = answer.Type;
                    context.Response.ContentLength64 = answer.Content.Length;
                    if (context.Request.HttpMethod != "HEAD")
                        await context.Response.OutputStream.WriteAsync(answer.Content);
                }
                else
                {
                    context.Response.StatusCode = 404;
                }

                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    /// <summary>Offers it under its digest; returns how a manifest refers to it.</summary>
    private string Add(string kind, string type, byte[] content)
    {
        var digest = Digest(content);
        _answers[$"/v2/base/{kind}/{digest}"] = (type, content);
        return $$"""{ "mediaType": "{{type}}", "size": {{content.Length}}, "digest": "{{digest}}" }""";
    }

    private static (byte[] Tar, byte[] Packed) Layer()
    {
        using var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, leaveOpen: true))
            writer.WriteEntry(new PaxTarEntry(TarEntryType.Directory, "app"));
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(tar.ToArray());
        return (tar.ToArray(), packed.ToArray());
    }

    private static string Digest(byte[] content) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}";

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
