using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Rules;

/// <summary>
/// What we say about one kind of subject: a descriptor and a pure function from the subject's facts to reports. A rule looks at nothing
/// but the subject it is handed, so any number of rules share one reading of the code.
/// </summary>
internal abstract class Rule<TSubject>
{
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Reports each violation that <paramref name="subject"/> shows; reports nothing when in doubt.</summary>
    public abstract void Check(TSubject subject, Report report);
}
