namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>The files of one source that are no environment, each a layer above those before it.</summary>
internal sealed class LayerStack : ConfigurationLayer
{
    private readonly List<ConfigurationLayer> _layers;

    private LayerStack(SourceReading reading, List<ConfigurationLayer> layers)
        : base(new(reading.Source.Kind.Noun, reading.Source.Paths[0].Text))
    {
        _layers = layers;
        IsRead = layers.All(layer => layer.IsRead);
        foreach (var layer in layers)
        {
            foreach (var value in layer.Values)
                Replace(value);
            foreach (var problem in layer.Problems)
                Report(problem.Position, problem.Message);
        }
    }

    public static void Read(SourceReading reading, Func<SourceText, ConfigurationLayer> read) =>
        reading.Layer = new LayerStack(reading, [.. reading.Texts().Select(read)]);

    public override FilePosition? PositionOfParent(string key) => _layers.Count == 0 ? null : _layers[_layers.Count - 1].PositionOfParent(key);
}
