using System.Text;

namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>
/// The source <c>kubernetes</c>: the variables of one container of one workload, from <c>envFrom</c> and, above it, <c>env</c>. ConfigMaps and
/// Secrets that stand in the manifests are looked up there, in the workload's namespace; of any other only the name is known. Manifests without
/// a workload are taken as if one drew all of them in.
/// </summary>
internal sealed class Kubernetes
{
    public const string WorkloadOption = "workload";
    public const string ContainerOption = "container";

    private static readonly string[] WorkloadKinds = ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "CronJob", "Pod"];

    private readonly SourceReading _reading;
    private readonly IReadOnlyList<YamlDocument> _manifests;
    private readonly Dictionary<string, Data[]> _data;
    private readonly HashSet<string> _ambiguous = new(StringComparer.Ordinal);

    private Kubernetes(SourceReading reading, IReadOnlyList<YamlDocument> manifests)
    {
        (_reading, _manifests) = (reading, manifests);
        _data = manifests
            .Where(manifest => KindOf(manifest) is "ConfigMap" or "Secret")
            .GroupBy(manifest => $"{KindOf(manifest)}/{NameOf(manifest)}", StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Select(manifest => new Data(manifest)).ToArray(), StringComparer.Ordinal);
    }

    public static void Read(SourceReading reading)
    {
        var manifests = YamlDocument.ReadAll(reading).SelectMany(Unpacked).ToArray();
        if (manifests.Length > 0 || !reading.LacksSomething)
            new Kubernetes(reading, manifests).Read();
    }

    /// <summary>The objects of a <c>List</c>, as kubectl prints several; which holds no further list.</summary>
    private static IEnumerable<YamlDocument> Unpacked(YamlDocument document) => document.Root["kind"].Text == "List"
        ? document.Root["items"].Items.Select(item => document with { Root = item })
        : [document];

    private void Read()
    {
        var workloads = _manifests.Where(manifest => WorkloadKinds.Contains(manifest.Root["kind"].Text)).ToArray();
        if (workloads.Length == 0 && _data.Count > 0 && _reading.Source.Option(WorkloadOption) is null)
        {
            foreach (var same in _data.Values)
                Draw(OnlyOne(same), prefix: "");
            return;
        }

        if (NamedPart.Choose(_reading, WorkloadOption, "workload", workloads, IsCalled, workload => $"{KindOf(workload)}/{NameOf(workload)}") is not { } chosen)
            return;

        var containers = PodOf(chosen)["containers"].Items;
        if (NamedPart.Choose(
            _reading, ContainerOption, "container", containers, (container, wanted) => container["name"].Text == wanted, container => container["name"].Text)
            is not { } chosenContainer)
        {
            return;
        }

        foreach (var entry in chosenContainer["envFrom"].Items)
            ReadEnvFrom(chosen, entry);
        foreach (var entry in chosenContainer["env"].Items)
            ReadEnv(chosen, entry);
    }

    private static bool IsCalled(YamlDocument workload, string wanted) =>
        NameOf(workload) == wanted || $"{KindOf(workload)}/{NameOf(workload)}".Equals(wanted, StringComparison.OrdinalIgnoreCase);

    private static string KindOf(YamlDocument manifest) => manifest.Root["kind"].Text;

    private static string NameOf(YamlDocument manifest) => manifest.Root.Below("metadata", "name").Text;

    private static string NamespaceOf(YamlDocument manifest) => manifest.Root.Below("metadata", "namespace").Text;

    private static YamlValue PodOf(YamlDocument workload) => KindOf(workload) switch
    {
        "Pod" => workload.Root["spec"],
        "CronJob" => workload.Root.Below("spec", "jobTemplate", "spec", "template", "spec"),
        _ => workload.Root.Below("spec", "template", "spec"),
    };

    private void ReadEnvFrom(YamlDocument workload, YamlValue entry)
    {
        foreach (var (member, kind) in new[] { ("configMapRef", "ConfigMap"), ("secretRef", "Secret") })
        {
            var name = entry.Below(member, "name");
            if (name.Kind != YamlKind.Text)
                continue;
            if (Find(workload, kind, name.Text) is { Length: > 0 } found)
                Draw(OnlyOne(found), entry["prefix"].Text);
            else
                _reading.LeaveOpen($"{kind} '{name.Text}'", workload.At(name), workload.File.Origin);
        }
    }

    private void ReadEnv(YamlDocument workload, YamlValue entry)
    {
        var name = entry["name"].Text;
        var from = entry["valueFrom"];
        if (from.Kind == YamlKind.Null)
        {
            // Without a value the variable is empty.
            var value = entry.Find("value");
            _reading.Set(new(name, value?.Value.Text ?? "", workload.At(value?.Value ?? entry), workload.File.Origin));
        }
        else if (from.Find("secretKeyRef") is { } secret)
        {
            ReadKey(workload, name, "Secret", secret.Value);
        }
        else if (from.Find("configMapKeyRef") is { } map)
        {
            ReadKey(workload, name, "ConfigMap", map.Value);
        }
        else
        {
            _reading.Set(new(name, null, workload.At(from), workload.File.Origin) { Reference = "a field of the pod" });
        }
    }

    private void ReadKey(YamlDocument workload, string variable, string kind, YamlValue reference)
    {
        var (name, key) = (reference["name"].Text, reference["key"]);
        if (Find(workload, kind, name) is not { Length: > 0 } candidates)
        {
            _reading.Set(new(variable, null, workload.At(reference), workload.File.Origin) { Reference = $"key '{key.Text}' of {kind} '{name}'" });
        }
        else if (OnlyOne(candidates) is not { } data)
        {
            return; // which value the pod gets, nobody knows
        }
        else if (data.Entries.TryGetValue(key.Text, out var found))
        {
            Set(data, variable, found);
        }
        else if (reference["optional"].Text != "true")
        {
            string[] keys = [.. data.Entries.Keys.OrderBy(other => other, StringComparer.Ordinal)];
            var advice = keys.Length == 0 ? "it has none." : NearestName.Advice(key.Text, keys);
            _reading.Complain(workload.At(key.Kind == YamlKind.Null ? reference : key), $"The {kind} '{name}' has no key '{key.Text}', so the pod would not start; {advice}");
        }
    }

    /// <summary>
    /// What a workload may mean by a name: what stands in its namespace, else, since kubectl may be told the namespace of what names none, what one
    /// of the two names no namespace for.
    /// </summary>
    private Data[] Find(YamlDocument workload, string kind, string name)
    {
        if (!_data.TryGetValue($"{kind}/{name}", out var all))
            return [];

        var own = NamespaceOf(workload);
        var inOwn = all.Where(data => NamespaceOf(data.Manifest) == own).ToArray();
        return inOwn.Length > 0 ? inOwn : [.. all.Where(data => own.Length == 0 || NamespaceOf(data.Manifest).Length == 0)];
    }

    /// <summary>The only candidate; null, with a finding, if there are several.</summary>
    private Data? OnlyOne(Data[] candidates)
    {
        if (candidates.Length == 1)
            return candidates[0];

        var (first, second) = (candidates[0].Manifest, candidates[1].Manifest);
        var name = $"{KindOf(first)} '{NameOf(first)}'";
        var (before, at) = (first.At(first.Root.Below("metadata", "name")), second.At(second.Root.Below("metadata", "name")));
        if (_ambiguous.Add(name))
            _reading.Fail(at, $"The {name} stands here and in line {before.Line} of '{first.File.Origin.Name}', so the gate cannot say which one the pod gets; declare only the files of this environment.");
        return null;
    }

    private void Draw(Data? data, string prefix)
    {
        if (data is null || prefix.Length > ConfigurationLayer.LongestKey || _reading.IsFull)
            return;
        foreach (var entry in data.Entries.Values)
            Set(data, prefix + entry.Name, entry);
    }

    private void Set(Data data, string variable, Entry entry)
    {
        var position = data.Manifest.At(entry.Value);

        // A tool that fills in the manifest replaces base64 as well as text.
        var reference = ReferenceValue.Find(entry.Value.Text);
        var value = entry.IsEncoded && reference is null ? Decode(entry.Value.Text) : entry.Value.Text;
        if (value is null)
            _reading.Complain(position, $"The value of '{entry.Name}' is not base64, so the manifest would be refused; write it under 'stringData' or encode it.");
        else
            _reading.Set(new(variable, value, position, data.Manifest.File.Origin) { Reference = reference });
    }

    private static string? Decode(string base64)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(base64));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>A ConfigMap or Secret by the names of its entries; in a Secret <c>stringData</c> stands above <c>data</c>.</summary>
    private sealed class Data
    {
        public Data(YamlDocument manifest)
        {
            Manifest = manifest;
            var isSecret = KindOf(manifest) == "Secret";
            foreach (var member in manifest.Root["data"].Members)
                Entries[member.Name] = new(member.Name, member.Value, IsEncoded: isSecret);
            foreach (var member in isSecret ? manifest.Root["stringData"].Members : [])
                Entries[member.Name] = new(member.Name, member.Value, IsEncoded: false);
        }

        public YamlDocument Manifest { get; }

        public Dictionary<string, Entry> Entries { get; } = new(StringComparer.Ordinal);
    }

    /// <summary>One entry of a ConfigMap or Secret.</summary>
    private sealed record Entry(string Name, YamlValue Value, bool IsEncoded);
}
