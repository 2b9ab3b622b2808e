using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ReadinessAnalyzers.Tests.Facts;

/// <summary>RDY0003: what a project makes, uses, registers and exports of metrics and traces.</summary>
public sealed class TelemetryFactTests
{
    [Fact]
    public async Task StaticInstruments_AreRecordedWhereverTheProjectDoes() => Assert.Equal(
        [
            "activitySource Shop.Billing yes [Test]Telemetry.Activities",
            "meter Shop.Billing yes [Test]Telemetry.Meter|[Test]Telemetry.Received|[Test]Telemetry.Amount|[Test]Telemetry.Forgotten",
            "instrument received yes [Test]Telemetry.Received",
            "instrument amount yes [Test]Telemetry.Amount",
            "instrument forgotten no [Test]Telemetry.Forgotten",
        ],
        await FactsAsync("""
            public static class Telemetry
            {
                public const string Name = "Shop.Billing";
                public static readonly ActivitySource Activities = new(Name);
                private static readonly Meter Meter = new(Name, "1.0");
                public static readonly Counter<long> Received = Meter.CreateCounter<long>("received");
                public static readonly Histogram<double> Amount = Meter.CreateHistogram<double>("amount", unit: "EUR");
                internal static readonly Counter<long> Forgotten = Meter.CreateCounter<long>("forgotten");
            }
            public class Webhook
            {
                /// <summary>Counts <see cref="Telemetry.Forgotten"/> no more, <c>nameof(Telemetry.Forgotten)</c>.</summary>
                public void Receive(decimal amount)
                {
                    using var activity = Telemetry.Activities.StartActivity("receive");
                    Telemetry.Received.Add(1);
                    Telemetry.Amount?.Record((double)amount);
                    Console.WriteLine(nameof(Telemetry.Forgotten) + Telemetry.Forgotten.Name + Telemetry.Forgotten.Enabled);
                }
            }
            """));

    [Fact]
    public async Task MeterFactory_MakesMetersByNameAndByOptions() => Assert.Equal(
        [
            "meter Shop.A yes [Test]BillingMetrics._meter|[Test]BillingMetrics._received",
            "instrument a yes [Test]BillingMetrics._received",
            "meter Shop.B yes [Test]BillingMetrics.Paid",
            "instrument b yes [Test]BillingMetrics.Paid",
            "meter Shop.C no",
        ],
        await FactsAsync("""
            public class BillingMetrics
            {
                private readonly Meter _meter;
                private readonly Counter<int> _received;
                public Counter<int> Paid { get; }
                public BillingMetrics(IMeterFactory factory)
                {
                    _meter = factory.Create("Shop.A");
                    _received = _meter.CreateCounter<int>("a");
                    var other = factory.Create(new MeterOptions("x") { Name = "Shop.B", Version = "2" });
                    Paid = other.CreateCounter<int>("b");
                    factory.Create(new MeterOptions("Shop.C"));
                }
                public void Received() => _received.Add(1);
                public void Pay() => Paid.Add(1, new KeyValuePair<string, object?>("plan", "pro"));
            }
            """));

    [Theory]
    [InlineData("\"Shop\"", "Shop")]
    [InlineData("Names.Constant", "Shop.Constant")]
    [InlineData("Names.Fixed", "Shop.Fixed")]
    [InlineData("Names.Computed", "Shop.Computed")]
    [InlineData("$\"{Names.Constant}.Billing\"", "Shop.Constant.Billing")]
    [InlineData("Names.Fixed + \".Billing\"", "Shop.Fixed.Billing")]
    [InlineData("nameof(Names)", "Names")]
    [InlineData("typeof(Names).FullName!", "Shop.Names")]
    [InlineData("typeof(Names.Inner).FullName!", "Shop.Names+Inner")]
    [InlineData("typeof(Names).Namespace + \".X\"", "Shop.X")]
    [InlineData("typeof(Names).Assembly.GetName().Name!", "Test")]
    [InlineData("System.Reflection.Assembly.GetExecutingAssembly().GetName().Name!", "Test")]
    [InlineData("$\"{Environment.MachineName}.Billing\"", "*.Billing")]
    [InlineData("Environment.MachineName", "*")]
    [InlineData("Names.Assigned", "*")]
    [InlineData("typeof(List<int>).FullName!", "*")]
    public async Task NameOfAnActivitySource_IsFollowed(string expression, string name) => Assert.Equal(
        [$"activitySource {name} yes [Test]Shop.Telemetry.Source"],
        (await FactsAsync($$"""
            namespace Shop
            {
                public static class Names
                {
                    public const string Constant = "Shop.Constant";
                    public static readonly string Fixed = "Shop.Fixed";
                    public static string Computed => nameof(Shop) + ".Computed";
                    public static string Assigned = "Shop.Assigned";
                    public class Inner { }
                }
                public class Telemetry
                {
                    private readonly ActivitySource Source = new({{expression}});
                    public void Run() => Source.StartActivity();
                }
            }
            """)).Select(fact => fact.Split('|')[0]));

