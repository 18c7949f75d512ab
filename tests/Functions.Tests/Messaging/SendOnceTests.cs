using Azure;
using Collaborations.Identifiers;
using Collaborations.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Messaging;

/// <summary>An email, a text or a call whose step is tried again: never twice what was taken, and never "sent" where nothing went out.</summary>
public sealed class SendOnceTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private static readonly Send Nobody = new(Process: null, Challenge: null, Sequence: 0);

    private readonly SendStore _sends = app.Services.GetRequiredService<SendStore>();
    private int _asked;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Answered_Is_asked_once_and_remembered(bool taken)
    {
        var id = Id(nameof(Answered_Is_asked_once_and_remembered) + taken);
        Assert.Equal(taken, await AskAsync(id, () => taken));
        Assert.Equal(taken, await AskAsync(id, () => true));
        Assert.Equal(1, _asked);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Refused_Is_asked_again(int status)
    {
        var id = Id($"{nameof(Refused_Is_asked_again)}{status}");
        await Assert.ThrowsAsync<RequestFailedException>(() => AskAsync(id, () => throw new RequestFailedException(status, "Refused.")));
        Assert.True(await AskAsync(id, () => true));
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task Cut_off_before_an_answer_Counts_as_failed_and_is_not_sent_twice()
    {
        var id = Id(nameof(Cut_off_before_an_answer_Counts_as_failed_and_is_not_sent_twice));
        await Assert.ThrowsAsync<RequestFailedException>(() => AskAsync(id, () => throw new RequestFailedException("No answer.")));
        Assert.False(await AskAsync(id, () => true));
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task By_its_id_Is_asked_until_it_was_taken_and_then_no_more()
    {
        var id = Id(nameof(By_its_id_Is_asked_until_it_was_taken_and_then_no_more));
        await Assert.ThrowsAsync<RequestFailedException>(() => AskByIdAsync(id, () => throw new RequestFailedException("No answer.")));
        await Assert.ThrowsAsync<RequestFailedException>(() => AskByIdAsync(id, () => throw new RequestFailedException(400, "Refused.")));
        await AskByIdAsync(id, () => { });
        await AskByIdAsync(id, () => { });
        Assert.Equal(3, _asked);
        Assert.True((await _sends.FindAsync(id, CancellationToken.None))!.Taken);
    }

    private Task AskByIdAsync(SendId id, Action answer) =>
        _sends.UntilTakenAsync(
            id,
            Nobody,
            () =>
            {
                _asked++;
                answer();
                return Task.CompletedTask;
            },
            CancellationToken.None);

    private SendId Id(string step) => app.Services.GetRequiredService<SendIds>().Of(nameof(SendOnceTests), step);

    private Task<bool> AskAsync(SendId id, Func<bool> answer) =>
        _sends.OnceAsync(
            id,
            Nobody,
            () =>
            {
                _asked++;
                return Task.FromResult(answer());
            },
            CancellationToken.None);
}
