using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Flow.Origins;

/// <summary>One place that a value may come from.</summary>
internal abstract record Origin
{
    private Origin()
    {
    }

    /// <summary>A value fixed at compile time. Its text is not kept: it may be a secret.</summary>
    /// <param name="Location">Where it is written.</param>
    /// <param name="Kind">The little that may be known of it.</param>
    internal sealed record Constant(Location Location, ConstantKind Kind) : Origin
    {
        /// <summary>What a Stripe prefix says about it, if it has one.</summary>
        public StripeKey? Key { get; init; }

        /// <summary>True if its literal is a real secret, which is a fault of its own wherever it goes.</summary>
        public bool IsSecretInOnePiece { get; init; }
    }

    /// <summary>A setting that the code looks up.</summary>
    /// <param name="Location">The expression that reads it.</param>
    /// <param name="Name">Its full name.</param>
    /// <param name="Source">One of <see cref="SettingFact.Sources"/>.</param>
    /// <param name="Fallback">One of <see cref="SettingFact.Fallbacks"/>.</param>
    internal sealed record Setting(Location Location, string Name, string Source, string Fallback = SettingFact.Fallbacks.None) : Origin;

    /// <summary>A section of the configuration, or an object whose properties are bound to one. The path of the whole is empty.</summary>
    internal sealed record Section(string Path) : Origin;

    /// <summary>The text of a constant that names a setting or a section. Only a trace that asks for names yields it.</summary>
    internal sealed record SettingName(string Text) : Origin;

    /// <summary>Anything else: another library, a database, a request, code that is not there.</summary>
    /// <param name="GaveUp">True if the search ended because it grew too long.</param>
    internal record Unknown(bool GaveUp = false) : Origin;

    /// <summary>An object that dependency injection made, from a configuration that does not show.</summary>
    internal sealed record HandedOut : Unknown;
}

/// <summary>What may be known of a constant.</summary>
internal enum ConstantKind
{
    Null,
    Empty,
    Text,
}
