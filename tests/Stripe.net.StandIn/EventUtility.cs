using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Stripe;

/// <summary>Verifies and reads webhook deliveries.</summary>
public static class EventUtility
{
#if STRIPE_BEFORE_46
    private const int DefaultTimeTolerance = 300;
#else
    public const int DefaultTimeTolerance = 300;
#endif

    // A body that is not valid text cannot have been signed by Stripe, so encoding it must fail instead of replacing characters.
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Event ParseEvent(string json, bool throwOnApiVersionMismatch = true)
    {
        using (var document = JsonDocument.Parse(json))
        {
            if (ObjectTypes.NameOf(document.RootElement) == ObjectTypes.ThinEvent)
            {
                throw new ArgumentException("This is a thin event notification; use StripeClient.ParseEventNotification.", nameof(json));
            }
        }

        var stripeEvent = JsonSerializer.Deserialize<Event>(json, StripeJson.Options);
        if (throwOnApiVersionMismatch && !Accepts(stripeEvent.ApiVersion))
        {
            throw new StripeException(
                $"The event has API version {stripeEvent.ApiVersion}, this library expects {StripeConfiguration.ApiVersion}.");
        }

        return stripeEvent;
    }

    public static Event ConstructEvent(
        string json,
        string stripeSignatureHeader,
        string secret,
        long tolerance = DefaultTimeTolerance,
        bool throwOnApiVersionMismatch = true) =>
        ConstructEvent(json, stripeSignatureHeader, secret, tolerance, Now(), throwOnApiVersionMismatch);

    public static Event ConstructEvent(
        string json,
        string stripeSignatureHeader,
        string secret,
        long tolerance,
        long utcNow,
        bool throwOnApiVersionMismatch = true)
    {
        ValidateSignature(json, stripeSignatureHeader, secret, tolerance, utcNow);
        return ParseEvent(json, throwOnApiVersionMismatch);
    }

    public static void ValidateSignature(
        string json,
        string stripeSignatureHeader,
        string secret,
        long tolerance = DefaultTimeTolerance) =>
        ValidateSignature(json, stripeSignatureHeader, secret, tolerance, Now());

    public static void ValidateSignature(string json, string stripeSignatureHeader, string secret, long tolerance, long utcNow)
    {
        var (timestamp, signatures) = ReadHeader(stripeSignatureHeader);
        var expected = Sign(secret, timestamp, json);
        if (!signatures.Any(signature => SameInConstantTime(signature, expected)))
        {
            throw new StripeException("No signature in the Stripe-Signature header matches the payload.");
        }

        if (Math.Abs(utcNow - long.Parse(timestamp)) > tolerance)
        {
            throw new StripeException("The webhook's timestamp is outside the tolerance.");
        }
    }

#if !STRIPE_BEFORE_46
    public static string ComputeSignature(string secret, string timestamp, string payload) => Sign(secret, timestamp, payload);

    public static bool IsCompatibleApiVersion(string eventApiVersion) =>
        IsCompatibleApiVersion(StripeConfiguration.ApiVersion, eventApiVersion);

    /// <summary>A preview version must be the same; of any other only the release train, the part after the dot, must be.</summary>
    public static bool IsCompatibleApiVersion(string sdkApiVersion, string eventApiVersion) =>
        Train(sdkApiVersion) == "preview"
            ? sdkApiVersion == eventApiVersion
            : Train(sdkApiVersion) is { } train && train == Train(eventApiVersion);

    private static bool Accepts(string apiVersion) => IsCompatibleApiVersion(apiVersion);

    private static string Train(string apiVersion)
    {
        var dot = apiVersion.IndexOf('.');
        return dot < 0 ? null : apiVersion[(dot + 1)..];
    }
#else
    private static bool Accepts(string apiVersion) => apiVersion == StripeConfiguration.ApiVersion;
#endif

    private static long Now() => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    // A null header throws NullReferenceException, as in the original: rules about unguarded headers rest on that.
    private static (string Timestamp, List<string> Signatures) ReadHeader(string header)
    {
        string timestamp = null;
        var signatures = new List<string>();
        foreach (var item in header.Split(','))
        {
            switch (item.Trim().Split('=', 2))
            {
                case ["t", var value]:
                    timestamp = value;
                    break;
                case ["v1", var value]:
                    signatures.Add(value);
                    break;
            }
        }

        return long.TryParse(timestamp, out _) && signatures.Count > 0
            ? (timestamp, signatures)
            : throw new StripeException("The Stripe-Signature header has an unexpected format.");
    }

    private static string Sign(string secret, string timestamp, string payload)
    {
        try
        {
            var key = StrictUtf8.GetBytes(secret);
            return Convert.ToHexStringLower(HMACSHA256.HashData(key, StrictUtf8.GetBytes($"{timestamp}.{payload}")));
        }
        catch (EncoderFallbackException error)
        {
            throw new StripeException("The webhook's payload is not valid UTF-8 text.", error);
        }
    }

    private static bool SameInConstantTime(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
