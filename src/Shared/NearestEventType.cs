using System.Text;

namespace ReadinessAnalyzers;

/// <summary>Tells which of Stripe's event types somebody meant who wrote a name that is none.</summary>
/// <remarks>
/// Near is what differs in case or in dots and underscores, by a letter or two, by a word for another (<c>success</c>), or by a word left out
/// on the way to the last one (<c>payment_intent.failed</c>). New types are made of the same words as old ones, so nothing else is near: a
/// word more, or another verb, is a guess.
/// </remarks>
internal static class NearestEventType
{
    private const int MostEdits = 2;
    private const int LongName = 12; // in a shorter one, two letters are too much of it

    // Names of older versions of the API, and one that everybody expects.
    private static readonly (string Name, string Successor)[] Successors =
    [
        ("customer.subscription.canceled", "customer.subscription.deleted"),
        ("transfer.canceled", "payout.canceled"),
        ("transfer.failed", "payout.failed"),
        ("transfer.paid", "payout.paid"),
    ];

    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.Ordinal)
    {
        ["cancel"] = "canceled",
        ["cancelled"] = "canceled",
        ["cancellation"] = "canceled",
        ["completion"] = "completed",
        ["failure"] = "failed",
        ["payed"] = "paid",
        ["success"] = "succeeded",
        ["successful"] = "succeeded",
    };

    // What people leave out, or add, in front: subscription.deleted, customer.invoice.paid. Other first words make another object of it.
    private static readonly HashSet<string> Owners = new(["charge", "checkout", "customer", "radar"], StringComparer.Ordinal);

    private static readonly (string Name, string[] Words)[] Known = [.. StripeEventTypes.All.Select(name => (name, WordsOf(name)))];

    /// <summary>Null if no type is near.</summary>
    public static string? To(string name)
    {
        var words = WordsOf(name);
        return SuccessorOf(words) ?? Known
            .Select(known => (known.Name, Distance: Distance(words, known.Words)))
            .Where(known => known.Distance is not null)
            .OrderBy(known => known.Distance)
            .ThenBy(known => known.Name, StringComparer.Ordinal)
            .FirstOrDefault().Name;
    }

    /// <summary>True if the name was right once, or seems so, and what is called otherwise today carries another object or meaning.</summary>
    public static bool IsSuccessor(string name) => SuccessorOf(WordsOf(name)) is not null;

    private static string? SuccessorOf(string[] words) => Successors.FirstOrDefault(old => WordsOf(old.Name).SequenceEqual(words)).Successor;

    private static int? Distance(string[] written, string[] known)
    {
        var (from, to) = (string.Concat(written), string.Concat(known));
        if (Math.Abs(from.Length - to.Length) <= MostEdits && EditDistance.Between(from, to) is var edits && edits <= (to.Length < LongName ? 1 : MostEdits))
            return edits;
        if (written.OrderBy(word => word, StringComparer.Ordinal).SequenceEqual(known.OrderBy(word => word, StringComparer.Ordinal)))
            return MostEdits + 1;
        return LeftOut(written, known) ?? (Owners.Contains(written.FirstOrDefault() ?? "") && written.Skip(1).SequenceEqual(known) ? MostEdits + written[0].Length : null);
    }

    // The longer the word, the less likely that it was forgotten. The last one says what happened, and is never.
    private static int? LeftOut(string[] written, string[] known)
    {
        if (written.Length != known.Length - 1)
            return null;
        var at = 0;
        while (at < written.Length && written[at] == known[at])
            at++;
        return at < written.Length && known.Skip(at + 1).SequenceEqual(written.Skip(at)) && (at > 0 || Owners.Contains(known[0]))
            ? MostEdits + known[at].Length
            : null;
    }

    // checkout.session.completed, checkout_session-completed and CheckoutSessionCompleted are the same three words.
    private static string[] WordsOf(string name)
    {
        var words = new StringBuilder();
        for (var at = 0; at < name.Length; at++)
        {
            if (at > 0 && char.IsUpper(name[at]) && char.IsLower(name[at - 1]))
                words.Append(' ');
            words.Append(char.IsLetterOrDigit(name[at]) ? char.ToLowerInvariant(name[at]) : ' ');
        }
        return [.. words.ToString().Split([' '], StringSplitOptions.RemoveEmptyEntries).Select(word => Synonyms.TryGetValue(word, out var usual) ? usual : word)];
    }
}
