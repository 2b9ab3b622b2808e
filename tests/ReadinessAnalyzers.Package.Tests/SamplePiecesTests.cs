namespace ReadinessAnalyzers.Package.Tests;

/// <summary>
/// The samples that are ready, each without one piece of what makes it so: whichever it is, there is one finding, an error, and it says which
/// piece is missing. They are built once by the real dotnet; the gate's task then judges copies of what it reads.
/// </summary>
/// <param name="samples">Built before any of them is judged.</param>
[Collection("Samples")]
public sealed class SamplePiecesTests(BuiltSamples samples) : IClassFixture<BuiltSamples>
{
    public static TheoryData<string, string> Pieces()
    {
        var pieces = new TheoryData<string, string>();
        foreach (var sample in BuiltSamples.Names)
        {
            foreach (var piece in SamplePiece.AllOf(sample))
                pieces.Add(sample, piece.ToString());
        }

        return pieces;
    }

    [Theory]
    [InlineData("ReadyShop")]
    [InlineData("ReadySubscriptions")]
    public void WithAllPieces_ASampleIsReady(string sample)
    {
        using var copy = samples.Copy(sample);

        Assert.Empty(copy.Judge());
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public void WithoutAPiece_ThereIsOneErrorThatNamesIt(string sample, string removed)
    {
        using var copy = samples.Copy(sample);
        var piece = SamplePiece.Parse(removed);

        piece.RemoveFrom(copy);

        Assert.Contains(piece.ToldAs, Assert.Single(copy.Judge()), StringComparison.Ordinal);
    }
}
