namespace ReadinessAnalyzers.Facts.Credentials;

/// <summary>The key in a connection string of Azure Storage, Cosmos DB, Service Bus or Event Hubs: base64 of 64 or 32 bytes.</summary>
internal static class AzureKey
{
    public static (int Start, int Length)? Match(string text, int start, int length)
    {
        var end = Alphabets.EndOfRun(text, start, Alphabets.IsBase64);
        if (end - start != length || text[end - 1] != '=')
            return null;
        var key = text.Substring(start, length);
        return RandomText.IsLikely(key.TrimEnd('=')) && !PublishedCredentials.Contain(key) ? (start, length) : null;
    }
}
