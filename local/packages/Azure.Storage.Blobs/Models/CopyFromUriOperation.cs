using Azure.Storage.Blobs.Specialized;

namespace Azure.Storage.Blobs.Models;

/// <summary>A copy the service makes in its own time. Its value is the number of bytes copied; 0 for one that failed or was stopped.</summary>
public class CopyFromUriOperation : Operation<long>
{
    private readonly BlobBaseClient _client;
    private readonly CancellationToken _cancellationToken;
    private Response? _rawResponse;
    private long? _value;
    private bool _hasCompleted;

    /// <param name="id">The id the service gave the copy.</param>
    /// <param name="client">The blob that is copied to.</param>
    public CopyFromUriOperation(string id, BlobBaseClient client)
        : this(client, id, initialResponse: null, CancellationToken.None)
    {
    }

    internal CopyFromUriOperation(BlobBaseClient client, string id, Response? initialResponse, CancellationToken cancellationToken)
    {
        _client = client;
        Id = id;
        _rawResponse = initialResponse;
        _cancellationToken = cancellationToken;
    }

    /// <summary>For a stand-in that overrides what is called.</summary>
    protected CopyFromUriOperation()
    {
        (_client, Id) = (null!, string.Empty);
    }

    public override string Id { get; }

    public override bool HasCompleted => _hasCompleted;

    public override bool HasValue => _value.HasValue;

    /// <exception cref="InvalidOperationException">The copy has not ended yet, or another one has taken its place.</exception>
    public override long Value => _value ?? throw new InvalidOperationException("The operation has not completed yet.");

    /// <exception cref="InvalidOperationException">Nothing was asked yet.</exception>
    public override Response GetRawResponse() => _rawResponse ?? throw new InvalidOperationException("The operation's status was not asked for yet.");

    public override Response UpdateStatus(CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_cancellationToken, cancellationToken);
        return _hasCompleted ? GetRawResponse() : Keep(_client.GetProperties(conditions: null, either.Token));
    }

    public override async ValueTask<Response> UpdateStatusAsync(CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_cancellationToken, cancellationToken);
        return _hasCompleted
            ? GetRawResponse()
            : Keep(await _client.GetPropertiesAsync(conditions: null, either.Token).ConfigureAwait(false));
    }

    private Response Keep(Response<BlobProperties> answer)
    {
        var isOurs = answer.Value.CopyId == Id;
        _hasCompleted = !isOurs || answer.Value.BlobCopyStatus != CopyStatus.Pending;
        if (isOurs && _hasCompleted)
        {
            _value = answer.Value.BlobCopyStatus == CopyStatus.Success ? answer.Value.ContentLength : 0;
        }

        return _rawResponse = answer.GetRawResponse();
    }
}
