using System.Text;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY8016: a secret is long and random, no placeholder and no sentence.</summary>
internal sealed class StrongSecret : ICheck
{
    private const string Remedy = "Make one at random, for example by 'openssl rand -base64 32'.";

    public IEnumerable<Finding> Run(Readiness readiness)
    {
        foreach (var setting in readiness.Demanded<SecretDemand>())
        {
            var secret = setting.Value.Value!;
            if (Encoding.UTF8.GetByteCount(secret) < setting.Demand.MinLength)
            {
                yield return GateRules.WeakSecret.At(
                    setting.Value.Position, $"'{setting.Name}' is shorter than {setting.Demand.MinLength} bytes, so it can be found by trying. {Remedy}");
            }
            else if (!RandomText.IsLikely(secret))
            {
                yield return GateRules.WeakSecret.At(
                    setting.Value.Position, $"'{setting.Name}' is a placeholder or made of words or repetitions, so it can be guessed. {Remedy}");
            }
        }
    }
}
