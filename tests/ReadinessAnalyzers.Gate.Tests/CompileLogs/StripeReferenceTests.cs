using System.Text;
using ReadinessAnalyzers.Gate.CompileLogs;

namespace ReadinessAnalyzers.Gate.Tests.CompileLogs;

/// <summary>Which assemblies refer to Stripe.net, by the name among the bytes.</summary>
public sealed class StripeReferenceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("|mscorlib|Stripe.net|System|", true)]
    [InlineData("|mscorlib|Stripe.net|", true)] // at the very end
    [InlineData("Stripe.net|", true)]
    [InlineData("|Stripe|SStripe.net|", true)]
    [InlineData("|Stripe.network|", false)]
    [InlineData("|stripe.net|", false)]
    [InlineData("|Stripe.ne", false)] // cut short
    [InlineData("S", false)]
    [InlineData("", false)]
    public void The_whole_name_is_sought(string metadata, bool expected) =>
        Assert.Equal(expected, StripeReference.IsIn(_folder.Write("Billing.dll", Encoding.ASCII.GetBytes(metadata.Replace('|', '\0')))));

    [Fact]
    public void Stripe_itself_and_an_assembly_that_is_not_there_refer_to_nothing()
    {
        Assert.False(StripeReference.IsIn(_folder.Write("stripe.NET.dll", "Stripe.net\0")));
        Assert.False(StripeReference.IsIn(Path.Combine(_folder.Path, "none.dll")));
    }
}
