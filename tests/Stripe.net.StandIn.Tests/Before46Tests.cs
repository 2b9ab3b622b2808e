using System.Reflection;
using System.Runtime.Loader;

namespace Stripe.StandIn.Tests;

/// <summary>The older face differs where analyzers have to notice.</summary>
public class Before46Tests
{
    private static readonly Assembly Old = new AssemblyLoadContext("Before46")
        .LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "Before46", "Stripe.net.dll"));

    [Fact]
    public void Assembly_IsVersion45() => Assert.Equal(("Stripe.net", 45), (Old.GetName().Name, Old.GetName().Version.Major));

    [Fact]
    public void EventTypes_AreConstantsOfTheClassEvents()
    {
        var events = Old.GetType("Stripe.Events", throwOnError: true);

        Assert.Equal("charge.succeeded", events.GetField("ChargeSucceeded").GetRawConstantValue());
        Assert.Null(Old.GetType("Stripe.EventTypes"));
    }

    [Theory]
    [InlineData("Stripe.StripeClientOptions")]
    [InlineData("Stripe.RawRequestOptions")]
    [InlineData("Stripe.V1Services")]
    [InlineData("Stripe.V2.Core.EventNotification")]
    public void LaterType_IsAbsent(string name) => Assert.Null(Old.GetType(name));

    [Fact]
    public void Namespaces_AreNoneOfTheLaterOnes() =>
        Assert.DoesNotContain(Old.GetTypes(), type => type.Namespace == "Stripe.Events" || type.Namespace?.StartsWith("Stripe.V2") == true);

    [Fact]
    public void Services_HaveTheGenericBaseClass() =>
        Assert.Equal("Service`1", Old.GetType("Stripe.CustomerService", throwOnError: true).BaseType.Name);

    [Fact]
    public void Client_HasOneConstructorOfSixParameters() =>
        Assert.Equal(6, Assert.Single(Old.GetType("Stripe.StripeClient", throwOnError: true).GetConstructors()).GetParameters().Length);

    [Fact]
    public void Tolerance_IsPrivate() =>
        Assert.Null(Old.GetType("Stripe.EventUtility", throwOnError: true).GetField("DefaultTimeTolerance"));
}
