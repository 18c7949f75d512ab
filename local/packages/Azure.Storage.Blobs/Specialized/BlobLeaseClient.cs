using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Pipeline;
using Azure.Storage.Blobs.Rest;

namespace Azure.Storage.Blobs.Specialized;

/// <summary>
/// One lease on a blob or container: while it is held, the blob is written only, and the container deleted only, by whoever states it.
/// "Lease Blob" has the table of what each operation does in each state.
/// </summary>
public class BlobLeaseClient
{
    public static readonly TimeSpan InfiniteLeaseDuration = TimeSpan.FromSeconds(-1);

    private readonly BlobBaseClient? _blob;
    private readonly BlobContainerClient? _container;
    private readonly LeaseOperations _operations;
    private readonly BlobSession _session;
    private volatile string _leaseId;

    /// <param name="client">The blob.</param>
    /// <param name="leaseId">A GUID; null: one is made up.</param>
    public BlobLeaseClient(BlobBaseClient client, string? leaseId = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        _blob = client;
        _session = client.Session;
        _operations = new LeaseOperations(client.Uri, isContainer: false);
        _leaseId = leaseId ?? Guid.NewGuid().ToString();
    }

    /// <param name="client">The container.</param>
    /// <param name="leaseId">A GUID; null: one is made up.</param>
    public BlobLeaseClient(BlobContainerClient client, string? leaseId = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        _container = client;
        _session = client.Session;
        _operations = new LeaseOperations(client.Uri, isContainer: true);
        _leaseId = leaseId ?? Guid.NewGuid().ToString();
    }

    /// <summary>For a stand-in that overrides what is called.</summary>
    protected BlobLeaseClient()
    {
        (_operations, _session, _leaseId) = (null!, null!, string.Empty);
    }

    public Uri Uri => _blob?.Uri ?? _container!.Uri;

    /// <summary>The lease's id; changes with <see cref="Change"/>.</summary>
    public virtual string LeaseId => _leaseId;

    /// <summary>The blob; null for a lease on a container.</summary>
    protected virtual BlobBaseClient? BlobClient => _blob;

    /// <summary>The container; null for a lease on a blob.</summary>
    protected virtual BlobContainerClient? BlobContainerClient => _container;

    /// <summary>409 LeaseAlreadyPresent where somebody else holds one.</summary>
    /// <param name="duration">15 to 60 whole seconds, or <see cref="InfiniteLeaseDuration"/>.</param>
    /// <param name="conditions">Null for none.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public virtual Response<BlobLease> Acquire(
        TimeSpan duration, RequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        Keep(_session.Send(_operations.Acquire(LeaseId, Seconds(duration), conditions), cancellationToken));

    /// <inheritdoc cref="Acquire"/>
    public virtual async Task<Response<BlobLease>> AcquireAsync(
        TimeSpan duration, RequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        Keep(
            await _session.SendAsync(_operations.Acquire(LeaseId, Seconds(duration), conditions), cancellationToken).ConfigureAwait(false));

    /// <summary>Starts the duration anew, also of a lease that has run out, as long as nobody took another or wrote the blob.</summary>
    public virtual Response<BlobLease> Renew(RequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        Keep(_session.Send(_operations.Renew(LeaseId, conditions), cancellationToken));

    /// <inheritdoc cref="Renew"/>
    public virtual async Task<Response<BlobLease>> RenewAsync(
        RequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        Keep(await _session.SendAsync(_operations.Renew(LeaseId, conditions), cancellationToken).ConfigureAwait(false));

    public virtual Response<ReleasedObjectInfo> Release(
        RequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        _session.Send(_operations.Release(LeaseId, conditions), cancellationToken);

    public virtual Task<Response<ReleasedObjectInfo>> ReleaseAsync(
        RequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        _session.SendAsync(_operations.Release(LeaseId, conditions), cancellationToken);

    /// <summary>Gives the lease another id, by which it goes from then on.</summary>
    public virtual Response<BlobLease> Change(
        string proposedId, RequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        Keep(_session.Send(_operations.Change(LeaseId, proposedId, conditions), cancellationToken));

    /// <inheritdoc cref="Change"/>
    public virtual async Task<Response<BlobLease>> ChangeAsync(
        string proposedId, RequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        Keep(await _session.SendAsync(_operations.Change(LeaseId, proposedId, conditions), cancellationToken).ConfigureAwait(false));

    /// <summary>Ends whatever lease there is; its id is not needed.</summary>
    /// <param name="breakPeriod">0 to 60 whole seconds it still holds; null: what is left of it, or at once for one without end.</param>
    /// <param name="conditions">Null for none.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public virtual Response<BlobLease> Break(
        TimeSpan? breakPeriod = null, RequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        _session.Send(_operations.Break(Seconds(breakPeriod), conditions), cancellationToken);

    /// <inheritdoc cref="Break"/>
    public virtual Task<Response<BlobLease>> BreakAsync(
        TimeSpan? breakPeriod = null, RequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        _session.SendAsync(_operations.Break(Seconds(breakPeriod), conditions), cancellationToken);

    private static long Seconds(TimeSpan duration) => (long)duration.TotalSeconds;

    private static long? Seconds(TimeSpan? duration) => duration is { } stated ? Seconds(stated) : null;

    private Response<BlobLease> Keep(Response<BlobLease> answer)
    {
        _leaseId = answer.Value.LeaseId ?? _leaseId;
        return answer;
    }
}
