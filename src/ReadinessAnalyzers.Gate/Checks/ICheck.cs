namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>One question to the app: what was read goes in, a finding for each fault comes out, nothing when all is well.</summary>
internal interface ICheck
{
    IEnumerable<Finding> Run(Readiness readiness);
}
