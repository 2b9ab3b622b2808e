using Microsoft.Extensions.Configuration;
using ReadinessAnalyzers.Gate.Configuration;

namespace ReadinessAnalyzers.Gate.Tests.Configuration.Sources;

/// <summary>The sources json, ini and xml, which the app adds by itself: held to the providers of .NET on random files.</summary>
public sealed class FilesOfTheAppTests(ITestOutputHelper output) : IDisposable
{
    private readonly Deployment _deployment = new();

    public void Dispose() => _deployment.Dispose();

    [Fact]
    public void A_json_file_is_read_like_a_settings_file_and_does_not_ship()
    {
        var configuration = _deployment.Has("extra.json", """{ "Stripe": { "Key": "x" } }""").Load("""{ "json": "extra.json" }""");
        Assert.True(configuration.TryGet("Stripe:Key", out var value));
        Assert.Equal(("x", false, "settings file extra.json"), (value.Value, value.Origin.Ships, value.Origin.ToString()));
        Assert.Contains("is not valid JSON", _deployment.Has("extra.json", "{").Problem("""{ "json": "extra.json" }"""));
    }

    [Theory]
    [InlineData("[Stripe]\n; note\n Key = \"x\"\n", "Stripe:Key=x @x.ini(3,8)")]
    [InlineData("Stripe:Key=x=y", "Stripe:Key=x=y @x.ini(1,12)")]
    public void An_ini_file_has_sections(string text, string expected) =>
        Assert.Equal([expected], _deployment.Has("x.ini", text).Values("""{ "ini": "x.ini" }"""));

    [Theory]
    [InlineData("<settings><Stripe Key=\"x\" /></settings>", "Stripe:Key=x @x.xml(1,19)")]
    [InlineData("<settings><Stripe><Key>x</Key></Stripe></settings>", "Stripe:Key=x @x.xml(1,24)")]
    public void An_xml_file_has_elements_and_attributes(string text, string expected) =>
        Assert.Equal([expected], _deployment.Has("x.xml", text).Values("""{ "xml": "x.xml" }"""));

    [Theory]
    [InlineData("ini", "A\n", "x.ini(1,1) This line is neither a section nor 'key=value', so the app would not start.")]
    [InlineData("ini", "A=1\na=2", "x.ini(2,3) The key 'a' is already set in line 1, so the app would not start; remove one of them.")]
    [InlineData("xml", "<a><b></a>", "x.xml(1,9) The file is no valid XML without a document type, so the app would not start.")]
    [InlineData("xml", "<a xmlns=\"x\"/>", "x.xml(1,4) The configuration provider knows no namespaces, so the app would not start; remove this one.")]
    [InlineData("xml", "<a><b c=\"1\"><c>2</c></b></a>", "x.xml(1,16) The key 'b:c' is already set in line 1, so the app would not start; remove one of them.")]
    public void A_fault_that_stops_the_app_is_reported(string kind, string text, string problem) =>
        Assert.Equal(problem, _deployment.Has($"x.{kind}", text).Problem($$"""{ "{{kind}}": "x.{{kind}}" }"""));

    [Theory]
    [InlineData("ini")]
    [InlineData("xml")]
    public void Random_files_give_the_same_values_or_are_refused_alike(string kind)
    {
        var random = new Random(20260101);
        int loaded = 0, refused = 0, values = 0;
        for (var i = 0; i < 1_500; i++)
        {
            var text = kind == "ini" ? Ini(random) : Xml(random);
            _deployment.Has($"x.{kind}", text);
            var ours = _deployment.Load($$"""{ "{{kind}}": "x.{{kind}}" }""");
            var theirs = Build(kind);
            Assert.True(theirs is null == ours.SourceProblems.Any(), $"{(theirs is null ? "only we accept" : "only we refuse")} file {i}:\n{text}");
            if (theirs is null)
            {
                refused++;
                continue;
            }

            loaded++;
            values += ours.Values.Count;
            string[] their = [.. theirs.AsEnumerable().Where(pair => pair.Value is not null).Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.OrdinalIgnoreCase)];
            string[] our = [.. ours.Values.Select(value => $"{value.Key}={value.Value}").Order(StringComparer.OrdinalIgnoreCase)];
            Assert.True(their.SequenceEqual(our, StringComparer.OrdinalIgnoreCase), $"{string.Join("|", their)}\n{string.Join("|", our)}\nfile {i}:\n{text}");
        }

        output.WriteLine($"{kind}: {loaded} files with {values} values loaded, {refused} refused");
        Assert.True(loaded > 300 && refused > 100);
    }

    private IConfigurationRoot? Build(string kind)
    {
        try
        {
            var builder = new ConfigurationBuilder().SetBasePath(_deployment.PathOf(""));
            return (kind == "ini" ? builder.AddIniFile("x.ini") : builder.AddXmlFile("x.xml")).Build();
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or System.Xml.XmlException)
        {
            return null;
        }
    }

    private static string Ini(Random random) => string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Pick(
        random, "[A]", "[A:B]", " [ A ] ", "[]", "a=1", " B = x ", "C=\"q\"", "C=\"", "D=\"\"", $"K{random.Next(9)}=v", $"k{random.Next(9)} = \"x=y\"", "=x", ";n", "#n", "/n", "oops", "", "  ", "[A", "é=é")
        + Pick(random, "\n", "\r\n", "\n")));

    private static string Xml(Random random) => Element(random, "root", 0);

    private static string Element(Random random, string name, int depth)
    {
        var attributes = string.Concat(new[] { "x", "y", "Name", "name", "X" }.Where(_ => random.Next(7) == 0).Select(attribute => $" {attribute}=\"{Pick(random, "A", "B", "", "1")}\""));
        if (random.Next(4) == 0)
            return $"<{name}{attributes}/>";

        var content = string.Concat(Enumerable.Range(0, random.Next(depth > 3 ? 1 : 4)).Select(_ => random.Next(6) switch
        {
            0 => Pick(random, "text", " ", "é", "&amp;"),
            1 => Pick(random, "<![CDATA[c]]>", "<!-- n -->", "<?p i?>", "\n  "),
            2 when random.Next(8) == 0 => Pick(random, "<", "&x;", "</z>", "<x:y/>"),
            _ => Element(random, Pick(random, "A", "B", "a", "Item", "x"), depth + 1),
        }));
        return $"<{name}{attributes}>{content}</{name}>";
    }

    private static string Pick(Random random, params string[] choices) => choices[random.Next(choices.Length)];
}
