using System.Reflection;

namespace Stripe.StandIn.Tests;

/// <summary>Analyzers match parameters by name and methods by their twins, so every service keeps to the pattern.</summary>
public class SurfaceTests
{
    private static readonly Type[] Services =
        [.. typeof(Service).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Service)))];

    [Fact]
    public void EventTypes_AreAllThere()
    {
        var values = typeof(EventTypes).GetFields().Select(field => (string)field.GetRawConstantValue()).ToList();

        Assert.Equal(266, values.Count);
        Assert.Equal(266, values.Distinct().Count());
    }

    [Fact]
    public void ServiceMethods_AreVirtualTwins()
    {
        foreach (var method in Services.SelectMany(Calls).Where(method => !method.Name.EndsWith("Async")))
        {
            var twin = Assert.Single(Calls(method.DeclaringType), other => other.Name == method.Name + "Async");
            Assert.Equal([.. Names(method), "cancellationToken"], Names(twin));
            Assert.Equal("requestOptions", Names(method)[^1]);
            Assert.True(method.IsVirtual && twin.IsVirtual);
        }
    }

    [Fact]
    public void Services_CanBeMadeWithAndWithoutClient() =>
        Assert.All(Services.Where(service => !service.IsAbstract), service => Assert.Equal(2, service.GetConstructors().Length));

    private static IEnumerable<MethodInfo> Calls(Type service) =>
        service.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => !method.IsSpecialName);

    private static string[] Names(MethodInfo method) => [.. method.GetParameters().Select(parameter => parameter.Name)];
}
