namespace Collaborations.Files;

/// <summary>
/// Reads a file once, from its first byte to its last: does it begin as its name says, and does it hold the test signature that every scanner
/// knows (EICAR)? Where the account scans too, its result is asked first (<see cref="MalwareScan"/>).
/// </summary>
public static class FileCheck
{
    private const int BufferBytes = 64 * 1024;

    // Put together here so that this program's own file is not held back by a scanner.
    private static readonly byte[] TestSignature =
        [.. @"X5O!P%@AP[4\PZX54(P^)7CC)7}$"u8, .. "EICAR-STANDARD-"u8, .. "ANTIVIRUS-TEST-FILE!$H+H*"u8];

    /// <returns>Null for a file that may pass.</returns>
    public static async Task<FileReason?> FindAsync(FileRecord file, Stream content, CancellationToken cancellation)
    {
        var type = FileTypes.Of(file.Name);
        var kept = TestSignature.Length - 1;
        var buffer = new byte[kept + BufferBytes];
        var carried = 0;
        var total = 0L;
        var fits = false;
        int read;
        while ((read = await content.ReadAtLeastAsync(buffer.AsMemory(carried), FileTypes.HeadLength, throwOnEndOfStream: false, cancellation)) > 0)
        {
            var seen = buffer.AsSpan(0, carried + read);
            if (total == 0)
            {
                fits = type is not null && FileTypes.Fits(type, seen);
            }

            if (seen.IndexOf(TestSignature) >= 0)
            {
                return FileReason.Malware;
            }

            total += read;
            carried = Math.Min(kept, seen.Length);
            seen[^carried..].CopyTo(buffer);
        }

        return total switch
        {
            0 => FileReason.Empty,
            > FileForm.MaximumSize => FileReason.TooLarge,
            _ when total != file.Size => FileReason.Broken,
            _ => fits ? null : FileReason.TypeMismatch,
        };
    }
}
