namespace Azure.Storage.Blobs.Pipeline;

/// <summary>
/// The order in which the service signs headers: that of words in a dictionary, not of character codes. It shows in metadata names only, where an
/// underscore comes before a digit and a digit before a letter. Written out, because the order of a culture is not there on a machine without ICU.
/// </summary>
internal sealed class HeaderNameOrder : IComparer<string>
{
    private const string Alphabet = "_-0123456789abcdefghijklmnopqrstuvwxyz";

    private HeaderNameOrder()
    {
    }

    public static HeaderNameOrder Instance { get; } = new();

    /// <param name="x">In lower case.</param>
    /// <param name="y">In lower case.</param>
    public int Compare(string? x, string? y)
    {
        var (left, right) = (x ?? string.Empty, y ?? string.Empty);
        for (var at = 0; at < Math.Min(left.Length, right.Length); at++)
        {
            var order = Alphabet.IndexOf(left[at], StringComparison.Ordinal).CompareTo(Alphabet.IndexOf(right[at], StringComparison.Ordinal));
            if (order != 0)
            {
                return order;
            }
        }

        return left.Length.CompareTo(right.Length);
    }
}
