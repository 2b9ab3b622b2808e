using System.Text;
using ReadinessAnalyzers.Gate.Configuration;

namespace ReadinessAnalyzers.Gate.Tests.Configuration;

/// <summary>Which values the published app sees, where they stand, and what is said about faulty files.</summary>
public sealed class EffectiveConfigurationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<SettingsFile> _published = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_highest_layer_wins_and_knows_what_it_hides()
    {
        Publish("appsettings.json", """{ "Stripe": { "Key": "base" } }""");
        Publish("appsettings.Production.json", "{\n  \"STRIPE:KEY\": \"é 😀\", \"Stripe\": { \"Url\": 1e5 } }");
        Publish("Shop.settings.json", """{ "Stripe": { "Key": "app" } }""");
        var configuration = Load();

        var winner = Get(configuration, "stripe:key");
        Assert.Equal(("app", "Shop.settings.json"), (winner.Value, winner.Origin.Name));
        Assert.Equal("é 😀", winner.Overrides!.Value);
        Assert.Equal(At("appsettings.Production.json", 2, 17), winner.Overrides.Position);
        Assert.Equal("base", winner.Overrides.Overrides!.Value);
        Assert.Null(winner.Overrides.Overrides.Overrides);
        Assert.Equal(4, configuration.AllValues.Count());
        Assert.Equal(["Stripe:Key", "Stripe:Url"], configuration.Children("Stripe"), StringComparer.OrdinalIgnoreCase);
        Assert.Empty(configuration.Problems);
    }

    [Theory]
    [InlineData(8, "base")]
    [InlineData(10, "app")]
    [InlineData(11, "app")]
    public void The_apps_own_settings_file_counts_from_dotnet_10_on(int dotnet, string expected)
    {
        Publish("appsettings.json", """{ "A": "base" }""");
        Publish("Shop.settings.Production.json", """{ "A": "app" }""");
        Assert.Equal(expected, Get(Load(new Version(dotnet, 0)), "A").Value);
    }

    [Fact]
    public void Only_files_at_the_root_of_the_publish_folder_count()
    {
        Publish("appsettings.json", """{ "A": 1 }""");
        Publish("appsettings.Development.json", """{ "A": 2 }""");
        _published.Add(new(_folder.Write("other.json", """{ "A": 3 }"""), "sub/appsettings.Production.json"));
        Assert.Equal("1", Get(Load(), "A").Value);
    }

    [Fact]
    public void A_file_of_the_wrong_case_is_skipped_and_named()
    {
        Publish("appsettings.production.json", """{ "A": 1 }""");
        var configuration = Load();
        Assert.False(configuration.TryGet("A", out _));
        var ignored = Assert.Single(configuration.IgnoredForCase);
        Assert.Equal(At("appsettings.production.json", 1, 1), ignored.Position);
        Assert.Contains("the app looks for 'appsettings.Production.json'", ignored.Message);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\" \\t\"")]
    [InlineData("{}")]
    [InlineData("[]")]
    public void Null_empty_and_blank_are_missing(string value)
    {
        Publish("appsettings.json", """{ "A": { "B": "x" } }""");
        Publish("appsettings.Production.json", $$"""{ "A": { "B": {{value}} } }""");
        var configuration = Load();
        Assert.True(Get(configuration, "A:B").IsMissing);
        Assert.False(configuration.Exists("A"));
    }

    [Fact]
    public void A_section_exists_if_anything_in_it_does()
    {
        Publish("appsettings.json", """{ "A": { "B": [null, true] }, "AB": "" }""");
        var configuration = Load();
        Assert.True(configuration.Exists("a"));
        Assert.True(configuration.Exists("A:B:1"));
        Assert.False(configuration.Exists("A:B:0"));
        Assert.False(configuration.Exists("AB"));
        Assert.Equal("True", Get(configuration, "A:B:1").Value);
        Assert.Equal(["A", "AB"], configuration.Children(""));
    }

    [Theory]
    [InlineData("Stripe:Webhooks:Secret", 3, 5)]
    [InlineData("stripe:Other:Secret", 2, 3)]
    [InlineData("Billing:Key", 1, 1)]
    [InlineData("Billing", 1, 1)]
    [InlineData("List:0:Missing", 5, 13)]
    [InlineData("Empty:Key", 6, 3)]
    [InlineData("List:7", 5, 3)]
    public void A_missing_key_is_reported_at_its_deepest_parent(string key, int line, int column)
    {
        Publish("appsettings.Production.json", """
            {
              "Stripe": {
                "Webhooks": { "x": 1 },
              },
              "List": [ { "x": 1 } ],
              "Empty": {}
            }
            """);
        Assert.Equal(At("appsettings.Production.json", line, column), Load().PositionForMissing(key, "Shop.csproj"));
    }

    [Fact]
    public void Without_a_file_for_the_environment_a_missing_key_is_reported_at_the_fallback()
    {
        Publish("appsettings.json", """{ "Stripe": { "x": 1 } }""");
        Assert.Equal(new FilePosition("Shop.csproj"), Load().PositionForMissing("Stripe:Key", "Shop.csproj"));
    }

    [Theory]
    [InlineData("", 1, 1, "is empty")]
    [InlineData(" \n ", 1, 1, "is empty")]
    [InlineData("// only a note", 1, 15, "is not valid JSON, so the app would not start: expected a value, but the document ends here.")]
    [InlineData("\n [1]", 2, 2, "holds no JSON object")]
    [InlineData("{ \"a\": 1\n  \"b\": 2 }", 2, 3, "is not valid JSON, so the app would not start: expected a comma or a closing brace.")]
    [InlineData("{ \"Key\": 1,\n  \"key\": 2 }", 2, 3, "The key 'key' is already set in line 1 as 'Key', so the app would not start")]
    [InlineData("{ \"A\": { \"B\": 1 },\n  \"A:B\": 2 }", 2, 3, "The key 'A:B' is already set in line 1, so the app would not start")]
    public void A_fault_that_stops_the_app_is_reported_where_it_stands(string text, int line, int column, string message)
    {
        Publish("appsettings.json", text);
        var problem = Assert.Single(Load().Problems);
        Assert.Equal(At("appsettings.json", line, column), problem.Position);
        Assert.Contains(message, problem.Message);
    }

    [Fact]
    public void A_file_with_a_repeated_key_still_gives_all_its_values()
    {
        Publish("appsettings.json", """{ "A": 1, "a": 2, "B": 3, "b": {} }""");
        var configuration = Load();
        Assert.True(configuration.IsComplete);
        Assert.Equal(["1", "2", "3", null], configuration.AllValues.Select(value => value.Value));
        Assert.True(Get(configuration, "B").IsMissing);
    }

    [Theory]
    [InlineData("utf-16", "UTF-16")]
    [InlineData("utf-16BE", "UTF-16")]
    [InlineData("utf-32", "UTF-32")]
    [InlineData("utf-32BE", "UTF-32")]
    public void A_file_in_another_encoding_is_read_as_the_app_does_and_reported(string encoding, string name)
    {
        var other = Encoding.GetEncoding(encoding);
        Publish("appsettings.json", [.. other.GetPreamble(), .. other.GetBytes("""{ "A": "é" }""")]);
        var configuration = Load();
        Assert.Contains(name, Assert.Single(configuration.Problems).Message);
        Assert.Equal("é", Get(configuration, "A").Value);
        Assert.Equal(At("appsettings.json", 1, 8), Get(configuration, "A").Position);
    }

    [Fact]
    public void UTF_16_without_a_mark_is_named()
    {
        Publish("appsettings.json", Encoding.Unicode.GetBytes("{}"));
        var configuration = Load();
        Assert.Contains("UTF-16", Assert.Single(configuration.Problems).Message);
        Assert.False(configuration.IsComplete);
    }

    [Theory]
    [InlineData("", 1, 8)]
    [InlineData("\uFEFF", 1, 8)]
    [InlineData("{\r\n", 2, 8)]
    [InlineData("😀", 1, 10)]
    public void The_first_byte_that_is_not_UTF_8_is_shown(string before, int line, int column)
    {
        foreach (var bad in new byte[][] { [0xE9], [0xC3, 0x28], [0xF0, 0x9F, 0x98], [0xED, 0xA0, 0x80], [0xC0, 0x80] })
        {
            _published.Clear();
            Publish("appsettings.json", [.. Encoding.UTF8.GetBytes(before + "{ \"A\":\""), .. bad, .. "\" é }"u8]);
            var problem = Assert.Single(Load().Problems);
            Assert.Equal(At("appsettings.json", line, column), problem.Position);
            Assert.Contains("not valid UTF-8", problem.Message);
        }
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_a_problem_and_no_exception()
    {
        _published.Add(new(Path.Combine(_folder.Path, "missing.json"), "appsettings.json"));
        _published.Add(new(_folder.Path, "appsettings.Production.json"));
        _published.Add(new("\0", "Shop.settings.json"));
        _published.Add(new("", "Shop.settings.Production.json"));
        Assert.Equal(4, Load().Problems.Count(problem => problem.Message.Contains("cannot be read")));
    }

    [Fact]
    public void A_huge_file_is_not_read()
    {
        Publish("appsettings.json", "{ \"A\": \"" + new string('x', 4 * 1024 * 1024) + "\" }");
        Assert.Contains("larger than 4 MB", Assert.Single(Load().Problems).Message);
    }

    [Fact]
    public void Neither_a_problem_nor_a_values_text_shows_a_value()
    {
        const string Secret = "hunter2";
        Publish("appsettings.json", $$"""{ "A": "{{Secret}}", "a": "{{Secret}}", "B": "{{Secret}}" }""");
        Publish("appsettings.Production.json", $$"""{ "A": "{{Secret}}" "{{Secret}}" }""");
        Publish("Shop.settings.json", $"\"{Secret}\"");
        var configuration = Load();
        Assert.Equal(3, configuration.Problems.Count());
        foreach (object shown in configuration.Problems.Concat<object>(configuration.AllValues))
            Assert.DoesNotContain(Secret, shown.ToString());
    }

    private EffectiveConfiguration Load(Version? targetFramework = null) =>
        EffectiveConfiguration.Load(_published, "Production", "Shop", targetFramework ?? new Version(10, 0));

    private static ConfigurationValue Get(EffectiveConfiguration configuration, string key)
    {
        Assert.True(configuration.TryGet(key, out var value));
        return value;
    }

    private FilePosition At(string name, int line, int column) => new(Path.Combine(_folder.Path, name), line, column);

    private void Publish(string name, string text) => Publish(name, Encoding.UTF8.GetBytes(text));

    private void Publish(string name, byte[] bytes) => _published.Add(new(_folder.Write(name, bytes), name));
}
