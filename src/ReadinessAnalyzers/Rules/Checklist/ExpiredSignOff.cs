using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Facts.Checklist;

namespace ReadinessAnalyzers.Rules.Checklist;

/// <summary>RDY9022: a sign-off whose last day is over, or whose first is still to come. A suggestion, since what was built must build again.</summary>
internal sealed class ExpiredSignOff : Rule<SignOffDocument>
{
    public override DiagnosticDescriptor Descriptor { get; } = Descriptors.Rule(
        "RDY9022", "Sign-off does not hold on this day", "{0}", DiagnosticSeverity.Info, "REL-01");

    public override void Check(SignOffDocument document, Report report)
    {
        if (document.ProblemOf(SignOffAge.Expired, SignOffAge.Ahead) is { } problem)
            report.At(document.LocationOf(problem), problem.Message);
    }
}
