namespace UnreadyShop;

/// <summary>The account of the trade-fair demo.</summary>
internal static class DemoAccount
{
    // fault: RDY1001. No line holds a key, so no text scanner sees one; the compiler folds the pieces into it all the same.
    public const string SecretKey = Prefix + Account + Body;

    private const string Prefix = "sk_" + "test_";
    private const string Account = "51uYcd9P";
    private const string Body = "IGKSqlpF" + "aKQ4kcuK" + "hiXcvH6F";
}
