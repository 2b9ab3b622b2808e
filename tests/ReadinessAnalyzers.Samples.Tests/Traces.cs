using System.Collections.Concurrent;
using System.Diagnostics;

namespace ReadinessAnalyzers.Samples.Tests;

/// <summary>Keeps what a source has traced under one name while this exists, in the order in which it stopped.</summary>
internal sealed class Traces : IDisposable
{
    private readonly ConcurrentQueue<Activity> _stopped = new();
    private readonly ActivityListener _listener;

    public Traces(string source, string operation)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = candidate => candidate.Name == source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.OperationName == operation)
                {
                    _stopped.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IEnumerable<Activity> Stopped => _stopped;

    public void Dispose() => _listener.Dispose();
}
