namespace ReadinessAnalyzers;

/// <summary>
/// The fact RDY0000, <i>the analyzers read this project to its end</i>: a log without it proves nothing. It also says how the project was
/// compiled, since a log may be older than the publish that reads it.
/// </summary>
internal static class AnalysisFact
{
    public const string Id = "RDY0000";

    /// <summary>The compiler's warning level, a number; at 0 it drops every warning, and so every violation, without a trace.</summary>
    public const string WarningLevel = "warningLevel";

    /// <summary>The name of the assembly that the project makes.</summary>
    public const string Assembly = "assembly";

    /// <summary>The build configuration, such as <c>Release</c>; absent if the build did not tell.</summary>
    public const string Configuration = "configuration";

    /// <summary>
    /// <c>true</c> if an analyzer of ours ended in an exception, and absent otherwise. The compiler's own word for that, AD0001, is one that
    /// a project can switch off.
    /// </summary>
    public const string Crashed = "crashed";
}
