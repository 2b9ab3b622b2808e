using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Rules;

/// <summary>Takes the violations of one rule. Message arguments name symbols and settings; they never hold a value found in the code.</summary>
internal readonly struct Report(DiagnosticDescriptor descriptor, Action<Diagnostic> sink)
{
    /// <summary>The severity of this violation where .editorconfig sets none; the descriptor's by default.</summary>
    public DiagnosticSeverity Severity { get; init; } = descriptor.DefaultSeverity;

    /// <param name="location">In the file being analysed: a diagnostic placed in another file appears in nobody's editor.</param>
    /// <param name="messageArguments">What fills the placeholders of the descriptor's message.</param>
    public void At(Location location, params object[] messageArguments) =>
        At(location, [], ImmutableDictionary<string, string?>.Empty, messageArguments);

    /// <param name="location">In the file being analysed.</param>
    /// <param name="related">Further places that explain the violation, in any file.</param>
    /// <param name="properties">What fixes and the gate may want to know; names and kinds, never values.</param>
    /// <param name="messageArguments">What fills the placeholders of the descriptor's message.</param>
    public void At(
        Location location,
        IEnumerable<Location> related,
        ImmutableDictionary<string, string?> properties,
        params object[] messageArguments) =>
        // A route or a name may itself be a secret that somebody pasted.
        sink(Diagnostic.Create(
            descriptor, location, Severity, related, properties,
            [.. messageArguments.Select(argument => argument is string text ? SecretMask.Apply(text) : argument)]));
}
