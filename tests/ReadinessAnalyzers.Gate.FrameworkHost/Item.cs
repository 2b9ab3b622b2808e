using System.Collections;
using Microsoft.Build.Framework;

namespace ReadinessAnalyzers.Gate.FrameworkHost;

/// <summary>What a task sees of an item: its path, and metadata that come by turns as name and value.</summary>
internal sealed class Item(string[] fields) : ITaskItem
{
    public string ItemSpec
    {
        get => fields[0];
        set => throw new NotSupportedException();
    }

    public ICollection MetadataNames => throw new NotSupportedException();

    public int MetadataCount => throw new NotSupportedException();

    public string GetMetadata(string metadataName)
    {
        var at = Array.IndexOf(fields, metadataName, 1);
        return at > 0 ? fields[at + 1] : metadataName == "FullPath" ? ItemSpec : "";
    }

    public void SetMetadata(string metadataName, string metadataValue) => throw new NotSupportedException();

    public void RemoveMetadata(string metadataName) => throw new NotSupportedException();

    public void CopyMetadataTo(ITaskItem destinationItem) => throw new NotSupportedException();

    public IDictionary CloneCustomMetadata() => throw new NotSupportedException();
}
