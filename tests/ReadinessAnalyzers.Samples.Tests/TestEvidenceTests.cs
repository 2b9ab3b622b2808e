using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ReadinessAnalyzers.Samples.Tests;

/// <summary>The results that the samples show as evidence are those of tests that exist, and tell nothing of the machine that ran them.</summary>
public sealed partial class TestEvidenceTests
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    // What 'eng/sample-evidence/run' runs and writes.
    [Theory]
    [InlineData("ReadyShop")]
    [InlineData("ReadySubscriptions")]
    public void TrackedResults_AreThoseOfTestsThatExist(string sample)
    {
        var file = Path.Combine(SampleFolder.Of(sample), "readiness", "tests", $"{sample}.trx");
        var results = XDocument.Load(file).Descendants(Trx + "UnitTestResult").ToArray();
        var tests =
            from type in typeof(TestEvidenceTests).Assembly.GetTypes()
            where type.Name.StartsWith(sample, StringComparison.Ordinal)
            from method in type.GetMethods()
            let fact = method.GetCustomAttribute<FactAttribute>()
            where fact is not null
            select fact.DisplayName ?? $"{type.FullName}.{method.Name}";

        Assert.Equal(tests.Order(), results.Select(result => WithoutData((string)result.Attribute("testName")!)).Distinct().Order());
        Assert.All(results, result => Assert.Equal("Passed", (string?)result.Attribute("outcome")));
        Assert.DoesNotMatch(MachineSpecific(), File.ReadAllText(file));
    }

    private static string WithoutData(string name) => Data().Replace(name, "");

    [GeneratedRegex(@"\([^()]*: .*\)$")]
    private static partial Regex Data();

    [GeneratedRegex(@"computerName|runUser|(storage|codeBase)=""[^""]*[/\\]", RegexOptions.ExplicitCapture)]
    private static partial Regex MachineSpecific();
}
