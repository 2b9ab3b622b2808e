using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis.Diagnostics;
using ReadinessAnalyzers.Practice;

if (Arguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

var analyzers =
    from type in Assembly.Load("ReadinessAnalyzers").GetTypes()
    where type.IsDefined(typeof(DiagnosticAnalyzerAttribute))
    select (DiagnosticAnalyzer)Activator.CreateInstance(type)!;
return await new PracticeRun(arguments, [.. analyzers], Console.Out).RunAsync();
