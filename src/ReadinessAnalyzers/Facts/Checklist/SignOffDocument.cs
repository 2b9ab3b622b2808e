using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ReadinessAnalyzers.Checklist;

namespace ReadinessAnalyzers.Facts.Checklist;

/// <summary>A sign-off that is open in the editor.</summary>
/// <param name="path">Its path.</param>
/// <param name="text">What stands in it.</param>
/// <param name="reading">What the reader, which is the gate's too, makes of it.</param>
/// <param name="today">The day on which it is looked at.</param>
internal sealed class SignOffDocument(string path, SourceText text, SignOffReading reading, DateTime today)
{
    private const int LongestSpan = 1_000; // a file may be one line

    /// <summary>What is wrong with it whatever day it is.</summary>
    public IReadOnlyList<SignOffProblem> Problems => reading.Problems;

    /// <summary>What is to be said of it if its age is one of these; null if it is another one.</summary>
    public SignOffProblem? ProblemOf(params SignOffAge[] ages) =>
        reading.Record is { } record && record.AgeOn(today, today) is var age && ages.Contains(age) ? record.ProblemOf(age) : null;

    /// <summary>The text, number or bracket at which the fault stands.</summary>
    public Location LocationOf(SignOffProblem problem)
    {
        var line = text.Lines[Math.Min(problem.Position.Line, text.Lines.Count) - 1];
        var start = Math.Min(line.Start + problem.Position.Column - 1, line.End);
        var span = new TextSpan(start, LengthAtStart(text.ToString(TextSpan.FromBounds(start, Math.Min(line.End, start + LongestSpan)))));
        return Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
    }

    private static int LengthAtStart(string line)
    {
        if (line.Length == 0 || line[0] != '"')
            return Math.Max(Math.Min(1, line.Length), line.TakeWhile(char.IsLetterOrDigit).Count());

        var end = 1;
        while (end < line.Length && line[end] != '"')
            end += line[end] == '\\' ? 2 : 1;
        return Math.Min(end + 1, line.Length);
    }
}
