namespace Stripe;

public class EventListOptions : ListOptions
{
    public DateRangeOptions Created { get; set; }

    public bool? DeliverySuccess { get; set; }

    public string Type { get; set; }

    public List<string> Types { get; set; }
}

public class EventGetOptions : BaseOptions;
