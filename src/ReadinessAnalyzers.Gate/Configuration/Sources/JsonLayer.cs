namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>The source <c>json</c>: a file that the app adds with <c>AddJsonFile</c>, in the form of a settings file.</summary>
internal static class JsonLayer
{
    public static void Read(SourceReading reading) => LayerStack.Read(reading, file => new SettingsLayer(file.Path, file.Origin));
}
