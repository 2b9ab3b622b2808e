using System.Diagnostics.Metrics;

namespace ReadinessAnalyzers.Samples.Tests;

/// <summary>Sums what a meter records while this exists.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, long> _sums = [];

    public Measurements(string meter)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == meter)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) =>
        {
            lock (_sums)
            {
                _sums[instrument.Name] = this[instrument.Name] + value;
            }
        });
        _listener.Start();
    }

    public long this[string instrument]
    {
        get
        {
            lock (_sums)
            {
                return _sums.GetValueOrDefault(instrument);
            }
        }
    }

    public void Dispose() => _listener.Dispose();
}
