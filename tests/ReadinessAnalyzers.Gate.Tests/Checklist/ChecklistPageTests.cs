namespace ReadinessAnalyzers.Gate.Tests.Checklist;

/// <summary>docs/checklist.md says what the catalogue says.</summary>
public sealed class ChecklistPageTests
{
    [Fact]
    public void The_page_is_the_catalogues()
    {
        var file = Path.Combine(Repository.Root, "docs", "checklist.md");
        if (Environment.GetEnvironmentVariable("READINESS_WRITE_PAGES") == "1")
            File.WriteAllText(file, ChecklistPage.Write());
        Assert.True(File.Exists(file) && File.ReadAllText(file) == ChecklistPage.Write(), "docs/checklist.md is not what the catalogue says; run this test with READINESS_WRITE_PAGES=1.");
    }
}
