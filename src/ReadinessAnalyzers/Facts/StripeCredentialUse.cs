using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Flow.Origins;

namespace ReadinessAnalyzers.Facts;

/// <summary>A place where the code hands a credential to Stripe.net, or reads a publishable key, and where the value comes from.</summary>
/// <param name="Location">The argument or the value assigned; for a publishable key, the expression that reads it.</param>
/// <param name="Sink">The name of what takes it, for messages: <c>StripeConfiguration.ApiKey</c>.</param>
/// <param name="Role">One of <see cref="SettingFact.Roles"/>.</param>
/// <param name="Origins">Where the value comes from.</param>
internal sealed record StripeCredentialUse(Location Location, string Sink, string Role, OriginSet Origins)
{
    /// <summary>True if the project is a test project, where made-up keys are as they should be.</summary>
    public bool IsInTestProject { get; init; }
}