    [Theory]
    [InlineData("_counter.Add(1);", "yes")]
    [InlineData("_counter?.Add(1);", "yes")]
    [InlineData("this._counter!.Add(1, default(KeyValuePair<string, object?>));", "yes")]
    [InlineData("new List<int>().ForEach(number => _counter.Add(number));", "yes")]
    [InlineData("Use(_counter);", "unknown")]
    [InlineData("Action<int> add = _counter.Add; add(1);", "unknown")]
    [InlineData("var counter = _counter; counter.Add(1);", "unknown")]
    [InlineData("var same = _counter is null || _counter == null;", "no")]
    [InlineData("_counter = null!;", "no")]
    [InlineData("if (_counter.Enabled) Console.WriteLine(_counter.Name);", "no")]
    [InlineData("", "no")]
    public async Task CounterInAField_IsUsedBy(string statement, string use)
    {
        var facts = await FactsAsync($$"""
            public class Billing
            {
                private static readonly Meter Meter = new("Shop");
                private Counter<int> _counter = Meter.CreateCounter<int>("paid");
                public void Run() { {{statement}} }
                private void Use(object counter) { }
            }
            """);

        // What nobody records to makes no use of its meter.
        Assert.Equal([$"meter Shop {use} [Test]Billing.Meter|[Test]Billing._counter", $"instrument paid {use} [Test]Billing._counter"], facts);
    }

    [Theory]
    [InlineData("meter.CreateCounter<int>(\"paid\").Add(1);", "yes")]
    [InlineData("var paid = meter.CreateCounter<int>(\"paid\"); void Pay() => paid.Add(1);", "yes")]
    [InlineData("var paid = meter.CreateCounter<int>(\"paid\");", "no")]
    [InlineData("meter.CreateCounter<int>(\"paid\");", "no")]
    [InlineData("meter.CreateObservableGauge(\"paid\", () => 1);", "yes")]
    [InlineData("Keep(meter.CreateCounter<int>(\"paid\"));", "unknown")]
    [InlineData("_all[\"paid\"] = meter.CreateCounter<int>(\"paid\");", "unknown")]
    [InlineData("_late = new Lazy<Counter<int>>(() => meter.CreateCounter<int>(\"paid\"));", "unknown")]
    public async Task InstrumentOfAnyHolder_IsUsedBy(string statement, string use) => Assert.Contains(
        $"instrument paid {use}",
        await FactsAsync($$"""
            public class Billing
            {
                private readonly Dictionary<string, Counter<int>> _all = new();
                private Lazy<Counter<int>>? _late;
                public void Run(Meter meter) { {{statement}} }
                private void Keep(object instrument) { }
            }
            """));

    [Theory]
    [InlineData("\"Shop\"", "Shop")]
    [InlineData("\"Shop.*\", \"Other\"", "Shop.*", "Other")]
    [InlineData("new[] { \"A\", Names.B }", "A", "B")]
    [InlineData("[\"A\", .. Names.More]", "A", "C", "D")]
    [InlineData("Names.More", "C", "D")]
    [InlineData("[.. Names.More, .. Names.More, \"G\"]", "C", "D", "G")]
    [InlineData("Names.Endless", "H")]
    [InlineData("Names.There", "I", "J")]
    [InlineData("Names.Changing", "*")]
    [InlineData("configuration[\"Meter\"]!", "*")]
    [InlineData("$\"{configuration[\"Company\"]}.Billing\"", "*.Billing")]
    [InlineData("isLegacy ? \"Old\" : \"New\"", "Old", "New")]
    public async Task AddMeter_RegistersEachName(string arguments, params string[] patterns) => Assert.Equal(
        patterns.Select(pattern => $"registration {pattern} metrics"),
        (await FactsAsync($$"""
            public static class Names
            {
                public const string B = "B";
                public static readonly string[] More = ["C", "D"];
                public static string[] Changing = ["E"];
                public static readonly string[] Endless = [.. Endless, "H"];
                public static readonly string[] There = [.. Back, "J"];
                public static readonly string[] Back = [.. There, "I"];
                public static readonly Meter Meter = new("F");
            }
            public static class Host
            {
                public static void Add(IServiceCollection services, IConfiguration configuration, bool isLegacy) =>
                    services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter({{arguments}}));
            }
            """)).Where(fact => !fact.StartsWith("meter", StringComparison.Ordinal)));

