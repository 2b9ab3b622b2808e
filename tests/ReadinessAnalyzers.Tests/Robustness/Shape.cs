using ReadinessAnalyzers.Tests.Secrets;

namespace ReadinessAnalyzers.Tests.Robustness;

/// <summary>Code that grows in one direction only: long, deep or wide, as generators and people who are in a hurry write it.</summary>
/// <param name="Name">What grows.</param>
/// <param name="Size">How far it grows: as deep as the C# compiler takes it on a stack of one megabyte, or as wide as some file is.</param>
/// <param name="Expected">The ids that are reported in it, each once, since giving up would be cheap.</param>
/// <param name="Write">The source of a size.</param>
internal sealed record Shape(string Name, int Size, string Expected, Func<int, string> Write)
{
    private const string Unverified = "RDY2002 RDY3001";
    private const string Silent = "RDY3001";
    private const string Credential = "RDY1002";
    private const string EventTypes = "RDY0002 RDY2009";

    public static IReadOnlyList<Shape> All { get; } =
    [
        new("sum of the body and texts", 4000, Unverified, size => InAction($"var text = json{Times(size, i => $" + \"{i}\"")}; {Act}")),
        new("calls on the result of calls", 150, Unverified, size =>
            InAction($"var text = new System.Text.StringBuilder(){Times(size, _ => ".Append(json)")}; {Act}")),
        new("extension calls on the result of calls", 150, Unverified, size =>
            InAction($"{Act} var text = json{Times(size, _ => ".Then(json)")};")),
        new("calls that do not bind", 150, Silent, size => InAction($"{Act} var text = Missing{Times(size, _ => ".Then(json)")};")),
        new("calls in calls", 100, Unverified, size => InAction($"{Act} var text = {Nested(size, "Same(", "json", ")")};")),
        new("calls in calls that do not bind", 100, "", size => InAction($"{Act} var text = {Nested(size, "Missing(", "json", ")")};")),
        new("constructors in constructors", 100, Unverified, size => InAction($"{Act} var text = {Nested(size, "new Box(", "json", ")")};")),
        // The compiler itself gives up on a stack of one megabyte at a thousand.
        new("more calls on the result of calls than a stack holds", 850, "", size =>
            InAction($"{Act} var text = new System.Text.StringBuilder(){Times(size, _ => ".Append(json)")};")),
        new("more calls in calls than are read", 300, "", size => InAction($"{Act} var text = {Nested(size, "Same(", "json", ")")};")),
        new("negations", 300, Unverified, size => InAction($"if ({Nested(size, "!", "IsOpen", "")}) return; {Act}")),
        new("conditions joined in one", 2000, Unverified, size => InAction($"if (IsOpen{Times(size, i => $" && json != \"{i}\"")}) return; {Act}")),
        new("comparisons of comparisons", 2000, Unverified, size => InAction($"if (IsOpen{Times(size, _ => " == IsOpen")}) return; {Act}")),
        new("conditions joined in one filter", 2000, "RDY0002 RDY3001", size =>
            InAction($"try {{ EventUtility.ConstructEvent(json, json, json); }} catch (StripeException e) when (IsOpen{Times(size, i => $" && json != \"{i}\"")}) {{ Same(json); }}")),
        new("parentheses", 300, Unverified, size => InAction($"{Act} var text = {Nested(size, "(", "json", ")")};")),
        new("blocks", 300, Unverified, size => InAction(Nested(size, "{", Act, "}"))),
        new("conditions in conditions", 150, Unverified, size => InAction(Nested(size, "if (IsOpen) {", Act, "}"))),
        new("loops in loops", 60, Unverified, size => InAction(Nested(size, "foreach (var c in json) {", Act, "}").Replace("var c", "var _", StringComparison.Ordinal))),
        new("handlers in handlers", 100, Unverified, size => InAction(Nested(size, "try {", Act, "} catch (IOException) { Same(json); }"))),
        new("finally blocks in finally blocks", 40, Silent, size => InAction($"{Nested(size, "try { Same(json); } finally {", Act, "}")}")),
        new("tries in tries with finally", 100, Unverified, size => InAction(Nested(size, "try {", Act, "} finally { Same(json); }"))),
        new("usings in usings", 100, Unverified, size => InAction(Nested(size, "using (Open()) {", Act, "}"))),
        new("lambdas in lambdas", 40, Unverified, size => InAction($"{Act} {Nested(size, "Run(() => {", "Same(json);", "});")}")),
        new("local functions in local functions", 60, Unverified, size => InAction($"{Act} {Nested(size, "void F() {", "Same(json);", "}")}")),
        new("else after else", 150, Credential, size =>
            InAction($"if (IsOpen) {{ }}{Times(size, i => $" else if (json == \"{i}\") StripeConfiguration.ApiKey = Same(\"{i}\");")}")),
        new("sections of a switch", 500, Unverified, size => InAction($"switch (json) {{ {Times(size, i => $"case \"{i}\": Same(json); break;")} }} {Act}")),
        new("labels", 500, Unverified, size => InAction($"{Times(size, i => $"l{i}: if (IsOpen) goto l{(i * 7) % size};")} {Act}")),
        new("conditional in conditional", 200, Credential, size =>
            InAction($"StripeConfiguration.ApiKey = {Times(size, i => $"json == \"{i}\" ? \"k{i}\" : ")}\"last\";")),
        new("choice of settings", 100, "RDY0001", size =>
            InAction($"StripeConfiguration.ApiKey = {Times(size, i => $"Configuration[\"K{i}\"] ?? ")}Configuration[\"Last\"];")),
        new("locals one after the other", 1000, Unverified, size =>
            InAction($"var l0 = json; {Times(size, i => $"var l{i + 1} = l{i} + \"x\";")} StripeConfiguration.ApiKey = l{size}; {Act}")),
        new("assignments of one local", 1000, "", size =>
            InAction($"var key = \"\"; {Times(size, i => $"if (json == \"{i}\") key = Same(\"{i}\");")} StripeConfiguration.ApiKey = key;")),
        new("credentials in one method", 300, "", size =>
            InAction($"var key = Same(json); {Times(size, i => $"StripeConfiguration.ApiKey = key; key = Same(key);")}")),
        new("events in one method", 200, Unverified, size =>
            InAction(Times(size, i => $"var e{i} = EventUtility.ParseEvent(json); Fulfil(e{i});"))),
        new("calls of one long method", 500, Unverified, size =>
            InAction(Times(size, _ => "Long(json);") + Act, $"void Long(string text) {{ {Times(size, i => $"Same(text + {i});")} }}")),
        new("methods that call each other", 300, Unverified, size =>
            InAction($"M0(json); {Act}", Times(size, i => $"void M{i}(string text) {{ M{(i + 1) % size}(text); M{(i * 7) % size}(text); }}"))),
        new("methods that return each other's results", 60, "", size =>
            InAction("StripeConfiguration.ApiKey = M0();", Times(size, i => $"string M{i}() => IsOpen ? M{i + 1}() : M{i + 1}() + \"\";") + $"string M{size}() => Same(\"\");")),
        new("endpoints in one file", 200, "RDY0001 RDY2002 RDY3001", Endpoints),
        new("constants of random characters", 2000, "", size =>
            $"class C {{ {Times(size, i => $"public const string K{i} = \"{TestSecret.Body(32, i)}\";")} }}"),
        new("random pieces after a variable", 2000, "", size =>
            $"class C {{ string M(string head) => head{Times(size, i => $"\n + \"{TestSecret.Body(32, i)}\"")}; }}"),
        new("random pieces of one constant", 2000, "", size =>
            $"class C {{ const string All = \"\"{Times(size, i => $"\n + \"{TestSecret.Body(32, i)}\"")}; }}"),
        new("random pieces appended one after the other", 850, "", size =>
            $"class C {{ string M() => new System.Text.StringBuilder(){Times(size, i => $"\n.Append(\"{TestSecret.Body(24, i)}\")")}.ToString(); }}"),
        new("random pieces of a field behind a prefix", 850, "", size =>
            $"class C {{ static string all = new System.Text.StringBuilder(){Times(size, i => $"\n.Append(\"{TestSecret.Body(24, i)}\")")}.ToString(); string M() => \"sk_live_\" + all; }}"),
        new("random pieces of a password", 850, "", size =>
            $"class C {{ object M() => new System.Net.NetworkCredential(\"shop\", new System.Text.StringBuilder(){Times(size, _ => "\n.Append(1)")}.ToString()); }}"),
        new("parts of a setting's name", 4000, "", size =>
            InAction($"StripeConfiguration.ApiKey = Configuration[Same(json){Times(size, i => $"\n + \"{i}\"")}];")),
        new("names of a setting after a variable", 1000, "", size =>
            $"class C {{ string M(string head) => head{Times(size, _ => "\n + \"publishable key\"")}; }}"),
        new("secrets in one file", 2000, "RDY1001", size => TestSecret.Plant($"class C {{ {Times(size, i => $"string K{i} = \"sk_live_{TestSecret.Body(40, i)}\";\n")} }}")),
        new("one line without an end", 2_000_000, "", size => $"class C {{ string data = \"{TestSecret.Body(size)}\"; }}"),
        new("one comment without an end", 2_000_000, "", size => $"/* {string.Concat(Enumerable.Repeat("sk_live_ whsec_ ", size / 16))} */"),
        new("alternatives of a pattern", 500, EventTypes, size =>
            OfType($"_ = e.Type is \"invoice.payed\"{Times(size, i => $" or \"t{i}\"")};")),
        new("event types in one method", 1000, EventTypes, size => OfType(Times(size, i => $"if (e.Type == \"invoice.payed{i % 9}\") return;"))),
        new("event types in a dictionary", 2000, EventTypes, size =>
            OfType($"var all = new Dictionary<string, int> {{ {Times(size, i => $"[\"invoice{i}.paid\"] = 1,")} }}; _ = all[e.Type];")),
        new("names of one event's type", 500, EventTypes, size =>
            OfType($"var l0 = e.Type; {Times(size, i => $"var l{i + 1} = l{i};")} _ = l{size} == \"invoice.payed\";")),
        new("methods that hand on an event's type", 300, "RDY0002", size =>
            OfType("M0(e.Type);", Times(size, i => $"void M{i}(string type) => M{i + 1}(type);") + $"void M{size}(string type) {{ }}")),
        new("elements of an array", 5000, "", size => $"class C {{ string[] all = [{Times(size, i => $"\"{TestSecret.Body(20, i)}\", ")}]; }}"),
        new("arrays in arrays", 100, "", size => $"class C {{ object all = {Nested(size, "new object[] {", $"\"{TestSecret.Body(32)}\"", "}")}; }}"),
        new("types in types", 100, "", size => Nested(size, "class C {", "void M() => Stripe.StripeConfiguration.ApiKey = System.Console.ReadLine();", "}")
            .Replace("class C {", "class C<T> {", StringComparison.Ordinal)),
        new("namespaces in namespaces", 100, "", size => Nested(size, "namespace N {", "", "}")),
        new("generics in generics", 60, "", size => $"class C {{ {Nested(size, "List<", "Stripe.Event", ">")} all; }}"),
        new("ancestors", 300, Unverified, size =>
            InAction(Act, "", "C0") + $"public class C{size} : ControllerBase {{ }} {Times(size, i => $"public class C{i} : C{i + 1} {{ }}")}"),
        new("options in options", 20, "RDY0004", size =>
            $"class L{size} {{ public string Key {{ get; set; }} }} {Times(size, i => $"class L{i} {{ public L{i + 1} A {{ get; set; }} public L{i + 1} B {{ get; set; }} }}")}"
            + $"class C {{ void M(L{size} options, IServiceCollection services, IConfiguration all) {{ services.Configure<L0>(all); Stripe.StripeConfiguration.ApiKey = options.Key; }} }}"),
        new("patterns in patterns", 60, Unverified, size => InAction($"if (Open() is {Nested(size, "Box { Inner: ", "not null", "}")}) return; {Act}")),
        new("interpolations in interpolations", 10, Unverified, size => InAction($"{Act} var text = {Nested(size, "$\"{", "json", "}\"")};")),
    ];

    private const string Act = "Fulfil(EventUtility.ParseEvent(json));";

    private static string InAction(string statements, string members = "", string ancestor = "ControllerBase") => $$"""
        using Microsoft.AspNetCore.Mvc; using Stripe;
        public class HookController : {{ancestor}}
        {
            [HttpPost] public async Task Receive()
            {
                var json = await new StreamReader(Request.Body).ReadToEndAsync();
                {{statements}}
            }
            private static bool IsOpen => DateTime.Now.Year > 1;
            private static IConfiguration Configuration => null!;
            private static Box Open() => null!;
            private static string Same(string text) => text.Trim();
            private static void Run(Action action) => action();
            private static void Fulfil(Event received) { }
            {{members}}
        }
        public class Box(object inner) : IDisposable { public Box Inner => this; public object Held => inner; public void Dispose() { } }
        public static class Extensions { public static string Then(this string first, string second) => first + second; }

        """;

    private static string OfType(string statements, string members = "") => $$"""
        using Stripe;
        public class Hook
        {
            public void Handle(Event e)
            {
                {{statements}}
            }
            {{members}}
        }
        """;

    private static string Endpoints(int size) => $$"""
        using Stripe;
        var app = WebApplication.Create(args);
        {{Times(size, i => $$"""
            app.MapPost("/hook{{i}}", async (HttpRequest request, IConfiguration configuration) =>
            {
                var json = await new StreamReader(request.Body).ReadToEndAsync();
                var client = new StripeClient(configuration["Key{{i}}"]);
                Fulfil(EventUtility.ParseEvent(json));
            });

            """)}}
        app.Run();
        static void Fulfil(Event received) { }
        """;

    private static string Times(int size, Func<int, string> write) => string.Concat(Enumerable.Range(0, size).Select(write));

    private static string Nested(int size, string before, string inside, string after) =>
        string.Concat(Enumerable.Repeat(before, size)) + inside + string.Concat(Enumerable.Repeat(after, size));

    public override string ToString() => Name;
}
