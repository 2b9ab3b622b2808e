using ReadinessAnalyzers.Gate.CompileLogs;
using ReadinessAnalyzers.Gate.Reporting;

namespace ReadinessAnalyzers.Gate.Tests.Reporting;

/// <summary>The report by its exact text.</summary>
public sealed class MarkdownReportTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void What_the_code_makes_of_telemetry_is_listed_with_its_state()
    {
        _shop
            .Makes(TelemetryFact.Kinds.Meter, "Shop.Web").Makes(TelemetryFact.Kinds.Meter, "Shop.Billing", line: 6)
            .Makes(TelemetryFact.Kinds.Instrument, "paid", line: 7).Makes(TelemetryFact.Kinds.Instrument, "refunded", TelemetryFact.Uses.No, line: 8)
            .Makes(TelemetryFact.Kinds.ActivitySource, "Shop", TelemetryFact.Uses.No, line: 9).Registers("Shop.B*");

        Assert.Contains(
            """
            ## Metrics and traces that the code makes

            | Where | What | Name | State |
            | --- | --- | --- | --- |
            | `Telemetry.cs:5` | Meter | `Shop.Web` | not registered |
            | `Telemetry.cs:6` | Meter | `Shop.Billing` | registered |
            | `Telemetry.cs:7` | Instrument | `paid` | recorded |
            | `Telemetry.cs:8` | Instrument | `refunded` | never recorded |
            | `Telemetry.cs:9` | ActivitySource | `Shop` | not used |

            """,
            MarkdownReport.Write(_shop.Judge()),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_publish_is_told_verdict_first()
    {
        _shop
            .Publishes("{\n  \"Stripe\": { \"SecretKey\": \"sk_test_x\" }\n}")
            .Reads("Stripe:SecretKey")
            .Reads("Stripe:SecretKey", line: 20)
            .Reads("Stripe:WebhookSecret", "webhookSecret", file: "Webhooks.cs", line: 31)
            .Says("""{ "deferred": { "Stripe:WebhookSecret": "set by | the <b>host</b>" } }""")
            .Violates("RDY2005", suppressed: true, justification: "Refused\nby the gateway.")
            .Violates("RDY2011", FindingSeverity.Note)
            .References(new(_shop.PathOf("../Billing/Billing.csproj"), CompileLogState.Usable) { AnalyzersRan = true, SwitchedOffRules = ["RDY2009"] });

        var help = "https://github.com/ReadinessAnalyzers/ReadinessAnalyzers/blob/main/docs/rules";
        var entry = """{ "Stripe:SecretKey": "who sets it" }""";
        Assert.Equal(
            $"""
            # Readiness of Shop: FAILED

            1 error, 1 deferred ('Stripe:WebhookSecret'), 1 suppressed, environment Production.

            ## Findings

            | Where | Rule | What |
            | --- | --- | --- |
            | `appsettings.Production.json:2` | [RDY8002]({help}/RDY8002.md) | 'Stripe:SecretKey' holds a test-mode secret key (sk_test_…); production needs a live secret key (sk_live_… or rk_live_…). Remove it here and let the host supply the live key; then list the setting in readiness.json, "deferred": {entry}. |

            ## Notes

            | Where | Rule | What |
            | --- | --- | --- |
            | `../Billing/Billing.csproj:1` | [RDY9006]({help}/RDY9006.md) | Switched off or lowered to a note in Billing.csproj, for all or some of its files: RDY2009. |
            | `Webhooks.cs:31` | [RDY2011]({help}/RDY2011.md) | RDY2011 is broken. |

            ## Settings that production needs

            | Setting | Used as | Outcome | Set at | Read at |
            | --- | --- | --- | --- | --- |
            | `Stripe:SecretKey` | secretKey | Present | `appsettings.Production.json:2` | `Program.cs:14`, `Program.cs:20` |
            | `Stripe:WebhookSecret` | webhookSecret | Deferred |  | `Webhooks.cs:31` |

            ## Deferred to the host

            | Setting | Reason |
            | --- | --- |
            | `Stripe:WebhookSecret` | set by \| the \<b>host\</b> |

            ## Suppressed

            | Where | Rule | What | Justification | Suppressed in |
            | --- | --- | --- | --- | --- |
            | `Webhooks.cs:31` | [RDY2005]({help}/RDY2005.md) | RDY2005 is broken. | Refused by the gateway. | source |

            ## Projects covered

            | Project | Compile log | Rules switched off |
            | --- | --- | --- |
            | `Shop.csproj` | checked |  |
            | `../Billing/Billing.csproj` | checked | RDY2009 |

            """.ReplaceLineEndings("\n"),
            MarkdownReport.Write(_shop.Judge()));
    }

    [Fact]
    public void What_readiness_json_suppresses_has_its_place_and_last_day()
    {
        _shop.Violates("RDY2009").Says("""{ "suppressions": [{ "id": "RDY2009", "file": "Webhooks.cs", "reason": "a beta | event", "until": "2026-12-31" }] }""");
        var report = MarkdownReport.Write(_shop.Judge());
        Assert.StartsWith("# Readiness of Shop: passed\n\n0 deferred, 1 suppressed, environment Production.\n", report, StringComparison.Ordinal);
        Assert.Contains("| RDY2009 is broken. | a beta \\| event | `readiness.json:1` until 2026-12-31 |", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clean_app_has_a_short_report() =>
        Assert.Equal(
            """
            # Readiness of Shop: passed

            0 deferred, 0 suppressed, environment Production.

            ## Projects covered

            | Project | Compile log | Rules switched off |
            | --- | --- | --- |
            | `Shop.csproj` | checked |  |

            """.ReplaceLineEndings("\n"),
            MarkdownReport.Write(_shop.Judge()));
}
