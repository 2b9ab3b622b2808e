namespace ReadinessAnalyzers.Gate.Tests.Configuration.Sources;

/// <summary>The source kubernetes: which variables a container gets, from which manifest, and of which only a name is known.</summary>
public sealed class KubernetesTests : IDisposable
{
    private const string Source = """{ "kubernetes": "k8s" }""";

    private const string ConfigMap = """
        kind: ConfigMap
        metadata: { name: shop }
        data:
          Stripe__Url: https://shop.com
          Stripe__Key: map
        """;

    // "key" and "hook" as base64.
    private const string Secret = """
        kind: Secret
        metadata: { name: stripe }
        data:
          Stripe__Key: a2V5
          Stripe__Hook: aG9vaw==
        stringData:
          Stripe__Hook: plain
        """;

    // The whole of the ConfigMap, and one key of it.
    private const string Both = "envFrom: [{ configMapRef: { name: shop } }], env: [{ name: A, valueFrom: { configMapKeyRef: { name: shop, key: A } } }]";

    private readonly Deployment _deployment = new();

    public void Dispose() => _deployment.Dispose();

    [Theory]
    [InlineData("Deployment", "spec: { template: { spec: ", " } }")]
    [InlineData("StatefulSet", "spec: { template: { spec: ", " } }")]
    [InlineData("CronJob", "spec: { jobTemplate: { spec: { template: { spec: ", " } } } }")]
    [InlineData("Pod", "spec: ", "")]
    public void Each_workload_has_its_containers(string kind, string before, string after) => Assert.Equal(
        ["Stripe:Key=x"],
        _deployment.Has("k8s/w.yaml", $$"""
            kind: {{kind}}
            metadata: { name: shop }
            {{before}}{ containers: [{ name: web, env: [{ name: Stripe__Key, value: x }] }] }{{after}}
            """).Values(Source).Select(value => value.Split(" @")[0]));

    [Theory]
    [InlineData("env: [{ name: A, value: x }]", "A=x @k8s/shop.yaml(7,37)")]
    [InlineData("env: [{ name: A, value: \"1\" }]", "A=1 @k8s/shop.yaml(7,37)")]
    [InlineData("env: [{ name: A }]", "A= @k8s/shop.yaml(7,19)")]
    [InlineData("env: [{ name: A, value: $(B) }]", "A=<variable 'B'> @k8s/shop.yaml(7,37)")]
    [InlineData("env: [{ name: A, value: '#{Token}#' }]", "A=<token 'Token'> @k8s/shop.yaml(7,37)")]
    [InlineData("env: [{ name: A, valueFrom: { secretKeyRef: { name: stripe, key: Stripe__Key } } }]", "A=key @k8s/stripe.yml(4,16)")]
    [InlineData("env: [{ name: A, valueFrom: { configMapKeyRef: { name: shop, key: Stripe__Key } } }]", "A=map @k8s/shop.yaml(14,16)")]
    [InlineData("env: [{ name: A, valueFrom: { secretKeyRef: { name: other, key: k } } }]", "A=<key 'k' of Secret 'other'> @k8s/shop.yaml(7,57)")]
    [InlineData("env: [{ name: A, valueFrom: { secretKeyRef: { name: stripe, key: none, optional: true } } }]", "")]
    [InlineData("env: [{ name: A, valueFrom: { fieldRef: { fieldPath: metadata.name } } }]", "A=<a field of the pod> @k8s/shop.yaml(7,41)")]
    [InlineData("envFrom: [{ secretRef: { name: stripe } }]", "Stripe:Hook=plain @k8s/stripe.yml(7,17)|Stripe:Key=key @k8s/stripe.yml(4,16)")]
    [InlineData("envFrom: [{ prefix: X_, configMapRef: { name: shop } }]", "X_Stripe:Key=map @k8s/shop.yaml(14,16)|X_Stripe:Url=https://shop.com @k8s/shop.yaml(13,16)")]
    [InlineData("envFrom: [{ secretRef: { name: stripe } }, { configMapRef: { name: shop } }], env: [{ name: Stripe__Url, value: u }]",
        "Stripe:Hook=plain @k8s/stripe.yml(7,17)|Stripe:Key=map @k8s/shop.yaml(14,16)|Stripe:Url=u @k8s/shop.yaml(7,125)")]
    public void A_variable_is_found_where_its_value_stands(string members, string expected) =>
        Assert.Equal(expected, string.Join('|', Shop(members).Values(Source)));

