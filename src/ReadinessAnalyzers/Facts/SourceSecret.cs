using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Facts;

/// <summary>A Stripe secret that a source file gives away, whole or in pieces that it puts together; never its text.</summary>
/// <param name="Location">Its characters, or the expression that puts them together.</param>
/// <param name="Key">What it is.</param>
/// <param name="IsInTestProject">True if only tests use it.</param>
internal sealed record SourceSecret(Location Location, StripeKey Key, bool IsInTestProject);
