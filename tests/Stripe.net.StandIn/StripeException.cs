using System.Net;

namespace Stripe;

public class StripeException : Exception
{
    public StripeException()
    {
    }

    public StripeException(string message)
        : base(message)
    {
    }

    public StripeException(string message, Exception err)
        : base(message, err)
    {
    }

    public StripeException(HttpStatusCode httpStatusCode, StripeError stripeError, string message)
        : base(message)
    {
        HttpStatusCode = httpStatusCode;
        StripeError = stripeError;
    }

    public HttpStatusCode HttpStatusCode { get; set; }

    /// <summary>What Stripe answered; null for errors raised locally, such as a wrong signature.</summary>
    public StripeError StripeError { get; set; }

    public StripeResponse StripeResponse { get; set; }
}

public class StripeError : StripeEntity<StripeError>
{
    public string AdviceCode { get; set; }

    public string Charge { get; set; }

    public string Code { get; set; }

    public string DeclineCode { get; set; }

    public string DocUrl { get; set; }

    public string Error { get; set; }

    public string ErrorDescription { get; set; }

    public string Message { get; set; }

    public string NetworkAdviceCode { get; set; }

    public string NetworkDeclineCode { get; set; }

    public string Param { get; set; }

    public PaymentIntent PaymentIntent { get; set; }

    public string PaymentMethodType { get; set; }

    public string RequestLogUrl { get; set; }

    public string Type { get; set; }

    public string UserMessage { get; set; }
}
