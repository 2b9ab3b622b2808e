using System.Reflection;
using Microsoft.Build.Framework;
using ReadinessAnalyzers.Gate.FrameworkHost;

// The task's assembly, its type, and a file with a parameter a line: its name, and its value; of an item the ItemSpec and then its metadata.
var task = (ITask)Activator.CreateInstance(Assembly.LoadFrom(args[0]).GetType(args[1], throwOnError: true)!)!;
task.BuildEngine = new PrintingBuildEngine();
foreach (var parameter in File.ReadAllLines(args[2]).Select(line => line.Split('\t')).GroupBy(fields => fields[0], fields => fields.Skip(1).ToArray()))
{
    var property = task.GetType().GetProperty(parameter.Key)!;
    property.SetValue(task, property.PropertyType == typeof(ITaskItem[])
        ? parameter.Select(ITaskItem (fields) => new Item(fields)).ToArray()
        : Convert.ChangeType(parameter.Single()[0], property.PropertyType));
}

Console.WriteLine(task.Execute() ? "passed" : "failed");
