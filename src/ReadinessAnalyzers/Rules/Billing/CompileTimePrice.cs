using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts;

namespace ReadinessAnalyzers.Rules.Billing;

/// <summary>RDY4001: Stripe's objects exist in one mode only, so an id in the code is wrong in test mode or in live mode.</summary>
internal sealed class CompileTimePrice : Rule<StripeInput>
{
    public override DiagnosticDescriptor Descriptor { get; } = Descriptors.Rule(
        "RDY4001",
        "Stripe price is a compile-time value",
        "'{0}' is given a price id that is written in the code. It exists in either test or live mode, so one of the two cannot sell. Read it from configuration.",
        DiagnosticSeverity.Warning,
        "CAT-08");

    public override void Check(StripeInput input, Report report)
    {
        if (input.Role != SettingFact.Roles.PriceId || input.IsInTestProject)
            return;
        // Ids that people chose themselves are the same in both modes.
        var ids = input.Origins.Constants.Where(constant => constant.IsPriceId).Select(constant => constant.Location).ToList();
        if (ids.Count > 0)
            report.At(input.Location, ids.Where(id => !input.Holds(id)), ImmutableDictionary<string, string?>.Empty, input.Sink);
    }
}
