namespace ReadyShop.Billing;

/// <summary>The section <c>Admin</c>.</summary>
public sealed class AdminOptions
{
    public const string Section = "Admin";

    /// <summary>Who answers disputes and fraud warnings.</summary>
    public string[] Emails { get; init; } = [];
}
