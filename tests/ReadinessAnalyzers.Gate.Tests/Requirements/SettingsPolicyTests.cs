using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Tests.Requirements;

/// <summary>The member <c>settings</c> of readiness.json, and what is answered when it cannot be meant.</summary>
public sealed class SettingsPolicyTests
{
    [Theory]
    [InlineData("false", "boolean", false)]
    [InlineData("true", "boolean", true)]
    [InlineData("null", "absent", false)]
    [InlineData("420", "text", true)]
    [InlineData("[\"a\", 1]", "text", true)]
    [InlineData("\"https\"", "https", true)]
    [InlineData("{}", "required", true)]
    [InlineData("{ \"min\": 1 }", "integer", true)]
    [InlineData("{ \"optional\": true, \"max\": 1 }", "integer", false)]
    [InlineData("{ \"path\": \"/x\" }", "https", true)]
    [InlineData("{ \"sameAs\": \"B\" }", "required", true)]
    [InlineData("{ \"minLength\": 64 }", "secret", true)]
    [InlineData("{ \"value\": false }", "boolean", false)]
    [InlineData("{ \"kind\": \"postgres\", \"maxPoolSize\": 9 }", "postgres", true)]
    public void The_shorthand_and_the_long_form_name_a_kind(string demand, string kind, bool isRequired)
    {
        var policy = ReadinessPolicyReader.Parse("readiness.json", $$"""{ "settings": { "A__B": {{demand}} } }""");
        Assert.Empty(policy.Problems);
        var setting = Assert.Single(policy.Settings);
        Assert.Equal(("A:B", kind, isRequired, new FilePosition("readiness.json", 1, 17)), (setting.Name, setting.Kind, setting.IsRequired, setting.Position));
    }

    [Theory]
    [InlineData("[]", "1,15", "'settings' must be an object of settings and what they must be, such as { \"Auth:Disabled\": false, \"App:PublicUrl\": \"https\" }.")]
    [InlineData("{ \" \": true }", "1,17", "A setting must have a name of at most 200 characters, such as \"App:PublicUrl\".")]
    [InlineData("{ \"A:B\": true, \"a__b\": true }", "1,30", "'a__b' stands twice in 'settings'; keep one of the two.")]
    [InlineData("{ \"A\": \"htps\" }", "1,22", "There is no kind of setting 'htps'; did you mean 'https'? A text that the setting must hold is written [\"…\"].")]
    [InlineData("{ \"A\": \"\" }", "1,22", "The kind of a setting must be a text that is not empty.")]
    [InlineData("{ \"A\": [] }", "1,22", "'A' must be a text or a list of at most 500 texts, none of them empty or longer than 200 characters.")]
    [InlineData("{ \"A\": [\"\"] }", "1,22", "'A' must be a text or a list of at most 500 texts, none of them empty or longer than 200 characters.")]
    [InlineData("{ \"A\": { \"kind\": \"htps\" } }", "1,32", "There is no kind of setting 'htps'; did you mean 'https'? A text that the setting must hold is written [\"…\"].")]
    [InlineData("{ \"A\": { \"kind\": 1 } }", "1,32", "The kind of a setting must be a text that is not empty.")]
    [InlineData("{ \"A\": { \"kind\": \"https\", \"hosts\": \"x\" } }", "1,41", "'A', a setting of kind 'https', has no member 'hosts'; did you mean 'host'?")]
    [InlineData("{ \"A\": { \"kind\": \"hosts\", \"min\": 1 } }", "1,41", "'A', a setting of kind 'hosts', has no member 'min'; it may have 'kind', 'optional', 'orElse', 'shipped', 'sameAs', 'differsFrom', 'for'.")]
    [InlineData("{ \"A\": { \"minn\": 1 } }", "1,24", "'A' has no member 'minn'; did you mean 'min'?")]
    [InlineData("{ \"A\": { \"min\": 1, \"path\": \"/x\" } }", "1,34", "'A' has no member 'path'; it may have 'kind', 'optional', 'orElse', 'shipped', 'sameAs', 'differsFrom', 'for', 'min', 'max', 'greaterThan', 'lessThan'.")]
    [InlineData("{ \"A\": { \"min\": 1, \"min\": 2 } }", "1,34", "'min' stands twice in 'A'; keep one of the two.")]
    [InlineData("{ \"A\": { \"min\": \"1\" } }", "1,31", "'min' must be a whole number.")]
    [InlineData("{ \"A\": { \"min\": 2, \"max\": 1 } }", "1,41", "'max' is less than 'min', so no number would do.")]
    [InlineData("{ \"A\": { \"maxAgeDays\": 0 } }", "1,38", "'maxAgeDays' must be greater than 0.")]
    [InlineData("{ \"A\": { \"maxAgeDays\": 9, \"future\": true } }", "1,51", "A day that is still to come has no age; keep one of 'maxAgeDays' and 'future'.")]
    [InlineData("{ \"A\": { \"oneOf\": [\"a\"], \"not\": \"A\" } }", "1,47", "'not' refuses what 'oneOf' asks for.")]
    [InlineData("{ \"A\": { \"contains\": \"a\", \"equals\": \"a\" } }", "1,51", "'equals' is the whole list and 'contains' a part of it; keep one of the two.")]
    [InlineData("{ \"A\": { \"path\": \"x\" } }", "1,32", "'path' must begin with a slash, such as \"/stripe/webhook\".")]
    [InlineData("{ \"A\": { \"host\": \"x\", \"sameHostAs\": \"B\" } }", "1,51", "'host' and 'sameHostAs' both say which host; keep one of the two.")]
    [InlineData("{ \"A\": { \"shipped\": true } }", "1,35", "'shipped' can only be false: the setting may not come from a file that is published with the app.")]
    [InlineData("{ \"A\": { \"optional\": 1 } }", "1,36", "'optional' must be true or false.")]
    [InlineData("{ \"A\": { \"kind\": \"absent\", \"optional\": true } }", "1,54", "What must be absent cannot be optional.")]
    [InlineData("{ \"A\": { \"orElse\": \"a\" } }", "1,34", "'A' cannot stand in for itself; name another setting.")]
    [InlineData("{ \"A\": { \"orElse\": \"B\", \"optional\": true } }", "1,34", "What is optional needs no other setting to stand in for it; keep one of the two.")]
    [InlineData("{ \"A:B\": { \"orElse\": \"B\" } }", "1,17", "'A:B' is stood in for by 'B', of which 'settings' does not say what it must be; add it.")]
    [InlineData("{ \"A\": { \"sameAs\": \"a\" } }", "1,34", "'A' is always the same as itself; name another setting.")]
    [InlineData("{ \"A\": { \"differsFrom\": [\"B\", \"a\"] } }", "1,39", "'A' cannot differ from itself; name another setting.")]
    [InlineData("{ \"A\": { \"sameAs\": \"B\", \"differsFrom\": \"B\" } }", "1,54", "'A' cannot be the same as 'B' and differ from it.")]
    [InlineData("{ \"A\": { \"kind\": \"mySql\", \"pooler\": true, \"maxPoolSize\": 1 } }", "1,72", "With a 'pooler' the pool is not the connection string's; keep one of the two.")]
    [InlineData("{ \"A\": null }, \"deferred\": { \"A\": \"x\" }", "1,17", "'A' is deferred and must be absent; keep one of the two.")]
    public void What_cannot_be_meant_is_a_finding_and_no_entry(string settings, string place, string message)
    {
        var policy = ReadinessPolicyReader.Parse("readiness.json", $$"""{ "settings": {{settings}} }""");
        var finding = Assert.Single(policy.Problems);
        Assert.Equal(("RDY9004", place, message), (finding.Id, $"{finding.Position.Line},{finding.Position.Column}", finding.Message));
        Assert.All(policy.Settings, setting => Assert.Equal("A:B", setting.Name));
    }

