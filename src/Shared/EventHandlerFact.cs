namespace ReadinessAnalyzers;

/// <summary>
/// The fact RDY0002, <i>this function handles Stripe events of these types</i>, as it travels through the compile log. The gate holds the
/// types of all projects against readiness.json.
/// </summary>
internal static class EventHandlerFact
{
    public const string Id = "RDY0002";

    /// <summary>The types it compares with, in ordinal order, separated by <c>|</c>; empty if it compares with none.</summary>
    public const string Types = "types";

    /// <summary><c>true</c> if it chooses by the type in a way that shows no constant, so that it may handle any; absent otherwise.</summary>
    public const string IsOpen = "open";

    /// <summary>The route of the HTTP endpoint that the function is; absent if it is none or its route is not known.</summary>
    public const string Route = "route";

    /// <summary><c>verified</c> if it checks the signature itself; <c>unknown</c> otherwise, since others may do it for it.</summary>
    public const string Verification = "verification";

    /// <summary>The values of <see cref="Verification"/>.</summary>
    public static class Verifications
    {
        public const string Verified = "verified";
        public const string Unknown = "unknown";
    }
}
