using System.Globalization;
using System.Net;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Collaborations.Audit.Heads;

/// <summary>How a chain ended at a time.</summary>
/// <param name="Chain">Which.</param>
/// <param name="Sequence">Of its last line then.</param>
/// <param name="Link">Of that line.</param>
/// <param name="Seal">As in the table: over both, with the key.</param>
/// <param name="At">When it was kept.</param>
public sealed record KeptHead(string Chain, long Sequence, string Link, string Seal, DateTimeOffset At);

/// <summary>
/// Container <c>audit-heads</c>, on Azure one whose blobs nobody can change or delete for years (infra/modules/files.bicep). A blob for each head,
/// named by the chain and the sequence in twelve digits; added and never written again.
/// </summary>
public sealed class AuditHeadVault(BlobServiceClient service)
{
    private readonly BlobContainerClient _heads = service.GetBlobContainerClient("audit-heads");

    /// <summary>Keeping the same again changes nothing.</summary>
    public async Task KeepAsync(KeptHead head, CancellationToken cancellation)
    {
        await _heads.CreateIfNotExistsAsync(cancellationToken: cancellation);
        try
        {
            await _heads.GetBlobClient(Name(head)).UploadAsync(BinaryData.FromObjectAsJson(head), overwrite: false, cancellation);
        }
        catch (RequestFailedException there) when (there.Status is (int)HttpStatusCode.Conflict or (int)HttpStatusCode.PreconditionFailed)
        {
            return;
        }
    }

    /// <returns>The head of the most lines; null where none of the chain was kept; one without a seal where somebody put something there that is none.</returns>
    public async Task<KeptHead?> FindNewestAsync(string chain, CancellationToken cancellation)
    {
        if (!(await _heads.ExistsAsync(cancellation)).Value)
        {
            return null;
        }

        // Names are listed in their order, which is that of the sequences.
        string? newest = null;
        await foreach (var blob in _heads.GetBlobsAsync(new GetBlobsOptions { Prefix = $"{chain}/" }, cancellation))
        {
            newest = blob.Name;
        }

        return newest is null ? null : Read(chain, (await _heads.GetBlobClient(newest).DownloadContentAsync(cancellation)).Value.Content);
    }

    private static KeptHead Read(string chain, BinaryData content)
    {
        var none = new KeptHead(chain, 0, string.Empty, string.Empty, default);
        try
        {
            return content.ToObjectFromJson<KeptHead>() ?? none;
        }
        catch (JsonException)
        {
            return none;
        }
    }

    private static string Name(KeptHead head) => string.Create(CultureInfo.InvariantCulture, $"{head.Chain}/{head.Sequence:D12}");
}