    [Fact]
    public async Task AddMeterOfAMetersName_NamesTheMember() => Assert.Contains("registration * metrics [Test]Names.Meter", await FactsAsync("""
        public static class Names { public static readonly Meter Meter = new(Environment.MachineName); }
        public static class Host { public static void Add(MeterProviderBuilder metrics) => metrics.AddMeter(Names.Meter.Name); }
        """));

    [Fact]
    public async Task AddMeterInALoop_MayRegisterAnything() => Assert.Equal(["registration * metrics"], await FactsAsync("""
        public static class Host
        {
            public static void Add(MeterProviderBuilder metrics, string[] names) { foreach (var name in names) metrics.AddMeter(name); }
        }
        """));

    [Fact]
    public async Task AddSource_IsForTraces_AndOtherBuildersAreNotAsked() => Assert.Equal(
        ["registration Shop traces"],
        await FactsAsync("""
            public class Sources { public Sources AddSource(string name) => this; public Sources AddMeter(string name) => this; }
            public static class Host
            {
                public static void Add(TracerProviderBuilder traces) { traces.AddSource("Shop"); new Sources().AddSource("Other").AddMeter("Other"); }
            }
            """));

    [Fact]
    public async Task Exporters_AreForTheirSignal() => Assert.Equal(
        ["exporter traces", "exporter metrics", "exporter metrics", "exporter metrics", "exporter all"],
        await FactsAsync("""
            public static class Host
            {
                public static void Add(IServiceCollection services, TracerProviderBuilder traces, MeterProviderBuilder metrics, MetricReader reader, OpenTelemetryLoggerOptions logs)
                {
                    traces.SetErrorStatusOnException().AddOtlpExporter();
                    metrics.AddOtlpExporter().AddConsoleExporter().AddReader(reader);
                    logs.AddOtlpExporter();
                    services.AddOpenTelemetry().UseOtlpExporter();
                }
            }
            """));

    [Fact]
    public async Task WhatIsAddedInDevelopmentOnly_SaysNothingOfProduction() => Assert.Empty(await FactsAsync("""
        public static class Host
        {
            public static void Add(IHostEnvironment environment, MeterProviderBuilder metrics)
            {
                if (environment.IsDevelopment())
                    metrics.AddMeter("Shop").AddConsoleExporter();
            }
        }
        """));

    [Theory]
    [InlineData("var listener = new MeterListener();", "metrics")]
    [InlineData("using MeterListener listener = new();", "metrics")]
    [InlineData("ActivitySource.AddActivityListener(new ActivityListener { ShouldListenTo = _ => true });", "traces")]
    [InlineData("services.AddMetrics(metrics => Microsoft.Extensions.Diagnostics.Metrics.MetricsBuilderExtensions.EnableMetrics(metrics, \"Shop\"));", "metrics")]
    public async Task Listener_MayListenToAnything(string statement, string signal) => Assert.Equal(
        [$"registration * {signal}", $"exporter {signal}"],
        await FactsAsync($$"""
            public static class Host { public static void Listen(IServiceCollection services) { {{statement}} } }
            """));

    [Theory]
    [InlineData("public class Meter(string name) { public object CreateCounter<T>(string counter) => name + counter; } public class Water { Meter meter = new(\"x\"); }")]
    [InlineData("public class Fakes { public object Of() => new { Meter = 1, ActivitySource = 2 }; }")]
    [InlineData("public class Names { /* new Meter(\"x\") */ public string Text = \"new ActivitySource(\"; }")]
    public async Task WhatOnlySoundsAlike_IsNoFact(string source) => Assert.Empty(await FactsAsync(source));

