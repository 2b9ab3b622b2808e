using System.Collections.Concurrent;

namespace ReadyShop.Billing;

/// <summary>Who has paid. A shop with more than one instance keeps this in its database.</summary>
public sealed class Memberships
{
    private readonly ConcurrentDictionary<string, bool> _active = new();

    public bool IsActive(string customer) => _active.GetValueOrDefault(customer);

    internal void Grant(string customer) => _active[customer] = true;

    internal void Revoke(string customer) => _active[customer] = false;
}
