using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Storage;
using Collaborations.Telemetry;

namespace Collaborations.Invitations;

/// <summary>Table Invitations. Partition: the invitation's id; one row.</summary>
public sealed class InvitationStore(TableServiceClient service, Measures measures, TimeProvider clock)
{
    private const string Row = "invitation";

    private readonly RecordTable _table = new(service, "Invitations");

    public async Task<Versioned<Invitation>?> FindAsync(InvitationId id, CancellationToken cancellation) =>
        await _table.FindAsync(id.ToString(), Row, cancellation) is { } row ? RecordRow.Read<Invitation>(row) : null;

    public async Task<bool> AddAsync(InvitationId id, Invitation invitation, CancellationToken cancellation)
    {
        var added = await _table.InsertAsync(RecordRow.Of(id.ToString(), Row, invitation), cancellation) is not null;
        if (added)
        {
            measures.InvitationChanged(before: null, invitation);
        }

        return added;
    }

    public Task<Result<TAnswer>> ChangeAsync<TAnswer>(
        InvitationId id, Func<Invitation, Result<(Invitation Changed, TAnswer Answer)>> decide, CancellationToken cancellation) =>
        Decision.MakeAsync<Invitation, TAnswer>(
            () => FindAsync(id, cancellation),
            invitation => invitation is null ? new NotFound() : decide(invitation),
            (invitation, before) => ReplaceAsync(id, invitation, before!, cancellation));

    /// <summary>Adds to the timeline.</summary>
    public async Task NoteAsync(InvitationId id, InvitationEventKind kind, CancellationToken cancellation) =>
        await ChangeAsync<Done>(id, invitation => (invitation.Note(kind, clock.GetUtcNow()), Done.Instance), cancellation);

    public Task DeleteAsync(InvitationId id, CancellationToken cancellation) => _table.DeletePartitionAsync(id.ToString(), cancellation);

    private async Task<bool> ReplaceAsync(InvitationId id, Invitation invitation, Versioned<Invitation> before, CancellationToken cancellation)
    {
        var replaced = await _table.ReplaceAsync(RecordRow.Of(id.ToString(), Row, invitation), before.ETag, cancellation) is not null;
        if (replaced)
        {
            measures.InvitationChanged(before.Record, invitation);
        }

        return replaced;
    }
}
