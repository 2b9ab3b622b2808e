namespace ReadinessAnalyzers.Gate.Tests;

/// <summary>Where the secrets of a published text file stand, in files of every size.</summary>
public sealed class PublishedSecretTests : IDisposable
{
    private const int Piece = 1024 * 1024; // of which the file is read in

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{0}", "1,1")]
    [InlineData("\n{0}\n{0}", "2,1 3,1")]
    [InlineData("a;{0};{0}\r\nb;{0}", "1,3 1,42 2,3")]
    [InlineData("disk{0}", "")]
    public void Each_stands_at_its_line_and_column(string text, string places) => Assert.Equal(places, Places(string.Format(text, StripeKeys.Make("whsec_"))));

    [Theory]
    [InlineData(Piece - 1100)]
    [InlineData(Piece - 1025)]
    [InlineData(Piece - 1024)]
    [InlineData(Piece - 1023)]
    [InlineData(Piece - 20)]
    [InlineData(Piece - 1)]
    [InlineData(Piece)]
    [InlineData(2 * Piece)]
    [InlineData(7 * Piece + 5)]
    public void Where_one_piece_of_a_large_file_ends_nothing_is_missed_or_found_twice(int before)
    {
        var secret = StripeKeys.Make("whsec_");
        var lines = before / 100;
        var text = string.Concat(Enumerable.Repeat(new string(' ', 99) + "\n", lines)) + new string(' ', before % 100);
        Assert.Equal($"{lines + 1},{before % 100 + 1} {lines + 2},3", Places($"{text}{secret}\n  {secret}\n"));
        Assert.Equal("", Places($"{text.Substring(1)}x{secret}\n"));
    }

    [Fact]
    public void In_one_line_of_many_pieces_columns_go_on() => Assert.Equal($"1,{3 * Piece + 1}", Places(new string(' ', 3 * Piece) + StripeKeys.Make("whsec_")));

    [Fact]
    public void Behind_the_limit_nothing_is_searched() => Assert.Equal("", Places(new string(' ', 33 * Piece) + StripeKeys.Make("whsec_")));

    [Fact]
    public void Many_secrets_are_all_found()
    {
        var text = string.Concat(Enumerable.Range(1, 4_000).Select(i => $"{StripeKeys.Make("whsec_", i)}{new string(' ', 960)}\n"));
        var path = _folder.Write("customers.csv", text);
        Assert.Equal(4_000, PublishedSecret.FindIn(path).Count);
    }

    private string Places(string text) =>
        string.Join(' ', PublishedSecret.FindIn(_folder.Write("f.txt", text)).Select(secret => $"{secret.Position.Line},{secret.Position.Column}"));
}
