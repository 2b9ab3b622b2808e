namespace Stripe;

/// <summary>The chain of accounts an event or a request belongs to, written <c>a/b/c</c>.</summary>
public class StripeContext(IReadOnlyList<string> segments)
{
    public IReadOnlyList<string> Segments { get; } = segments;

    public static implicit operator string(StripeContext context) => context?.ToString();

    public static implicit operator StripeContext(string context) => context is null ? null : Parse(context);

    public static StripeContext Parse(string contextStr) => new(string.IsNullOrEmpty(contextStr) ? [] : contextStr.Split('/'));

    public override string ToString() => string.Join('/', Segments);
}
