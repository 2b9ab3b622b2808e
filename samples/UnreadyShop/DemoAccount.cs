namespace UnreadyShop;

/// <summary>The account of the trade-fair demo.</summary>
internal static class DemoAccount
{
    // fault: RDY1001. No line holds a key, so no text scanner sees one; the compiler folds the pieces into it all the same.
    public const string SecretKey = Prefix + Body;

    private const string Prefix = "sk_test_";
    private const string Body = "51uYcd9PIGKSqlpFaKQ4kcuKhiXcvH6F";
}
