using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Flow.Origins;

namespace ReadinessAnalyzers.Rules.Secrets;

/// <summary>
/// RDY1005: a credential of one kind where Stripe takes another, or a setting whose name can never be found. Both fail in production only,
/// since the code compiles and every test has a fake.
/// </summary>
internal sealed class MisplacedCredential : Rule<StripeInput>
{
    public override DiagnosticDescriptor Descriptor { get; } = Descriptors.Rule(
        "RDY1005",
        "Wrong credential for its slot",
        "'{0}' is given {1}, {2}. {3}.",
        DiagnosticSeverity.Warning,
        "SEC-02");

    public override void Check(StripeInput input, Report report)
    {
        if (input.IsInTestProject || SlotOf(input.Role) is not { } slot)
            return;
        if (input.Origins.Constants.FirstOrDefault(constant => constant.Key is { } key && !input.Takes(key.Kind)) is { Key: { } wrong })
        {
            report.At(input.Location, input.Sink, $"a {wrong}", $"but takes {slot.Name}: {slot.Consequence}", $"Read {slot.Name} from configuration");
            return;
        }
        foreach (var setting in input.Origins.Settings.Where(HasStrayBlank))
            Complain(setting, "whose name begins or ends with a blank, so it is never found", $"Write '{WithoutBlanks(setting.Name)}'");
        if (input.OnlySetting is { } only && WhatItHolds(only, input) is { } held)
            Complain(only, $"which holds {held}: {slot.Consequence}", $"Pass the setting that holds {slot.Name}");

        void Complain(Origin.Setting setting, string fault, string remedy) => report.At(
            input.Location, input.Holds(setting.Location) ? [] : [setting.Location], ImmutableDictionary<string, string?>.Empty, input.Sink, $"the setting '{setting.Name}'", fault, remedy);
    }

    // What a setting holds is told by the other slot that reads it, or by a name that leaves no doubt.
    private static string? WhatItHolds(Origin.Setting setting, StripeInput input)
    {
        var saysWebhook = setting.Says("webhook") || setting.Says("whsec") || setting.Says("signing");
        return input.Role switch
        {
            SettingFact.Roles.SecretKey when setting.Says("publishable") => "a publishable key",
            SettingFact.Roles.SecretKey when saysWebhook && input.OtherRoles.Contains(SettingFact.Roles.WebhookSecret) =>
                "the webhook secret",
            SettingFact.Roles.WebhookSecret when setting.Says("publishable") => "a publishable key",
            SettingFact.Roles.WebhookSecret when !saysWebhook && input.OtherRoles.Contains(SettingFact.Roles.SecretKey) =>
                "the API key",
            _ => null,
        };
    }

    private static bool HasStrayBlank(Origin.Setting setting) => WithoutBlanks(setting.Name) != setting.Name;

    private static string WithoutBlanks(string name) => string.Join(":", name.Split(':').Select(segment => segment.Trim()));

    private static Slot? SlotOf(string role) => role switch
    {
        SettingFact.Roles.SecretKey => new("a secret key (sk_… or rk_…)", "Stripe refuses every call"),
        SettingFact.Roles.WebhookSecret => new("the endpoint's signing secret (whsec_…)", "no signature of Stripe's ever matches"),
        _ => null,
    };

    /// <param name="Name">What belongs there.</param>
    /// <param name="Consequence">What happens with anything else.</param>
    private sealed record Slot(string Name, string Consequence);
}
