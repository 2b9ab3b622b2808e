using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Flow.Origins.Steps;

namespace ReadinessAnalyzers.Flow.Origins;

/// <summary>
/// Answers where a value comes from: follows it backwards, one <see cref="OriginStep"/> after the other, through locals, members, callers
/// and own methods to the constants and settings it is made of.
/// </summary>
/// <remarks>
/// It follows configuration sections, options objects and the names of settings in the same way as credentials. What it cannot follow is
/// unknown, never guessed. To make it see further, add a step.
/// </remarks>
internal sealed class OriginTracer(CompilationReading reading)
{
    // The first step that knows the value decides, so the ones about libraries stand before those about the project's own code.
    private static readonly ImmutableArray<OriginStep> Steps =
    [
        new ConstantStep(), new TypeNameStep(), new PassThroughStep(), new BytesStep(), new ChoiceStep(),
        new ConfigurationStep(), new OptionsStep(), new DictionaryStep(), new EnvironmentStep(),
        new VariableStep(), new MemberStep(), new CallStep(),
    ];

    public CompilationReading Reading { get; } = reading;

    public OriginSet OriginsOf(IOperation value, CancellationToken cancellation) => new Trail(this, cancellation).Follow(value);

    internal static OriginSet Follow(IOperation value, Trail trail)
    {
        foreach (var step in Steps)
        {
            if (step.Follow(value, trail) is { } origins)
                return origins;
        }
        return OriginSet.Unknown;
    }
}
