namespace Stripe.V2.Core;

public class EventGetOptions : BaseOptions;
