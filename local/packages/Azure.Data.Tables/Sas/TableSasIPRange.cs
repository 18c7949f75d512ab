using System.ComponentModel;
using System.Net;

namespace Azure.Data.Tables.Sas;

/// <summary>The addresses a signature is good from: one, or all from the first to the last.</summary>
public readonly struct TableSasIPRange : IEquatable<TableSasIPRange>
{
    private readonly IPAddress? _start;
    private readonly IPAddress? _end;

    public TableSasIPRange(IPAddress start, IPAddress? end = null)
    {
        _start = start;
        _end = end;
    }

    /// <summary><see cref="IPAddress.None"/> where no address is named.</summary>
    public IPAddress Start => _start ?? IPAddress.None;

    /// <summary><see cref="IPAddress.None"/> where the range is one address.</summary>
    public IPAddress End => _end ?? IPAddress.None;

    public static bool operator ==(TableSasIPRange left, TableSasIPRange right) => left.Equals(right);

    public static bool operator !=(TableSasIPRange left, TableSasIPRange right) => !left.Equals(right);

    /// <param name="s">One address, or two with a hyphen between them.</param>
    /// <exception cref="FormatException">A part is no address.</exception>
    public static TableSasIPRange Parse(string s)
    {
        var hyphen = s.IndexOf('-', StringComparison.Ordinal);
        return hyphen < 0
            ? new TableSasIPRange(IPAddress.Parse(s.Trim()))
            : new TableSasIPRange(IPAddress.Parse(s[..hyphen].Trim()), IPAddress.Parse(s[(hyphen + 1)..].Trim()));
    }

    public bool Equals(TableSasIPRange other) => Start.Equals(other.Start) && End.Equals(other.End);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is TableSasIPRange other && Equals(other);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => HashCode.Combine(Start, End);

    /// <summary>As the query parameter "sip" has it; empty where no address is named.</summary>
    public override string ToString() => (IsNamed(_start), IsNamed(_end)) switch
    {
        (false, _) => string.Empty,
        (_, false) => $"{_start}",
        _ => $"{_start}-{_end}",
    };

    private static bool IsNamed(IPAddress? address) => address is not null && !address.Equals(IPAddress.None);
}