    [Fact]
    public void Secrets_of_the_cluster_leave_settings_open()
    {
        var configuration = Shop("envFrom: [{ secretRef: { name: other } }]").Load(Source);
        Assert.Empty(configuration.SourceProblems);
        var unseen = configuration.Unseen("Stripe:Key", isVariable: false)!;
        Assert.Equal(("Secret 'other'", 7, 44), (unseen.Reference, unseen.Position.Line, unseen.Position.Column));
    }

    [Theory]
    [InlineData("env: [{ name: A, valueFrom: { secretKeyRef: { name: stripe, key: Stripe__Kay } } }]",
        "k8s/shop.yaml(7,78) The Secret 'stripe' has no key 'Stripe__Kay', so the pod would not start; did you mean 'Stripe__Key'?")]
    [InlineData("env: [{ name: A, valueFrom: { secretKeyRef: { name: stripe } } }]",
        "k8s/shop.yaml(7,57) The Secret 'stripe' has no key '', so the pod would not start; it may have 'Stripe__Hook', 'Stripe__Key'.")]
    public void A_key_that_the_manifest_lacks_is_reported(string members, string problem) => Assert.Equal(problem, Shop(members).Problem(Source));

    [Theory]
    [InlineData("production", "production", "staging")]
    [InlineData("production", "production", "")]
    [InlineData("production", "", "staging")]
    [InlineData("production", "", null)]
    [InlineData("", "", "staging")]
    [InlineData("", "production", null)]
    public void A_name_is_looked_up_in_the_namespace_of_the_workload(string workload, string meant, string? other)
    {
        if (other is not null)
            _deployment.Has("k8s/a.yml", ConfigMapOf(other, "wrong"));
        _deployment.Has("k8s/b.yml", $"{ConfigMapOf(meant, "right")}\n---\n{PodOf(workload, Both)}");
        Assert.Equal(["A=right"], _deployment.Values(Source).Select(value => value.Split(" @")[0]));
    }

    [Fact]
    public void A_name_of_another_namespace_is_another_object()
    {
        var configuration = _deployment.Has("k8s/all.yml", $"{ConfigMapOf("staging", "x")}\n---\n{PodOf("production", Both)}").Load(Source);
        Assert.Empty(configuration.SourceProblems);
        Assert.True(configuration.TryGet("A", out var value));
        Assert.Equal("key 'A' of ConfigMap 'shop'", value.Reference);
    }

    [Theory]
    [InlineData("production", "production", "production")]
    [InlineData("", "", "")]
    [InlineData("staging", "production", "")]
    [InlineData("", "", "production")]
    public void Of_two_with_one_name_none_is_taken(string first, string second, string workload)
    {
        _deployment.Has("k8s/a.yml", ConfigMapOf(first, "one")).Has("k8s/b.yml", $"{ConfigMapOf(second, "two")}\n---\n{PodOf(workload, Both)}");
        Assert.Equal(
            "k8s/b.yml(2,19) The ConfigMap 'shop' stands here and in line 2 of 'k8s/a.yml', so the gate cannot say which one the pod gets; declare only the files of this environment.",
            _deployment.Problem(Source));
        var configuration = _deployment.Load(Source);
        Assert.Empty(configuration.Values);
        Assert.False(configuration.IsComplete);
    }

    [Fact]
    public void Without_a_workload_two_with_one_name_are_reported_too()
    {
        _deployment.Has("k8s/a.yml", ConfigMapOf("staging", "one")).Has("k8s/b.yml", ConfigMapOf("production", "two"));
        Assert.Contains("'shop' stands here and in line 2 of 'k8s/a.yml'", _deployment.Problem(Source));
        Assert.Empty(_deployment.Load(Source).Values);
    }

    [Fact]
    public void What_nobody_draws_in_may_stand_twice() => Assert.Equal(
        ["B=x"],
        _deployment.Has("k8s/a.yml", ConfigMapOf("", "one")).Has("k8s/b.yml", $"{ConfigMapOf("", "two")}\n---\n{PodOf("", "env: [{ name: B, value: x }]")}")
            .Values(Source).Select(value => value.Split(" @")[0]));

    [Fact]
    public void A_value_that_is_not_base64_is_reported() => Assert.Equal(
        "k8s/s.yaml(3,14) The value of 'Key' is not base64, so the manifest would be refused; write it under 'stringData' or encode it.",
        _deployment.Has("k8s/s.yaml", "kind: Secret\nmetadata: { name: s }\ndata: { Key: 'not base64' }").Problem(Source));

