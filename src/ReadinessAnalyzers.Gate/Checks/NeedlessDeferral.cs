using ReadinessAnalyzers.Gate.CompileLogs;
using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY9007: entries of <c>deferred</c> that no code needs, or whose setting has a value after all.</summary>
internal sealed class NeedlessDeferral : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness)
    {
        // Without all logs nobody knows what is read.
        var input = readiness.Input;
        if (input.Logs.Any(log => log.State != CompileLogState.Usable))
            yield break;

        foreach (var entry in input.Policy.Deferred)
        {
            var uses = readiness.Settings.Where(setting => setting.Deferral == entry).ToArray();
            if (uses.Any(setting => setting.Outcome == SettingOutcome.Present))
                yield return Needless(entry, $"but {(uses.All(setting => setting.Value?.Origin.Ships != false) ? "a published file" : "one of the sources")} sets it; keep one of the two");
            else if (uses.Length == 0 && !IsPrice(entry, input.Policy.Prices))
                yield return Needless(entry, "but no code was found to read it as a Stripe credential");
        }
    }

    private static Finding Needless(DeferredSetting entry, string but) =>
        GateRules.NeedlessDeferral.At(entry.Position, $"'{entry.Setting}' is deferred, {but}.");

    private static bool IsPrice(DeferredSetting entry, RequiredPrices? prices) =>
        prices is not null
        && (SettingName.AsPath(entry.Setting) + ":").StartsWith(prices.Section + ":", StringComparison.OrdinalIgnoreCase);
}
