using System.Diagnostics.CodeAnalysis;
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

        /// <summary>True if it begins as Stripe's ids of prices and plans do.</summary>
        public bool IsPriceId { get; init; }

        /// <summary>True if what is written there is a real secret, which is a fault of its own wherever it goes.</summary>
        public bool IsSecretInSource { get; init; }
    }

    /// <summary>A setting that the code looks up.</summary>
    /// <param name="Location">The expression that reads it.</param>
    /// <param name="Name">Its full name.</param>
    /// <param name="Source">One of <see cref="SettingFact.Sources"/>.</param>
    /// <param name="Fallback">One of <see cref="SettingFact.Fallbacks"/>.</param>
    internal sealed record Setting(Location Location, string Name, string Source, string Fallback = SettingFact.Fallbacks.None) : Origin
    {
        /// <summary>True if the name holds <paramref name="word"/>, in capitals or not.</summary>
        [SuppressMessage("ApiDesign", "RS0030", Justification = "One name, not a file's text.")]
        public bool Says(string word) => Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

        /// <summary>True if both read the same setting, wherever they do.</summary>
        [SuppressMessage("ApiDesign", "RS0030", Justification = "Two names, not files' texts.")]
        public bool IsSameAs(Setting other) => Source == other.Source && Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A section of the configuration, or an object whose properties are bound to one. The path of the whole is empty.</summary>
    internal sealed record Section(string Path) : Origin;

    /// <summary>The text of a constant that names a setting or a section. Only a trace that asks for names yields it.</summary>
    internal sealed record SettingName(string Text) : Origin;

    /// <summary>Anything else: another library, a database, a request, code that is not there.</summary>
    /// <param name="GaveUp">True if the search ended because it grew too long.</param>
    internal record Unknown(bool GaveUp = false) : Origin;

    /// <summary>One of the settings in a section, picked at run time: <c>config[$"Prices:{plan}"]</c>.</summary>
    /// <param name="Location">The expression that reads it.</param>
    /// <param name="Path">The path of the section, never empty.</param>
    internal sealed record Pick(Location Location, string Path) : Unknown;

    /// <summary>
    /// A property of an object that nothing in this project fills. If another project binds the type to a section, the gate, which sees both,
    /// joins the halves.
    /// </summary>
    /// <param name="Location">The expression that reads it.</param>
    /// <param name="Type">The full name of the object's type.</param>
    /// <param name="Key">The path of the property under which the binder would look for it: <c>Billing:SecretKey</c>.</param>
    internal sealed record OptionsProperty(Location Location, string Type, string Key) : Unknown;

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
