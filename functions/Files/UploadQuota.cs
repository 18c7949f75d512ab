using Collaborations.Security;

namespace Collaborations.Files;

/// <summary>More than one person sends in a day.</summary>
public sealed record TooMuchUploaded(TimeSpan RetryAfter) : TooMany("too-much-uploaded", RetryAfter);

/// <summary>How much one person may upload in a day (OWASP File Upload Cheat Sheet, "Upload and Download Limits"; the numbers are ours).</summary>
public sealed class UploadQuota(Throttle throttle)
{
    private const int FilesADay = 500;

    /// <summary>20 of the largest files.</summary>
    private const int MegabytesADay = 10_000;
    private const long Megabyte = 1_000_000;

    /// <param name="uploader">The member's or the account's id.</param>
    /// <param name="size">Bytes, as announced.</param>
    /// <param name="cancellation">The client left.</param>
    /// <returns>Null where there was room, and the file is counted.</returns>
    public async Task<TooMuchUploaded?> TakeAsync(Guid uploader, long size, CancellationToken cancellation)
    {
        var whom = uploader.ToString("N");
        var megabytes = (int)((size + Megabyte - 1) / Megabyte);
        var wait = await throttle.TakeAsync("uploads", whom, FilesADay, TimeSpan.FromDays(1), cancellation)
            ?? await throttle.TakeAsync("upload-megabytes", whom, MegabytesADay, TimeSpan.FromDays(1), cancellation, megabytes);
        return wait is { } until ? new TooMuchUploaded(until) : null;
    }
}
