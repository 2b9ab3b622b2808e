namespace Stripe;

public class CustomerCreateOptions : BaseOptions
{
    public AddressOptions Address { get; set; }

    public long? Balance { get; set; }

    public string Coupon { get; set; }

    public string Description { get; set; }

    public string Email { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public string Name { get; set; }

    public string PaymentMethod { get; set; }

    public string Phone { get; set; }

    public string Source { get; set; }
}

public class CustomerUpdateOptions : BaseOptions
{
    public AddressOptions Address { get; set; }

    public long? Balance { get; set; }

    public string DefaultSource { get; set; }

    public string Description { get; set; }

    public string Email { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public string Name { get; set; }

    public string Phone { get; set; }

    public string Source { get; set; }
}

public class CustomerListOptions : ListOptions
{
    public DateRangeOptions Created { get; set; }

    public string Email { get; set; }
}

public class CustomerDeleteOptions : BaseOptions;

public class CustomerDeleteDiscountOptions : BaseOptions;

public class CustomerGetOptions : BaseOptions;

public class CustomerSearchOptions : SearchOptions;

public class AddressOptions
{
    public string City { get; set; }

    public string Country { get; set; }

    public string Line1 { get; set; }

    public string Line2 { get; set; }

    public string PostalCode { get; set; }

    public string State { get; set; }
}
