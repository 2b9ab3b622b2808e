namespace ReadinessAnalyzers;

/// <summary>
/// The fact RDY0004, <i>property K of options type T is read as Stripe secret key</i>, where nothing in the project says what fills it. The
/// gate joins it with the <see cref="OptionsBindingFact"/> of another project. Role as in <see cref="SettingFact"/>.
/// </summary>
internal static class OptionsReadFact
{
    public const string Id = "RDY0004";

    /// <summary>The full name of the options type.</summary>
    public const string Type = "type";

    /// <summary>The path of the property below the type, as the binder looks for it: <c>SecretKey</c>, <c>Billing:SecretKey</c>.</summary>
    public const string Key = "key";
}

/// <summary>
/// The fact RDY0005, <i>options type T is bound to section X</i>, or <i>its property K is set from setting X</i>; the other half of
/// <see cref="OptionsReadFact"/>. Setting, source and fallback as in <see cref="SettingFact"/>.
/// </summary>
internal static class OptionsBindingFact
{
    public const string Id = "RDY0005";

    /// <summary>The full name of the options type.</summary>
    public const string Type = "type";

    /// <summary>The path of the property below the type; absent when the whole type is bound to the section that the setting names.</summary>
    public const string Key = "key";
}
