using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Local.Host.Outbox;

/// <summary>
/// The messages, on disk as JSON lines and in memory as the last of them. A line is written by one append and not forced to the disk:
/// what the operating system has is kept when the process dies. A line cut short by a full disk or a lost machine is skipped
/// when the file is read, and the next line starts on its own.
/// </summary>
internal sealed partial class OutboxStore : IDisposable
{
    private const string FileName = "outbox.jsonl";

    private readonly Lock _gate = new();
    private readonly int _capacity;
    private readonly TimeProvider _time;
    private readonly FileStream _file;
    private readonly Queue<OutboxRecord> _records = new();
    private readonly Dictionary<string, List<OutboxRecord>> _byKey = new(StringComparer.Ordinal);
    private OutboxRecord[] _snapshot = [];
    private bool _endsInsideLine;

    /// <exception cref="IOException">The file cannot be opened, or another outbox has it.</exception>
    public OutboxStore(OutboxOptions options, TimeProvider time, ILogger<OutboxStore> logger)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Capacity, 1);
        _capacity = options.Capacity;
        _time = time;
        Directory.CreateDirectory(options.DataDirectory);
        _file = Open(Path.Combine(options.DataDirectory, FileName));
        var skipped = Load();
        if (skipped > 0)
        {
            Log.LinesSkipped(logger, skipped, FileName);
        }
    }

    /// <summary>The messages in memory, oldest first. The array is not changed later.</summary>
    public IReadOnlyList<OutboxRecord> Snapshot()
    {
        lock (_gate)
        {
            return _snapshot;
        }
    }

    /// <summary>What was recorded under a key; empty where the key is not known, or no longer in memory.</summary>
    public IReadOnlyList<OutboxRecord> Find(string key)
    {
        lock (_gate)
        {
            return _byKey.TryGetValue(key, out var records) ? [.. records] : [];
        }
    }

    /// <summary>Appends, unless something was recorded under the key before.</summary>
    /// <param name="key">The key of the request; null where it has none.</param>
    /// <param name="make">Makes the records; it is given the time.</param>
    /// <returns>What stands under the key now, and whether this call put it there.</returns>
    /// <exception cref="IOException">The disk did not take it; nothing is recorded.</exception>
    public (IReadOnlyList<OutboxRecord> Records, bool Added) Append(string? key, Func<DateTimeOffset, IReadOnlyList<OutboxRecord>> make)
    {
        lock (_gate)
        {
            if (key is not null && _byKey.TryGetValue(key, out var known))
            {
                return ([.. known], false);
            }

            var records = make(_time.GetUtcNow()).Select(record => record with { Key = key }).ToList();
            Write(records);
            foreach (var record in records)
            {
                Remember(record);
            }

            _snapshot = [.. _records];
            return (records, true);
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>The file holds codes and links of others, so that only its owner may read it, where the system knows such a right.</summary>
    private static FileStream Open(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    private int Load()
    {
        var skipped = 0;
        using var reader = new StreamReader(_file, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, bufferSize: -1, leaveOpen: true);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                continue;
            }

            if (Parse(line) is { } record)
            {
                Remember(record);
            }
            else
            {
                skipped++;
            }
        }

        _snapshot = [.. _records];
        _endsInsideLine = _file.Length > 0 && LastByte() != '\n';
        return skipped;
    }

    private static OutboxRecord? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<OutboxRecord>(line, JsonSerializerOptions.Web) is { Message: { Id: not null, To: not null } } record
                ? record
                : null;
        }
        catch (JsonException)
        {
            // The caller counts and reports what could not be read.
            return null;
        }
    }

    private int LastByte()
    {
        _file.Seek(-1, SeekOrigin.End);
        return _file.ReadByte();
    }

    private void Write(List<OutboxRecord> records)
    {
        var lines = new StringBuilder(_endsInsideLine ? "\n" : string.Empty);
        foreach (var record in records)
        {
            lines.Append(JsonSerializer.Serialize(record, JsonSerializerOptions.Web)).Append('\n');
        }

        // True until the whole is written: after a failure half-way the next line must not continue this one.
        _endsInsideLine = true;
        _file.Seek(0, SeekOrigin.End);
        _file.Write(Encoding.UTF8.GetBytes(lines.ToString()));
        _endsInsideLine = false;
    }

    private void Remember(OutboxRecord record)
    {
        _records.Enqueue(record);
        if (record.Key is { } key)
        {
            if (!_byKey.TryGetValue(key, out var siblings))
            {
                _byKey[key] = siblings = [];
            }

            siblings.Add(record);
        }

        if (_records.Count > _capacity && _records.Dequeue().Key is { } forgotten)
        {
            _byKey.Remove(forgotten);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Count} broken lines of {File} were skipped.")]
        public static partial void LinesSkipped(ILogger logger, int count, string file);
    }
}
