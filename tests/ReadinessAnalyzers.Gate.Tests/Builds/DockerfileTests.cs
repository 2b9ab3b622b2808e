using ReadinessAnalyzers.Gate.Builds;

namespace ReadinessAnalyzers.Gate.Tests.Builds;

/// <summary>What the last stage of a Dockerfile is built on.</summary>
public sealed class DockerfileTests
{
    [Theory]
    [InlineData("FROM scratch", "1 scratch")]
    [InlineData("from a:1@sha256:0 as b", "1 a:1@sha256:0")]
    [InlineData("# comment\n\n  FROM --platform=linux/amd64 a\r\nRUN x", "3 a")]
    [InlineData("FROM a AS base\nFROM sdk AS build\nFROM build AS publish\nFROM base AS final\nCOPY --from=publish /app .", "4 a")]
    [InlineData("FROM a AS Base\nFROM bASE", "2 a")]
    [InlineData("FROM a AS b\nFROM sdk AS build\nFROM build", "3 sdk")]
    [InlineData("FROM a AS a\nFROM a", "2 a")]
    [InlineData("FROM \\\n  # in between\n\n  a \\\n  AS b\nRUN x", "1 a")]
    [InlineData("# syntax=docker/dockerfile:1\n# escape=`\nRUN c:\\\nFROM a `\nAS b", "4 a")]
    [InlineData("# comment\n# escape=`\nFROM a", "3 a")]
    [InlineData("ARG TAG=10.0\nFROM sdk:${TAG}", "2 ?")]
    [InlineData("ARG BASE=sdk\nFROM $BASE AS build\nFROM build", "3 ?")]
    [InlineData("FROM a\nRUN <<EOF\nFROM sdk\nEOF", "1 a")]
    [InlineData("FROM a\nCOPY <<-\"END\" /x <<'B' /y\nFROM sdk\n\tEND\nFROM sdk\nB\nRUN y", "1 a")]
    [InlineData("FROM a\nRUN cat<<EOF>x\nEOF\nFROM b", "4 b")]
    [InlineData("FROM a\nRUN echo $((1<<2))\nFROM b", "3 b")]
    [InlineData("FROM a\nRUN psql -c \"SELECT 1 \\\nFROM sdk\"", "1 a")]
    [InlineData("FROM a\nONBUILD RUN x\nLABEL FROM=sdk", "1 a")]
    [InlineData("\uFEFFFROM a", "1 a")]
    public void Last_stage_is_followed_to_its_image(string text, string expected)
    {
        var dockerfile = Dockerfile.Parse("Dockerfile", text)!;
        Assert.Equal(expected, $"{dockerfile.Position.Line} {dockerfile.Image ?? "?"}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("# FROM a")]
    [InlineData("RUN x")]
    [InlineData("\\")]
    [InlineData("FROM a \\")]
    [InlineData("FROM")]
    [InlineData("FROM --platform=x")]
    public void Without_a_stage_there_is_nothing(string text) => Assert.Null(Dockerfile.Parse("Dockerfile", text));

    [Fact]
    public void What_is_not_there_too_large_or_no_file_is_nothing()
    {
        using var folder = new TemporaryFolder();
        Assert.Null(Dockerfile.Read(Path.Combine(folder.Path, "Dockerfile")));
        Assert.Null(Dockerfile.Read(folder.Path));
        Assert.Null(Dockerfile.Read(folder.Write("Dockerfile", "FROM a\n" + new string('\n', 100_000))));
        Assert.Equal("a", Dockerfile.Read(folder.Write("Dockerfile", "FROM a"))!.Image);
    }

    [Theory]
    [InlineData("mcr.microsoft.com/dotnet/sdk:10.0", true)]
    [InlineData("mcr.microsoft.com/dotnet/sdk", true)]
    [InlineData("mcr.microsoft.com/dotnet/nightly/sdk:10.0-alpine", true)]
    [InlineData("mcr.microsoft.com/dotnet/core/sdk:3.1", true)]
    [InlineData("registry.example:5000/mirror/dotnet/sdk@sha256:0123", true)]
    [InlineData("microsoft/dotnet:2.1-sdk", true)]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:10.0", false)]
    [InlineData("mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled", false)]
    [InlineData("microsoft/dotnet:2.1-aspnetcore-runtime", false)]
    [InlineData("example/sdk:1", false)] // somebody else's kit
    [InlineData("dotnet/sdk-tools", false)]
    [InlineData("build", false)]
    [InlineData("", false)]
    public void Image_with_the_SDK_is_known_by_its_name(string image, bool hasSdk) => Assert.Equal(hasSdk, ContainerImage.HasSdk(image));
}
