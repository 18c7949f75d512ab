using Azure.Data.Tables;

namespace Local.Durable.Storage;

/// <summary>Bytes of more than a property's 64 KiB, spread over numbered properties.</summary>
internal static class LongProperty
{
    private const int PropertyBound = 64 * 1024;

    public static void Write(TableEntity record, string name, ReadOnlySpan<byte> bytes)
    {
        for (var part = 0; bytes.Length > 0; part++)
        {
            var length = Math.Min(bytes.Length, PropertyBound);
            record[name + part] = bytes[..length].ToArray();
            bytes = bytes[length..];
        }
    }

    public static ReadOnlyMemory<byte> Read(TableEntity record, string name)
    {
        var first = record.GetBinary(name + 0);
        if (first is null || !record.ContainsKey(name + 1))
        {
            return first;
        }

        using var all = new MemoryStream();
        for (var part = 0; record.GetBinary(name + part) is { } bytes; part++)
        {
            all.Write(bytes);
        }

        return all.ToArray();
    }
}
