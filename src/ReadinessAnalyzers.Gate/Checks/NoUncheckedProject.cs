namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY9005: every C# project that calls Stripe is compiled with this package.</summary>
internal sealed class NoUncheckedProject : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness) =>
        from project in readiness.Input.UncheckedProjects
        select GateRules.UncheckedProject.At(
            new(project),
            $"{Path.GetFileName(project)} uses Stripe.net without ReadinessAnalyzers, so its code is unchecked. "
                + "Add the package there, or to all projects with GlobalPackageReference.");
}
