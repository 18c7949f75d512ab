using System.Text.Json;
using System.Text.Unicode;

namespace Collaborations.Fhir.Reading;

/// <summary>
/// Reads a FHIR bundle entry by entry out of a stream of any length, in memory that does not grow with it: at most
/// <see cref="LargestEntry"/> bytes and one entry's parse. A text that is too long for that is cut out of its entry (what it was, an attachment as
/// a rule, sees <see cref="CutText"/> instead), and an entry that is too long without one is left out and named.
/// </summary>
/// <remarks>
/// What the bundle says of itself may stand after its entries: <see cref="ResourceType"/>, <see cref="Type"/> and <see cref="Profiles"/> are known
/// at the end.
/// </remarks>
public sealed class BundleReader(Stream stream)
{
    /// <summary>Bytes.</summary>
    public const int LargestEntry = 32 * 1024 * 1024;

    /// <summary>Values and names of an entry: what its parse takes in memory follows from their number.</summary>
    public const int MostTokens = 500_000;

    private const int SmallestBuffer = 64 * 1024;
    private const int ResourceDepth = 2;

    // Not to be had in a file that means well: a control character is no part of a FHIR string.
    private static readonly byte[] CutMarker = @"\u0000cut"u8.ToArray();
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private byte[] _buffer = new byte[SmallestBuffer];
    private int _start;
    private int _end;
    private long _before;
    private bool _isLast;
    private JsonReaderState _state;
    private int _captured = -1;
    private int _tokens;
    private bool _tooLarge;
    private string? _member;
    private bool _inEntries;
    private JsonDocument? _entry;

    /// <summary>What stands in place of a text that was cut out.</summary>
    public static string CutText => "\0cut";

    public string? ResourceType { get; private set; }

    public string? Type { get; private set; }

    public IReadOnlyList<string> Profiles { get; private set; } = [];

    /// <summary>Entries begun so far; the last one's number, from 1.</summary>
    public int Count { get; private set; }

    /// <summary>Null as long as it is JSON; otherwise the byte, from 0, at or shortly after which it is none.</summary>
    public long? BrokenAt { get; private set; }

    /// <summary>The entry before is no longer there after this.</summary>
    /// <returns>Null at the end, or where the JSON breaks.</returns>
    public async Task<BundleEntry?> NextAsync(CancellationToken cancellation)
    {
        _entry?.Dispose();
        _entry = null;
        while (true)
        {
            switch (Advance(out var entry))
            {
                case Progress.Entry:
                    return entry;
                case Progress.End:
                    return null;
                default:
                    await FillAsync(cancellation);
                    break;
            }

            if (BrokenAt is not null)
            {
                return null;
            }
        }
    }

    private Progress Advance(out BundleEntry? entry)
    {
        entry = null;
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isLast, _state);
        var origin = _start;
        try
        {
            while (reader.Read())
            {
                var found = Take(ref reader, origin, out entry);
                (_start, _state) = (origin + (int)reader.BytesConsumed, reader.CurrentState);
                if (found)
                {
                    return Progress.Entry;
                }
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // The second is what the reader says of a text that is no Unicode.
            BrokenAt = _before + _start;
            return Progress.End;
        }

        (_start, _state) = (origin + (int)reader.BytesConsumed, reader.CurrentState);
        return _isLast ? Progress.End : Progress.More;
    }

    private bool Take(ref Utf8JsonReader reader, int origin, out BundleEntry? entry)
    {
        entry = null;
        if (_captured >= 0 || _tooLarge)
        {
            _tokens++;
            if (_tokens > MostTokens)
            {
                (_captured, _tooLarge) = (-1, true);
            }

            // A name that is no Unicode, such as half of a pair of surrogates, could be asked for by nobody.
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                _ = reader.GetString();
            }

            return reader.TokenType is JsonTokenType.EndObject && reader.CurrentDepth == ResourceDepth
                && End(origin + (int)reader.BytesConsumed, out entry);
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName when reader.CurrentDepth == 1:
                _member = reader.GetString();
                break;
            case JsonTokenType.StartArray when reader.CurrentDepth == 1:
                _inEntries = _member == "entry";
                break;
            case JsonTokenType.EndArray when reader.CurrentDepth == 1:
                _inEntries = false;
                break;
            case JsonTokenType.StartObject when _inEntries && reader.CurrentDepth == ResourceDepth:
                Count++;
                (_captured, _tokens) = (origin + (int)reader.TokenStartIndex, 0);
                break;
            case JsonTokenType.String when reader.CurrentDepth == 1 && _member == "resourceType":
                ResourceType = reader.GetString();
                break;
            case JsonTokenType.String when reader.CurrentDepth == 1 && _member == "type":
                Type = reader.GetString();
                break;
            case JsonTokenType.String when _member == "meta" && Profiles.Count < FhirVersions.MostProfiles:
                Profiles = [.. Profiles, reader.GetString()!];
                break;
            default:
                TakeItem(ref reader);
                break;
        }

