namespace ReadinessAnalyzers.Facts.Telemetry;

/// <summary>What a piece of code leaves for somebody to look at later: a set of bits, joined by OR.</summary>
[Flags]
internal enum Traces
{
    None = 0,

    /// <summary>A log, a measurement, a span or an error report.</summary>
    Telemetry = 1,

    /// <summary>Something on the console or in the debugger.</summary>
    Console = 2,

    /// <summary>The work goes where it can't be followed, or to code that did not bind; there it may be told.</summary>
    Unknown = 4,

    /// <summary>A type of the app calls itself a logger. If nothing else is seen, it may write to a table of its own.</summary>
    OwnLogger = 8,

    /// <summary>Of the logs, a warning or an error: it tells of what went wrong.</summary>
    Alarm = 16,
}
