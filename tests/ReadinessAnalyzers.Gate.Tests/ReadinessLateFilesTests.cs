using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace ReadinessAnalyzers.Gate.Tests;

/// <summary>The second look, at files that joined the publish after the gate: RDY8006 in those, and not again in the others.</summary>
public sealed class ReadinessLateFilesTests : IDisposable
{
    private static readonly string Bundle = $"// made by the bundler\nconst key = '{StripeKeys.Make("sk_live_")}';\n";

    private readonly TemporaryFolder _folder = new();
    private readonly RecordingBuildEngine _engine = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_secret_in_a_late_file_is_found_where_it_stands()
    {
        Assert.False(Run(["index.html", "main.js"]));
        var error = Assert.Single(_engine.Errors);
        Assert.Equal(("RDY8006", "main.js", 2, 14), (error.Code, Path.GetFileName(error.File), error.LineNumber, error.ColumnNumber));
        Assert.Equal(["Readiness: FAILED, 1 error in files that joined the publish after the gate"], _engine.Visible);
    }

    [Fact]
    public void In_warn_mode_it_is_a_warning()
    {
        Assert.True(Run(["main.js", "other.js"], mode: "Warn"));
        Assert.Equal(["RDY8006", "RDY8006"], _engine.Warnings.Select(warning => warning.Code));
        Assert.Equal(["Readiness: FAILED, published all the same (ReadinessGate=warn), 2 errors in files that joined the publish after the gate"], _engine.Visible);
    }

    [Theory]
    [InlineData("other.dll")] // no text
    [InlineData("publishable.js")]
    [InlineData("absent.js")]
    public void Of_all_else_nothing_is_said(string file)
    {
        Assert.True(Run([file]));
        Assert.Empty(_engine.Everything);
    }

    private bool Run(string[] files, string mode = "error")
    {
        foreach (var file in (string[])["main.js", "other.js", "other.dll"])
            _folder.Write(file, Bundle);
        _folder.Write("index.html", "<html />");
        _folder.Write("publishable.js", Bundle.Replace("sk_", "pk_", StringComparison.Ordinal));
        return new ReadinessLateFiles
        {
            BuildEngine = _engine, ProjectFile = ItemOf("Shop.csproj").ItemSpec, Mode = mode,
            Files = [.. files.Select(ItemOf)],
        }.Execute();
    }

    private ITaskItem ItemOf(string file) => new TaskItem(Path.Combine(_folder.Path, file));
}
