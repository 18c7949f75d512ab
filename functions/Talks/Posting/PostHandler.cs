using Collaborations.Files;
using Collaborations.Http;
using Collaborations.Identifiers;
using Microsoft.DurableTask.Client;

namespace Collaborations.Talks.Posting;

public sealed record MessageEmpty() : InvalidInput("message-empty", "text");

public sealed record KeyMissing() : InvalidInput("idempotency-key-missing");

public sealed record FileNotReady() : Conflict("file-not-ready");

public sealed record AlreadyRead() : Conflict("already-read");

/// <summary>Body of sending.</summary>
public sealed record NewMessage(string Text, IReadOnlyList<FileId> Files);

/// <summary>Body of correcting.</summary>
public sealed record MessageText(string Text);

/// <summary>Sends, corrects and withdraws.</summary>
public sealed class PostHandler(TalkStore talks, FileStore files, MessageIds messageIds, TalkBoard board, TimeProvider clock)
{
    /// <summary>UTF-16 code units, as the contract counts them.</summary>
    private const int LongestText = 20_000;
    private const int MostTries = 100;

    /// <param name="seat">Who writes where.</param>
    /// <param name="body">What.</param>
    /// <param name="key">The sender's own for this message: the same key is the same message, however often it is sent.</param>
    /// <param name="processes">Tell those who are not looking.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task<Result<Message>> SendAsync(Seat seat, NewMessage body, string? key, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(key))
        {
            return new KeyMissing();
        }

        var id = messageIds.Of(seat.Id, seat.Reader, key);
        if (await talks.FindMessageAsync(seat.Id, id, cancellation) is { Record: var sent })
        {
            // Perhaps its answer was lost, and with it what follows from a message.
            await board.PostedAsync(seat, seat.Record, sent, processes, cancellation);
            return sent;
        }

        var text = body.Text.TrimEnd();
        return await Check(seat, text, body.Files.Count > 0)
            .ThenAsync(_ => AttachAsync(seat, id, body.Files, cancellation))
            .ThenAsync(attached => AddAsync(seat, id, text, attached, processes, cancellation));
    }

    public Task<Result<Message>> CorrectAsync(Seat seat, MessageId id, MessageText body, CancellationToken cancellation)
    {
        var text = body.Text.TrimEnd();
        return ChangeAsync(
            seat,
            id,
            message => Check(seat, text, message.Files.Count > 0).Map(_ => message with
            {
                Text = text,
                State = MessageState.Corrected,
                ChangedAt = clock.GetUtcNow(),
            }),
            cancellation);
    }

    public Task<Result<Message>> WithdrawAsync(Seat seat, MessageId id, CancellationToken cancellation) =>
        ChangeAsync(
            seat,
            id,
            message => message with
            {
                Text = string.Empty,
                State = MessageState.Withdrawn,
                ChangedAt = clock.GetUtcNow(),
            },
            cancellation);

    private static Result<Done> Check(Seat seat, string text, bool hasFiles) => text switch
    {
        _ when seat.WhyClosed is { } why => why,
        "" when !hasFiles => new MessageEmpty(),
        { Length: > LongestText } => new FieldTooLong("text"),
        _ => Done.Instance,
    };

    // Before the message is there, so that no message names a file that its readers cannot see.
    private async Task<Result<IReadOnlyList<FileId>>> AttachAsync(Seat seat, MessageId message, IReadOnlyList<FileId> chosen, CancellationToken cancellation)
    {
        foreach (var id in chosen.Distinct())
        {
            var attached = await files.ChangeAsync<Done>(
                id,
                file => file.Thread != seat.Id || file.Uploader != seat.Reader ? new NotFound()
                    : file.State != FileState.Ready || (file.Message is not null && file.Message != message) ? new FileNotReady()
                    : (file with { Message = message }, Done.Instance),
                cancellation);
            if (attached.IsRefused(out var refusal, out _))
            {
                return refusal;
            }
        }

        return Result<IReadOnlyList<FileId>>.FromValue([.. chosen.Distinct()]);
    }

    private async Task<Result<Message>> AddAsync(
        Seat seat, MessageId id, string text, IReadOnlyList<FileId> attached, DurableTaskClient processes, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await talks.FindMessageAsync(seat.Id, id, cancellation) is { Record: var sent })
            {
                return sent;
            }

            if (await talks.FindAsync(seat.Id, cancellation) is not { } before)
            {
                return new NotFound();
            }

            var now = clock.GetUtcNow();
            var sequence = before.Record.Sequence + 1;
            var message = new Message(id, sequence, seat.Side, seat.Reader, now, text, attached, MessageState.Sent, null, Changes: 0);
            var after = (before.Record with { Sequence = sequence }).Read(seat.Reader, sequence, now);
            if (await talks.AddMessageAsync(seat.Id, before, after, message, cancellation))
            {
                // The message is there: a client who leaves now takes nobody's notice along.
                await board.PostedAsync(seat, after, message, processes, CancellationToken.None);
                return message;
            }
        }

        throw new InvalidOperationException($"A thread moved {MostTries} times while one message was sent.");
    }

    private async Task<Result<Message>> ChangeAsync(Seat seat, MessageId id, Func<Message, Result<Message>> change, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await talks.FindAsync(seat.Id, cancellation) is not { } talk
                || await talks.FindMessageAsync(seat.Id, id, cancellation) is not { } before
                || before.Record.Author != seat.Reader)
            {
                return new NotFound();
            }

            if (before.Record.State == MessageState.Withdrawn || talk.Record.IsReadByOthers(before.Record.Sequence, seat.Reader))
            {
                return new AlreadyRead();
            }

            if (change(before.Record).IsRefused(out var refusal, out var after))
            {
                return refusal;
            }

            if (await talks.ReplaceMessageAsync(seat.Id, talk, before, after, cancellation) is { } kept)
            {
                return kept;
            }
        }

        throw new InvalidOperationException($"A thread moved {MostTries} times while one message was changed.");
    }
}
