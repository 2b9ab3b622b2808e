using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Facts.Telemetry;

/// <summary>What the text of one function traces by itself, and which functions of the project it may run.</summary>
/// <param name="Calls">Its calls, in the order of the text.</param>
internal sealed record FunctionTraces(ImmutableArray<TracedCall> Calls);

/// <summary>One call, and what it traces.</summary>
/// <param name="Traces">What is seen of it at once.</param>
/// <param name="Bodies">The functions of the project that it may run.</param>
/// <param name="OnSuccess">False in a catch, and where nothing but a refusal or an exception follows.</param>
internal sealed record TracedCall(Traces Traces, ImmutableArray<SyntaxNode> Bodies, bool OnSuccess);
