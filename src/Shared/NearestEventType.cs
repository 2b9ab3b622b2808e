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

    private static readonly Spelling[] Known = [.. StripeEventTypes.All.Select(name => new Spelling(name))];

    /// <summary>Null if no type is near.</summary>
    public static string? To(string name)
    {
        var written = new Spelling(name);
        return SuccessorOf(written) ?? Known
            .Select(known => (known.Name, Distance: Distance(written, known)))
            .Where(known => known.Distance is not null)
            .OrderBy(known => known.Distance)
            .ThenBy(known => known.Name, StringComparer.Ordinal)
            .FirstOrDefault().Name;
    }

    /// <summary>True if the name was right once, or seems so, and what is called otherwise today carries another object or meaning.</summary>
    public static bool IsSuccessor(string name) => SuccessorOf(new Spelling(name)) is not null;

    private static string? SuccessorOf(Spelling written) => Successors.FirstOrDefault(old => new Spelling(old.Name).Letters == written.Letters).Successor;

    private static int? Distance(Spelling written, Spelling known)
    {
        if (Math.Abs(written.Letters.Length - known.Letters.Length) <= MostEdits
            && EditDistance.Between(written.Letters, known.Letters) is var edits && edits <= (known.Letters.Length < LongName ? 1 : MostEdits))
        {
            return edits;
        }
        return written.InOrder == known.InOrder ? MostEdits + 1 : LeftOut(written.Words, known.Words) ?? Added(written.Words, known.Words);
    }

    private static int? Added(string[] written, string[] known) =>
        written.Length == known.Length + 1 && Owners.Contains(written[0]) && written.Skip(1).SequenceEqual(known) ? MostEdits + written[0].Length : null;

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

    /// <summary>A name as its words: checkout.session.completed, checkout_session-completed and CheckoutSessionCompleted are the same.</summary>
    private sealed class Spelling
    {
        public Spelling(string name)
        {
            Name = name;
            Words = WordsOf(name);
            Letters = string.Concat(Words);
            InOrder = string.Join(" ", Words.OrderBy(word => word, StringComparer.Ordinal));
        }

        public string Name { get; }

        public string[] Words { get; }

        /// <summary>The words without anything between them.</summary>
        public string Letters { get; }

        /// <summary>The words in the order of the alphabet.</summary>
        public string InOrder { get; }

        private static string[] WordsOf(string name)
        {
            var words = new StringBuilder();
            for (var at = 0; at < name.Length; at++)
            {
                if (at > 0 && char.IsUpper(name[at]) && char.IsLower(name[at - 1]))
                    words.Append(' ');
                words.Append(char.IsLetterOrDigit(name[at]) ? char.ToLowerInvariant(name[at]) : ' ');
            }
            return
            [
                .. words.ToString().Split([' '], StringSplitOptions.RemoveEmptyEntries)
                    .Select(word => Synonyms.TryGetValue(word, out var usual) ? usual : word),
            ];
        }
    }
}
