using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Pipeline;
using Azure.Storage.Blobs.Rest;

namespace Azure.Storage.Blobs.Transfer;

/// <summary>One range of a blob, or all of it, as a stream that survives a broken connection.</summary>
internal sealed class BlobDownload(BlobSession session, Uri blob, HttpRange range, BlobRequestConditions? conditions, CancellationToken cancellationToken)
    : IResumableDownload
{
    private ETag _etag;
    private long _length;

    /// <param name="progress">Hears how many bytes have arrived in all; null for nobody.</param>
    /// <param name="wantsRangeHash">Whether the service shall add the MD5 of the range (at most 4 MiB).</param>
    public Response<BlobDownloadStreamingResult> Open(IProgress<long>? progress = null, bool wantsRangeHash = false) =>
        Wrap(session.Send(BlobOperations.Download(blob, range, conditions, wantsRangeHash), cancellationToken), progress);

    /// <inheritdoc cref="Open"/>
    public async Task<Response<BlobDownloadStreamingResult>> OpenAsync(IProgress<long>? progress = null, bool wantsRangeHash = false) =>
        Wrap(
            await session.SendAsync(BlobOperations.Download(blob, range, conditions, wantsRangeHash), cancellationToken).ConfigureAwait(false),
            progress);

    public Stream Resume(long from) => session.Send(Rest(from), cancellationToken).Value.Content;

    public async Task<Stream> ResumeAsync(long from, CancellationToken cancellationToken) =>
        (await session.SendAsync(Rest(from), cancellationToken).ConfigureAwait(false)).Value.Content;

    private StorageOperation<BlobDownloadStreamingResult> Rest(long from)
    {
        var same = new BlobRequestConditions { IfMatch = _etag, LeaseId = conditions?.LeaseId };
        return BlobOperations.Download(blob, new HttpRange(range.Offset + from, _length - from), same);
    }

    private Response<BlobDownloadStreamingResult> Wrap(Response<BlobDownloadStreamingResult> answer, IProgress<long>? progress)
    {
        if (answer.GetRawResponse().Status == UnmodifiedResponse<BlobDownloadStreamingResult>.Status)
        {
            answer.Value.Dispose();
            return new UnmodifiedResponse<BlobDownloadStreamingResult>(answer.GetRawResponse());
        }

        var details = answer.Value.Details;
        _etag = details.ETag;
        _length = details.ContentLength;
        var content = new ResumingStream(answer.Value.Content, _length, this, session.MaxRetries, progress);
        return Response.FromValue(new BlobDownloadStreamingResult(details, content), answer.GetRawResponse());
    }
}
