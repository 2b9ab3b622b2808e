namespace ReadinessAnalyzers;

/// <summary>
/// The fact RDY0003, <i>this line makes, uses, registers or exports telemetry</i>, as it travels through the compile log. A Meter is often made in
/// one project, recorded to in another and registered in a third, so each fact is a part and the gate puts them together.
/// </summary>
internal static class TelemetryFact
{
    public const string Id = "RDY0003";

    /// <summary>What the line does; one of the <see cref="Kinds"/>.</summary>
    public const string Kind = "kind";

    /// <summary>
    /// The name that is made or registered, <c>*</c> in the place of each part that the code does not tell; what is registered may hold the
    /// wildcards <c>*</c> and <c>?</c> of OpenTelemetry as well. Of a collector, the name of the assembly.
    /// </summary>
    public const string Name = "name";

    /// <summary>The type of an instrument, such as <c>Counter</c>; absent otherwise.</summary>
    public const string Type = "type";

    /// <summary>Whether what is made is used in this project; one of the <see cref="Uses"/>.</summary>
    public const string Use = "use";

    /// <summary>
    /// The members that hold what is made, its name or the instruments of a meter, as <c>[Assembly]Namespace.Type.Member</c>, separated by
    /// <c>|</c>; or the one that the line names where the code of another project tells what it holds. Absent if there is none.
    /// </summary>
    public const string Members = "members";

    /// <summary>What a registration or an exporter is for; one of the <see cref="Signals"/>.</summary>
    public const string Signal = "signal";

    /// <summary>The values of <see cref="Kind"/>.</summary>
    public static class Kinds
    {
        public const string Meter = "meter";
        public const string ActivitySource = "activitySource";
        public const string Instrument = "instrument";

        /// <summary>A member of another project is recorded to, started from or handed on.</summary>
        public const string Use = "use";

        /// <summary><c>AddMeter</c>, <c>AddSource</c>, or a listener, which may listen to anything.</summary>
        public const string Registration = "registration";

        public const string Exporter = "exporter";

        /// <summary>A referenced assembly that may register and export what it likes, where nobody sees it.</summary>
        public const string Collector = "collector";
    }

    /// <summary>The values of <see cref="Use"/>.</summary>
    public static class Uses
    {
        public const string Yes = "yes";
        public const string No = "no";

        /// <summary>It is handed to code that may use it.</summary>
        public const string Unknown = "unknown";
    }

    /// <summary>The values of <see cref="Signal"/>.</summary>
    public static class Signals
    {
        public const string Metrics = "metrics";
        public const string Traces = "traces";
        public const string All = "all";
    }
}
