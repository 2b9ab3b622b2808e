using System.Globalization;
using System.Xml;

namespace ReadinessAnalyzers.Gate.Proofs;

/// <summary>Reads test results in XML element by element, since a file of them may be large: a reader goes in, a run comes out.</summary>
/// <remarks>
/// TRX is what VSTest and Microsoft.Testing.Platform write; it has no traits. xUnit.net writes a format of its own, xunit.net/docs/format-xml-v2,
/// whose versions 2 and 3 have them. Both were also looked at as xunit.v3 3.2.2 writes them.
/// </remarks>
internal sealed class XmlTestRun
{
    private const int MaxDepth = 64;
    private const string Trx = "TestRun";

    // The time of a round trip, and the day and time of day that xUnit.net writes apart.
    private static readonly string[] Times = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss"];

    private readonly XmlReader _xml;
    private readonly string _path;
    private readonly List<ReadTest> _tests = [];
    private readonly Dictionary<string, string> _origins = new(StringComparer.Ordinal);
    private DateTimeOffset _finished;
    private string _assembly = "";
    private string _definition = "";
    private bool _isBroken;

    private XmlTestRun(XmlReader xml, string path) => (_xml, _path) = (xml, path);

    /// <summary>Whether the file begins like test results.</summary>
    /// <exception cref="XmlException">It does not begin like XML, or with a document type.</exception>
    public static bool BeginsAt(XmlReader xml) => xml.MoveToContent() == XmlNodeType.Element && xml.LocalName is Trx or "assemblies" or "assembly";

    /// <summary>The run.</summary>
    /// <exception cref="XmlException">The file is no XML, or nested too deeply.</exception>
    public static TestRun Read(XmlReader xml, string path)
    {
        var run = new XmlTestRun(xml, path);
        return run.Read(xml.LocalName == Trx ? run.ReadTrx : run.ReadXunit);
    }

    private TestRun Read(Action readElement)
    {
        do
        {
            if (_xml.Depth > MaxDepth)
                throw new XmlException("", null, Position.Line, Position.Column);
            if (_xml.NodeType == XmlNodeType.Element)
                readElement();
        }
        while (_xml.Read());

        return new(_path, _finished, [.. _tests.Select(Result)]) { IsBroken = _isBroken };
    }

    private void ReadTrx()
    {
        switch (_xml.LocalName)
        {
            case "Times":
                FinishedAt(Attribute("finish"));
                break;
            case "UnitTestResult":
                _tests.Add(new(Attribute("testName"), Attribute("testId"), TrxOutcome(Attribute("outcome")), Position));
                break;
            case "UnitTest":
                (_definition, _assembly) = (Attribute("id"), Attribute("storage"));
                break;
            case "TestMethod":
                _origins[_definition] = Origin(_assembly, Attribute("className"));
                break;
            case "ResultSummary":
                // A failed test makes the whole run one that failed; it is judged by itself, and may have passed when it was run again.
                _isBroken = TrxOutcome(Attribute("outcome")) == TestOutcome.Failed && _tests.All(test => test.Outcome != TestOutcome.Failed);
                break;
        }
    }

    private void ReadXunit()
    {
        switch (_xml.LocalName)
        {
            case "assemblies":
                FinishedAt(Attribute("finish-rtf"));
                break;
            case "assembly":
                _assembly = Attribute("name");
                _isBroken |= Attribute("errors") is not ("" or "0");
                FinishedAt(Attribute("finish-rtf") is { Length: > 0 } finished ? finished : $"{Attribute("run-date")} {Attribute("run-time")}");
                break;
            case "test":
                var origin = Origin(_assembly, Attribute("type"));
                _origins[origin] = origin;
                _tests.Add(new(Attribute("name"), origin, XunitOutcome(Attribute("result")), Position));
                break;
            case "trait" when _tests.Count > 0 && Attribute("name").Equals(RequirementId.Trait, StringComparison.OrdinalIgnoreCase):
                _tests[_tests.Count - 1].Traits.Add(Attribute("value"));
                break;
        }
    }

    private TestResult Result(ReadTest test) => TestResults.Result(
        test.Name, _origins.TryGetValue(test.Origin, out var origin) ? origin : test.Origin, test.Outcome, test.Position, test.Traits);

    private static string Origin(string assembly, string type) => $"{assembly}|{type}";

    private static TestOutcome TrxOutcome(string outcome) => outcome switch
    {
        "Passed" => TestOutcome.Passed,
        "Failed" or "Error" or "Timeout" or "Aborted" => TestOutcome.Failed,
        _ => TestOutcome.NotRun,
    };

    private static TestOutcome XunitOutcome(string result) => result switch
    {
        "Pass" => TestOutcome.Passed,
        "Fail" => TestOutcome.Failed,
        _ => TestOutcome.NotRun,
    };

    private void FinishedAt(string text)
    {
        if (DateTimeOffset.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time > _finished)
            _finished = time;
    }

    private string Attribute(string name) => _xml.GetAttribute(name) ?? "";

    private FilePosition Position => _xml is IXmlLineInfo { LineNumber: > 0 } place ? new(_path, place.LineNumber, place.LinePosition) : new(_path);

    /// <summary>A test of which the class may be told later in the file.</summary>
    private sealed record ReadTest(string Name, string Origin, TestOutcome Outcome, FilePosition Position)
    {
        public List<string> Traits { get; } = [];
    }
}
