using System.Text.Json.Serialization;

namespace Stripe;

public class BaseOptions
{
    public List<string> Expand { get; set; }

    [JsonIgnore]
    public IDictionary<string, object> ExtraParams { get; set; } = new Dictionary<string, object>();

    public void AddExpand(string value) => (Expand ??= []).Add(value);

    public void AddExtraParam(string key, object value) => ExtraParams.Add(key, value);

    // Paging asks again with another cursor and must not change the caller's options.
    internal BaseOptions Copy() => (BaseOptions)MemberwiseClone();
}

public class ListOptions : BaseOptions
{
    public string EndingBefore { get; set; }

    public long? Limit { get; set; }

    public string StartingAfter { get; set; }
}

public class SearchOptions : BaseOptions
{
    public long? Limit { get; set; }

    public string Page { get; set; }

    public string Query { get; set; }
}

public class DateRangeOptions
{
    public DateTime? GreaterThan { get; set; }

    public DateTime? GreaterThanOrEqual { get; set; }

    public DateTime? LessThan { get; set; }

    public DateTime? LessThanOrEqual { get; set; }
}
