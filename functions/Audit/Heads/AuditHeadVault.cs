using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
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
/// added and never written again. Its name is the chain, the sequence in twelve digits, the link and the seal: so a list of names is all heads, and
/// a head of a chain that was cut and went on takes nobody's place.
/// </summary>
public sealed partial class AuditHeadVault(BlobServiceClient service)
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

    /// <summary>Every head of a chain that was kept, in no order that can be relied on; one without a seal for what somebody put there that is none.</summary>
    public async IAsyncEnumerable<ChainHead> ListAsync(string chain, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!(await _heads.ExistsAsync(cancellation)).Value)
        {
            yield break;
        }

        await foreach (var blob in _heads.GetBlobsAsync(new GetBlobsOptions { Prefix = $"{chain}/" }, cancellation))
        {
            var name = HeadName().Match(blob.Name, chain.Length + 1);
            yield return name.Success
                ? new ChainHead(long.Parse(name.Groups["sequence"].ValueSpan, CultureInfo.InvariantCulture), name.Groups["link"].Value, name.Groups["seal"].Value)
                : Read((await _heads.GetBlobClient(blob.Name).DownloadContentAsync(cancellation)).Value.Content);
        }
    }

    // A name without a link is that of a head from before names had one.
    private static ChainHead Read(BinaryData content)
    {
        var none = new ChainHead(0, string.Empty, string.Empty);
        try
        {
            return content.ToObjectFromJson<KeptHead>() is { } head ? new ChainHead(head.Sequence, head.Link, head.Seal) : none;
        }
        catch (JsonException)
        {
            return none;
        }
    }

    private static string Name(KeptHead head) => string.Create(CultureInfo.InvariantCulture, $"{head.Chain}/{head.Sequence:D12}-{head.Link}-{head.Seal}");

    [GeneratedRegex(@"\G(?<sequence>[0-9]{12})-(?<link>[0-9a-f]{64})-(?<seal>[0-9a-f]{64})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex HeadName();
}
