using System.Net.Http.Headers;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Pipeline;

namespace Azure.Storage.Blobs.Transfer;

/// <summary>
/// Brings a blob into a stream: the beginning as it arrives, the rest in ranges of the same version fetched side by side and written in order.
/// Memory: as many ranges as are under way at once.
/// </summary>
internal sealed class DownloadToStream
{
    private const long DefaultFirstBytes = 256L * 1024 * 1024;
    private const long DefaultRangeBytes = 4L * 1024 * 1024;
    private const int RangeNotSatisfiable = 416;

    private readonly BlobSession _session;
    private readonly Uri _blob;
    private readonly BlobDownloadToOptions _options;
    private readonly CancellationToken _cancellationToken;

    public DownloadToStream(BlobSession session, Uri blob, BlobDownloadToOptions? options, CancellationToken cancellationToken)
    {
        _session = session;
        _blob = blob;
        _options = options ?? new BlobDownloadToOptions();
        _cancellationToken = cancellationToken;
    }

    private HttpRange First => new(0, _options.TransferOptions.InitialTransferSize is > 0 and var stated ? stated : DefaultFirstBytes);

    private long RangeBytes => Math.Min(
        _options.TransferOptions.MaximumTransferSize is > 0 and var stated ? stated : DefaultRangeBytes, Array.MaxLength);

    private int Concurrency => _options.TransferOptions.MaximumConcurrency is > 0 and var stated
        ? stated
        : Math.Clamp(Environment.ProcessorCount * 2, 8, 32);

    public async Task<Response> CopyAsync(Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var first = await OpenFirstAsync().ConfigureAwait(false);
        if (!first.HasValue)
        {
            return first.GetRawResponse();
        }

        using (first.Value)
        {
            await first.Value.Content.CopyToAsync(destination, _cancellationToken).ConfigureAwait(false);
        }

        var underWay = new Queue<Task<BinaryData>>();
        var done = first.Value.Details.ContentLength;
        foreach (var range in Rest(first.Value.Details))
        {
            underWay.Enqueue(FetchAsync(range, first.Value.Details.ETag));
            if (underWay.Count >= Concurrency)
            {
                done = await WriteNextAsync(underWay, destination, done).ConfigureAwait(false);
            }
        }

        while (underWay.Count > 0)
        {
            done = await WriteNextAsync(underWay, destination, done).ConfigureAwait(false);
        }

        return first.GetRawResponse();
    }

    /// <summary>As <see cref="CopyAsync"/>, one range after the other.</summary>
    public Response Copy(Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var first = OpenFirst();
        if (!first.HasValue)
        {
            return first.GetRawResponse();
        }

        using (first.Value)
        {
            first.Value.Content.CopyTo(destination);
        }

        var done = first.Value.Details.ContentLength;
        foreach (var range in Rest(first.Value.Details))
        {
            using var part = Range(range, first.Value.Details.ETag).Open().Value;
            part.Content.CopyTo(destination);
            done += part.Details.ContentLength;
            _options.ProgressHandler?.Report(done);
        }

        return first.GetRawResponse();
    }

    private Response<BlobDownloadStreamingResult> OpenFirst()
    {
        try
        {
            return Beginning(First).Open(_options.ProgressHandler);
        }
        catch (RequestFailedException error) when (error.Status == RangeNotSatisfiable)
        {
            // An empty blob has no first byte to begin a range with.
            return Beginning(default).Open(_options.ProgressHandler);
        }
    }

    private async Task<Response<BlobDownloadStreamingResult>> OpenFirstAsync()
    {
        try
        {
            return await Beginning(First).OpenAsync(_options.ProgressHandler).ConfigureAwait(false);
        }
        catch (RequestFailedException error) when (error.Status == RangeNotSatisfiable)
        {
            // An empty blob has no first byte to begin a range with.
            return await Beginning(default).OpenAsync(_options.ProgressHandler).ConfigureAwait(false);
        }
    }

    private BlobDownload Beginning(HttpRange range) => new(_session, _blob, range, _options.Conditions, _cancellationToken);

    private BlobDownload Range(HttpRange range, ETag etag)
    {
        var sameVersion = new BlobRequestConditions { IfMatch = etag, LeaseId = _options.Conditions?.LeaseId };
        return new BlobDownload(_session, _blob, range, sameVersion, _cancellationToken);
    }

    private async Task<BinaryData> FetchAsync(HttpRange range, ETag etag)
    {
        var part = await Range(range, etag).OpenAsync().ConfigureAwait(false);
        using (part.Value)
        {
            return await BinaryData.FromStreamAsync(part.Value.Content, _cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<long> WriteNextAsync(Queue<Task<BinaryData>> underWay, Stream destination, long done)
    {
        var part = await underWay.Dequeue().ConfigureAwait(false);
        await destination.WriteAsync(part.ToMemory(), _cancellationToken).ConfigureAwait(false);
        _options.ProgressHandler?.Report(done + part.ToMemory().Length);
        return done + part.ToMemory().Length;
    }

    /// <summary>What the first answer did not carry.</summary>
    private IEnumerable<HttpRange> Rest(BlobDownloadDetails first)
    {
        var whole = ContentRangeHeaderValue.TryParse(first.ContentRange, out var range) ? range.Length ?? 0 : first.ContentLength;
        for (var start = first.ContentLength; start < whole; start += RangeBytes)
        {
            yield return new HttpRange(start, Math.Min(RangeBytes, whole - start));
        }
    }
}