    [Theory]
    [InlineData("{ \"settings\": [] }", "1,27", "The settings of prices must be an object of plans and settings, such as { \"pro.monthly\": \"STRIPE_PRICE_PRO_MONTHLY\" }.")]
    [InlineData("{ \"settings\": { \"a.b\": 1 } }", "1,36", "The setting with the price of 'a.b' must be a text that is not empty.")]
    [InlineData("{ \"settings\": { \"a.b\": \"X:Y\", \"a.c\": \"x__y\" } }", "1,50", "'x__y' is the setting of another plan already, and each plan has a price of its own.")]
    [InlineData("{ \"required\": [\"a.b\"], \"settings\": { \"A.b\": \"X\" } }", "1,50", "'A.b' stands twice in 'prices'; keep one of the two.")]
    [InlineData("{ \"test\": 1 }", "1,23", "'test' must be a text that is not empty.")]
    [InlineData("{ \"tests\": \"x\" }", "1,15", "'prices' has no member 'tests'; did you mean 'test'?")]
    [InlineData("{ \"shared\": [] }", "1,25", "'shared' must be a section or an object.")]
    [InlineData("{ \"shared\": { \"reason\": \"x\" } }", "1,25", "'shared' must name its section, such as { \"section\": \"Stripe:Prices:Shared\", \"reason\": \"…\" }.")]
    public void So_it_is_with_prices(string prices, string place, string message)
    {
        var finding = Assert.Single(ReadinessPolicyReader.Parse("readiness.json", $$"""{ "prices": {{prices}} }""").Problems);
        Assert.Equal(("RDY9004", place, message), (finding.Id, $"{finding.Position.Line},{finding.Position.Column}", finding.Message));
    }

    [Fact]
    public void Too_many_settings_are_not_read()
    {
        var entries = string.Join(", ", Enumerable.Range(0, 600).Select(i => $"\"S{i}\": true"));
        var policy = ReadinessPolicyReader.Parse("readiness.json", $$"""{ "settings": { {{entries}} } }""");
        Assert.Equal((500, 1), (policy.Settings.Count, policy.Problems.Count));
    }

    [Fact]
    public void Too_many_patterns_are_not_read()
    {
        var entries = string.Join(", ", Enumerable.Range(0, 31).Select(i => $"\"S{i}:*\": true"));
        var policy = ReadinessPolicyReader.Parse("readiness.json", $$"""{ "settings": { {{entries}} } }""");
        Assert.Equal((30, "'settings' has more than 30 names with * or ?; write the others out."), (policy.Settings.Count, Assert.Single(policy.Problems).Message));
    }
}