    [Fact]
    public void Manifests_without_a_workload_are_all_drawn_in() => Assert.Equal(
        ["Stripe:Hook=plain", "Stripe:Key=key", "Stripe:Url=https://shop.com"],
        _deployment.Has("k8s/all.yaml", $"{ConfigMap}\n---\n{Secret}\n---\n").Values(Source).Select(value => value.Split(" @")[0]));

    [Fact]
    public void A_list_of_objects_and_JSON_are_manifests_too() => Assert.Equal(
        ["A=x @k8s/all.json(1,83)"],
        _deployment.Has("k8s/all.json", """{ "kind": "List", "items": [{ "kind": "ConfigMap", "metadata": {}, "data": { "A": "x" } }] }""").Values(Source));

    [Fact]
    public void Only_manifests_of_the_folder_are_read() => Assert.Equal(
        ["A=x @k8s/a.yml(2,12)"],
        _deployment.Has("k8s/a.yml", "kind: ConfigMap\ndata: { A: 'x' }").Has("k8s/README.md", "# {").Has("k8s/sub/b.yaml", "{").Values(Source));

    [Theory]
    [InlineData("""{ "kubernetes": "k8s" }""", "There are several workloads: 'Deployment/shop', 'CronJob/shop', 'Deployment/other'. Say which with the member 'workload'.")]
    [InlineData("""{ "kubernetes": "k8s", "workload": "shop" }""", "Several are called 'shop': 'Deployment/shop', 'CronJob/shop'. Write one of these names.")]
    [InlineData("""{ "kubernetes": "k8s", "workload": "others" }""", "There is no workload 'others'; it may have 'Deployment/shop', 'CronJob/shop', 'Deployment/other'.")]
    [InlineData("""{ "kubernetes": "k8s", "workload": "other" }""", "There are several containers: 'web', 'proxy'. Say which with the member 'container'.")]
    [InlineData("""{ "kubernetes": "k8s", "workload": "other", "container": "wep" }""", "There is no container 'wep'; did you mean 'web'?")]
    [InlineData("""{ "kubernetes": "k8s", "workload": "deployment/shop" }""", "There is no container in it.")]
    public void A_workload_and_its_container_are_chosen_by_name(string source, string problem) => Assert.EndsWith(
        problem,
        _deployment.Has("k8s/all.yaml", """
            { kind: Deployment, metadata: { name: shop } }
            ---
            { kind: CronJob, metadata: { name: shop } }
            ---
            { kind: Deployment, metadata: { name: other }, spec: { template: { spec: { containers: [{ name: web }, { name: proxy }] } } } }
            """).Problem(source));

    [Theory]
    [InlineData("k8s/README.md", "")]
    [InlineData("k8s/empty.yaml", "# nothing yet\n")]
    [InlineData("k8s/service.yaml", "kind: Service\nmetadata: { name: shop }")]
    public void Manifests_that_set_nothing_are_reported(string file, string text) =>
        Assert.Equal("readiness.json(1,17) There is no workload in it.", _deployment.Has(file, text).Problem(Source));

    [Fact]
    public void The_named_container_is_read() => Assert.Equal(
        ["A=1"],
        _deployment.Has("k8s/all.yaml", "{ kind: Pod, metadata: { name: p }, spec: { containers: [{ name: a, env: [{ name: A, value: '1' }] }, { name: b }] } }")
            .Values("""{ "kubernetes": "k8s", "workload": "p", "container": "a" }""").Select(value => value.Split(" @")[0]));

    private static string ConfigMapOf(string space, string value) => $"kind: ConfigMap\nmetadata: {{ name: shop{InNamespace(space)} }}\ndata: {{ A: {value} }}";

    private static string PodOf(string space, string members) => $"kind: Pod\nmetadata: {{ name: shop{InNamespace(space)} }}\nspec: {{ containers: [{{ name: web, {members} }}] }}";

    private static string InNamespace(string space) => space.Length == 0 ? "" : $", namespace: {space}";

    private Deployment Shop(string members) => _deployment
        .Has("k8s/shop.yaml", $$"""
            kind: Deployment
            metadata: { name: shop }
            spec:
              template:
                spec:
                  containers:
                    - { {{members}} }
            ---
            # what it needs
            {{ConfigMap}}
            """)
        .Has("k8s/stripe.yml", Secret);
}
