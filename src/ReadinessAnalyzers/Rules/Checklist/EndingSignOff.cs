using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Facts.Checklist;

namespace ReadinessAnalyzers.Rules.Checklist;

/// <summary>RDY9029: a sign-off in the last tenth of its period is told before it stops a publish.</summary>
internal sealed class EndingSignOff : Rule<SignOffDocument>
{
    public override DiagnosticDescriptor Descriptor { get; } = Descriptors.Rule(
        "RDY9029", "Sign-off is about to expire", "{0}", DiagnosticSeverity.Info, "REL-01");

    public override void Check(SignOffDocument document, Report report)
    {
        if (document.ProblemOf(SignOffAge.Ends) is { } problem)
            report.At(document.LocationOf(problem), problem.Message);
    }
}
