using System.ComponentModel;
using System.Net;

namespace Azure.Storage.Sas;

/// <summary>The addresses a shared access signature may be used from (<c>sip</c>): one, or an inclusive range.</summary>
public readonly struct SasIPRange : IEquatable<SasIPRange>
{
    public SasIPRange(IPAddress start, IPAddress? end = null)
    {
        Start = start ?? IPAddress.None;
        End = end ?? IPAddress.None;
    }

    /// <summary><see cref="IPAddress.None"/> (or null in a default value) where the signature holds from anywhere.</summary>
    public IPAddress Start { get; }

    /// <summary><see cref="IPAddress.None"/> (or null in a default value) where <see cref="Start"/> stands alone.</summary>
    public IPAddress End { get; }

    public static bool operator ==(SasIPRange left, SasIPRange right) => left.Equals(right);

    public static bool operator !=(SasIPRange left, SasIPRange right) => !left.Equals(right);

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">A part is no IP address.</exception>
    public static SasIPRange Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        var dash = s.IndexOf('-', StringComparison.Ordinal);
        return dash < 0
            ? new SasIPRange(IPAddress.Parse(s))
            : new SasIPRange(IPAddress.Parse(s.AsSpan(0, dash)), IPAddress.Parse(s.AsSpan(dash + 1)));
    }

    /// <summary>As it stands in the query: empty, <c>a</c> or <c>a-b</c>.</summary>
    public override string ToString() => (IsNone(Start), IsNone(End)) switch
    {
        (true, _) => string.Empty,
        (_, true) => Start.ToString(),
        _ => $"{Start}-{End}",
    };

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is SasIPRange other && Equals(other);

    public bool Equals(SasIPRange other) => ToString() == other.ToString();

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private static bool IsNone(IPAddress? address) => address is null || IPAddress.None.Equals(address);
}
