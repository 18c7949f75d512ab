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
            await board.ReadAsync(seat, cancellation);
            return done;
        });
    }
}
