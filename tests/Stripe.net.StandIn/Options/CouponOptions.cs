namespace Stripe;

public class CouponCreateOptions : BaseOptions
{
    public long? AmountOff { get; set; }

    public string Currency { get; set; }

    public string Duration { get; set; }

    public long? DurationInMonths { get; set; }

    public string Id { get; set; }

    public long? MaxRedemptions { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public string Name { get; set; }

    public decimal? PercentOff { get; set; }

    public DateTime? RedeemBy { get; set; }
}

public class CouponUpdateOptions : BaseOptions
{
    public Dictionary<string, string> Metadata { get; set; }

    public string Name { get; set; }
}

public class CouponListOptions : ListOptions
{
    public DateRangeOptions Created { get; set; }
}

public class CouponDeleteOptions : BaseOptions;

public class CouponGetOptions : BaseOptions;
