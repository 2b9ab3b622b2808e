namespace ReadinessAnalyzers.Gate.Tests;

/// <summary>How files are named in reports and messages.</summary>
public sealed class RelativePathTests
{
    [Theory]
    [InlineData("/src/Shop/Shop.csproj", "/src/Shop/Program.cs", "Program.cs")]
    [InlineData("/src/Shop/Shop.csproj", "/src/Shop/Pages/Pay.cs", "Pages/Pay.cs")]
    [InlineData("/src/Shop/Shop.csproj", "/src/Billing/Stripe.cs", "../Billing/Stripe.cs")]
    [InlineData("/src/Shop/Shop.csproj", "/src/Shop2/Stripe.cs", "../Shop2/Stripe.cs")]
    [InlineData(@"C:\src\Shop\Shop.csproj", @"C:\src\Shop\Pages\Pay.cs", "Pages/Pay.cs")]
    [InlineData(@"C:\src\Shop\Shop.csproj", @"D:\other\Pay.cs", @"D:\other\Pay.cs")]
    [InlineData("/src/Shop/Shop.csproj", "C:/other/Page.razor", "C:/other/Page.razor")]
    public void A_path_is_seen_from_the_project(string project, string path, string expected) =>
        Assert.Equal(expected, RelativePath.From(project, path));
}