    [Fact]
    public async Task Instrument_TellsItsType() => Assert.Equal(
        ["Counter", "UpDownCounter", "Histogram", "Gauge", "ObservableGauge"],
        (await DiagnosticsOf(Compilation("""
            public class C(Meter meter)
            {
                public object[] All() =>
                [
                    meter.CreateCounter<int>("a"), meter.CreateUpDownCounter<int>("b"), meter.CreateHistogram<int>("c"), meter.CreateGauge<int>("d"),
                    meter.CreateObservableGauge<int>("e", () => 1),
                ];
            }
            """))).Where(fact => fact.Id == "RDY0003").Select(fact => fact.Properties["type"]));

    [Fact]
    public async Task HelperThatMakesInstruments_MayMakeAnyOfThem() => Assert.Equal(
        ["meter Shop unknown [Test]Metrics.Meter", "instrument paid unknown", "instrument refunded unknown"],
        await FactsAsync("""
            public static class Metrics
            {
                private static readonly Meter Meter = new("Shop");
                private static readonly Counter<int> Paid = Count("paid");
                private static readonly Counter<int> Refunded = Count("refunded");
                private static Counter<int> Count(string name) => Meter.CreateCounter<int>(name);
            }
            """));

    [Fact]
    public async Task MembersOfAnotherProject_AreUsedHere()
    {
        var library = Library("Billing", """
            namespace Billing
            {
                public static class Telemetry
                {
                    public static readonly string Name = "Shop.Billing";
                    public static readonly System.Diagnostics.ActivitySource Activities = new(Name);
                    public static readonly System.Diagnostics.Metrics.Meter Meter = new(Name);
                    public static readonly System.Diagnostics.Metrics.Counter<int> Paid = Meter.CreateCounter<int>("paid");
                    public static readonly System.Diagnostics.Metrics.Counter<int> Kept = Meter.CreateCounter<int>("kept");
                    public static readonly System.Diagnostics.Metrics.Counter<int> Forgotten = Meter.CreateCounter<int>("forgotten");
                }
            }
            """);
        Assert.Equal(
            [
                "instrument own yes",
                "registration * metrics [Billing]Billing.Telemetry.Name",
                "registration * traces [Billing]Billing.Telemetry.Activities",
                "use [Billing]Billing.Telemetry.Activities",
                "use [Billing]Billing.Telemetry.Kept",
                "use [Billing]Billing.Telemetry.Meter",
                "use [Billing]Billing.Telemetry.Paid",
            ],
            (await FactsAsync("""
                public static class Host
                {
                    public static void Run(MeterProviderBuilder metrics, TracerProviderBuilder traces)
                    {
                        Billing.Telemetry.Paid.Add(1);
                        var kept = Billing.Telemetry.Kept;
                        Billing.Telemetry.Activities.StartActivity("x")?.Dispose();
                        Billing.Telemetry.Meter.CreateCounter<int>("own").Add(1);
                        metrics.AddMeter(Billing.Telemetry.Name);
                        traces.AddSource(Billing.Telemetry.Activities.Name);
                        _ = nameof(Billing.Telemetry.Forgotten);
                    }
                }
                """, library)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AssemblyThatIsBuiltOnOpenTelemetry_MayRegisterAnything()
    {
        var company = Library("Company.Telemetry", "public static class Defaults { public static void Add(OpenTelemetry.Metrics.MeterProviderBuilder builder) { } }");
        var known = Library("Npgsql.OpenTelemetry", "public static class Npgsql { public static void Add(OpenTelemetry.Metrics.MeterProviderBuilder builder) { } }");
        var other = Library("Company.Domain", "public static class Domain { }");
        Assert.Equal(["collector Company.Telemetry"], await FactsAsync("", company, known, other));
    }

    [Theory]
    [InlineData("Prometheus.NetStandard", true)]
    [InlineData("Elastic.Apm.AspNetCore", true)]
    [InlineData("PrometheusMap", false)]
    public async Task Agent_ListensToAll(string assembly, bool isCollector) =>
        Assert.Equal(isCollector ? [$"collector {assembly}"] : [], await FactsAsync("", Library(assembly, "public class C { }")));

    [Fact]
    public async Task ProjectWithoutStripe_HasFactsToo() => Assert.Equal(
        ["RDY0000", "RDY0003"],
        (await DiagnosticsOf(SourceCompilation.Of(TestReferences.Framework, "class C { System.Diagnostics.ActivitySource source = new(\"x\"); }")))
            .Select(fact => fact.Id).Order());

    [Fact]
    public async Task SecretAsAName_IsMasked()
    {
        var key = "sk_live_" + Secrets.TestSecret.Body(99);
        var fact = Assert.Single(await FactsAsync($$"""public class C { private readonly ActivitySource _source = new("{{key}}"); }"""));
        Assert.DoesNotContain(key[8..30], fact, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fact_StandsAtTheNameOfTheCall()
    {
        var facts = await DiagnosticsOf(Compilation("""
            public static class Host
            {
                private static readonly Meter Meter =
                    new("Shop");
                public static void Add(MeterProviderBuilder metrics) => metrics
                    .AddMeter("Shop")
                    .AddOtlpExporter();
            }
            """));
        Assert.Equal(
            [(5, 8), (7, 9), (8, 9)],
            facts.Where(fact => fact.Id == "RDY0003").Select(fact => fact.Location.GetLineSpan().StartLinePosition)
                .Select(place => (place.Line + 1, place.Character)).Order());
    }

    /// <summary>In the form <c>name use</c> of what is made, and the name of what is registered.</summary>
    [Theory]
    [InlineData("RDY0003", "Cause", "Shop.Billing yes", "stripe.webhook.received yes", "Shop.Billing", "")]
    [InlineData("RDY3004", "Cause", "Shop.Billing yes", "invoice.paid yes", "Shop.Web", "")]
    [InlineData("RDY3004", "How to fix", "Shop.Billing yes", "invoice.paid yes", "Shop.Billing", "")]
    [InlineData("RDY3005", "Cause", "Shop.Billing yes", "stripe.webhook.received yes", "stripe.webhook.ignored no")]
    [InlineData("RDY3005", "How to fix", "Shop.Billing yes", "stripe.webhook.received yes", "stripe.webhook.ignored yes")]
    public async Task ExampleOnAPage_ShowsWhatThePageSays(string id, string heading, params string[] shown)
    {
        var section = Repository.Read($"docs/rules/{id}.md").Split("\n## ").Single(part => part.StartsWith(heading + "\n", StringComparison.Ordinal));
        var example = section.Split("```csharp\n")[1].Split("```")[0];
        var compilation = SourceCompilation.Of([.. TestReferences.All, LibraryStandIns.OpenTelemetry], example);
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(found => found.Severity == DiagnosticSeverity.Error));
        Assert.Equal(
            shown.Order(),
            (await DiagnosticsOf(compilation)).Where(fact => fact.Id == "RDY0003").Select(fact =>
                $"{fact.Properties.GetValueOrDefault("name")} {fact.Properties.GetValueOrDefault("use")}".Trim()).Order());
    }

    private static Compilation Compilation(string source, params MetadataReference[] more) => SourceCompilation.Of(
        [.. TestReferences.All, LibraryStandIns.OpenTelemetry, .. more],
        "using System.Diagnostics; using System.Diagnostics.Metrics; using OpenTelemetry; using OpenTelemetry.Logs; using OpenTelemetry.Metrics; using OpenTelemetry.Trace;\n" + source);

    private static MetadataReference Library(string name, string source)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            [.. TestReferences.Framework, LibraryStandIns.OpenTelemetry],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(assembly.ToArray());
    }

    /// <summary>In the form <c>kind name use signal members</c>, without what is absent.</summary>
    private static async Task<IReadOnlyList<string>> FactsAsync(string source, params MetadataReference[] more)
    {
        var compilation = Compilation(source, more);
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(found => found.Severity == DiagnosticSeverity.Error));
        return
        [
            .. from fact in await DiagnosticsOf(compilation)
               where fact.Id == "RDY0003"
               select string.Join(' ', new[] { "kind", "name", "use", "signal", "members" }.Select(key => fact.Properties.GetValueOrDefault(key)).Where(value => value is not null)),
        ];
    }

    private static async Task<IEnumerable<Diagnostic>> DiagnosticsOf(Compilation compilation) =>
        await compilation.WithAnalyzers([new FactAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
}