        return false;
    }

    // Something in the list of entries that is none.
    private void TakeItem(ref Utf8JsonReader reader)
    {
        if (_inEntries && reader.CurrentDepth == ResourceDepth && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            throw new JsonException("An entry is an object.");
        }
    }

    private bool End(int end, out BundleEntry? entry)
    {
        var (whole, tooLarge) = (_captured, _tooLarge);
        (_captured, _tooLarge) = (-1, false);
        if (tooLarge)
        {
            entry = new BundleEntry(Count, Json: null);
            return true;
        }

        var bytes = _buffer.AsMemory(whole, end - whole);
        if (!Utf8.IsValid(bytes.Span))
        {
            throw new JsonException("Not UTF-8.");
        }

        _entry = JsonDocument.Parse(bytes);
        entry = new BundleEntry(Count, _entry.RootElement);
        return true;
    }

    private async Task FillAsync(CancellationToken cancellation)
    {
        Compact();
        if (_end == _buffer.Length && _buffer.Length < LargestEntry)
        {
            Array.Resize(ref _buffer, Math.Min(_buffer.Length * 2, LargestEntry));
        }

        if (_end == _buffer.Length)
        {
            await MakeRoomAsync(cancellation);
            return;
        }

        var isBeginning = _before == 0 && _end == 0;
        await ReadAsync(isBeginning ? ByteOrderMark.Length : 1, cancellation);
        if (isBeginning && _buffer.AsSpan(0, _end).StartsWith(ByteOrderMark))
        {
            _start = ByteOrderMark.Length;
        }
    }

    // An entry's bytes are kept from its first on, everything else from what was not understood yet.
    private void Compact()
    {
        var keep = _captured >= 0 ? _captured : _start;
        if (keep == 0)
        {
            return;
        }

        _buffer.AsSpan(keep, _end - keep).CopyTo(_buffer);
        _before += keep;
        _end -= keep;
        _start -= keep;
        _captured = _captured >= 0 ? 0 : -1;
    }

    private async Task<bool> ReadAsync(int least, CancellationToken cancellation)
    {
        var read = await stream.ReadAtLeastAsync(_buffer.AsMemory(_end), least, throwOnEndOfStream: false, cancellation);
        _end += read;
        _isLast = read == 0;
        return read > 0;
    }

    private async Task MakeRoomAsync(CancellationToken cancellation)
    {
        var text = _start + _buffer.AsSpan(_start, _end - _start).IndexOfAnyExcept(" \t\r\n,"u8);
        var isText = text >= _start && _buffer[text] == (byte)'"';
        if (isText && (_captured < 0 || _end - text > _buffer.Length / 2))
        {
            await CutAsync(text + 1, cancellation);
        }
        else if (_captured >= 0)
        {
            (_captured, _tooLarge) = (-1, true);
        }
        else
        {
            BrokenAt = _before + _start;
        }
    }

    // The text goes on to its end, which may be far, without being kept.
    private async Task CutAsync(int from, CancellationToken cancellation)
    {
        var (escaped, scanned, keep) = (false, from, from + CutMarker.Length);
        int? found;
        while ((found = FindEnd(scanned, ref escaped)) is null)
        {
            CutMarker.CopyTo(_buffer, from);
            _before += _end - keep;
            _end = scanned = keep;
            if (!await ReadAsync(1, cancellation))
            {
                return;
            }
        }

        var quote = found.Value;
        _buffer.AsSpan(quote, _end - quote).CopyTo(_buffer.AsSpan(keep));
        _before += quote - keep;
        _end -= quote - keep;
    }

    private int? FindEnd(int from, ref bool escaped)
    {
        for (var at = from; at < _end; at++)
        {
            if (escaped)
            {
                escaped = false;
                continue;
            }

            var next = _buffer.AsSpan(at, _end - at).IndexOfAny((byte)'"', (byte)'\\');
            if (next < 0)
            {
                return null;
            }

            at += next;
            if (_buffer[at] == (byte)'"')
            {
                return at;
            }

            escaped = true;
        }

        return null;
    }

    private enum Progress
    {
        More,
        Entry,
        End,
    }
}
