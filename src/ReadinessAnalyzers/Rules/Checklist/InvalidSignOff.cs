using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts.Checklist;

namespace ReadinessAnalyzers.Rules.Checklist;

/// <summary>RDY9021: a sign-off that the gate cannot understand, or that is another requirement's, is no sign-off.</summary>
internal sealed class InvalidSignOff : Rule<SignOffDocument>
{
    public override DiagnosticDescriptor Descriptor { get; } = Descriptors.Rule(
        "RDY9021", "Sign-off is not valid", "{0}", DiagnosticSeverity.Warning, "REL-01");

    public override void Check(SignOffDocument document, Report report)
    {
        foreach (var problem in document.Problems)
            report.At(document.LocationOf(problem), problem.Message);
    }
}
