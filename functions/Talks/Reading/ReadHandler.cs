using Collaborations.Talks.Posting;

namespace Collaborations.Talks.Reading;

/// <summary>Body of marking as read.</summary>
public sealed record ReadUpTo(int Sequence);

/// <summary>Notes what somebody has seen.</summary>
public sealed class ReadHandler(TalkStore talks, TalkBoard board, TimeProvider clock)
{
    public async Task<Result<Done>> MarkAsync(Seat seat, ReadUpTo body, CancellationToken cancellation)
    {
        var marked = await talks.ChangeAsync<Done>(
            seat.Id,
            talk => (talk.Read(seat.Reader, Math.Min(body.Sequence, talk.Sequence), clock.GetUtcNow()), Done.Instance),
            cancellation);
        return await marked.ThenAsync<Done>(async done =>
        {
            // The mark is written: a client who leaves now leaves no case unread that they have read.
            await board.ReadAsync(seat, CancellationToken.None);
            return done;
        });
    }
}
