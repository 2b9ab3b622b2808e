namespace Stripe;

public class ProductCreateOptions : BaseOptions
{
    public bool? Active { get; set; }

    public string Description { get; set; }

    public string Id { get; set; }

    public List<string> Images { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public string Name { get; set; }

    public string TaxCode { get; set; }
}

public class ProductUpdateOptions : BaseOptions
{
    public bool? Active { get; set; }

    public string DefaultPrice { get; set; }

    public string Description { get; set; }

    public List<string> Images { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public string Name { get; set; }
}

public class ProductListOptions : ListOptions
{
    public bool? Active { get; set; }

    public DateRangeOptions Created { get; set; }

    public List<string> Ids { get; set; }
}

public class ProductDeleteOptions : BaseOptions;

public class ProductGetOptions : BaseOptions;

public class ProductSearchOptions : SearchOptions;
