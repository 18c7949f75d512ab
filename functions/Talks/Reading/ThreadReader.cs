using System.Globalization;
using Collaborations.Attachments;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Notices;
using Collaborations.Patients;

namespace Collaborations.Talks.Reading;

/// <summary>Reads a thread as the one who sits in it sees it.</summary>
public sealed class ThreadReader(TalkStore talks, FileStore files, AttachmentStore attachments, PatientStore patients, NoticeSender names)
{
    private const int PageSize = 50;

    /// <param name="seat">Who reads what.</param>
    /// <param name="before">Only messages earlier than this one; null for the newest.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task<Result<ThreadAnswer>> ReadAsync(Seat seat, int? before, CancellationToken cancellation)
    {
        var talk = seat.Record;
        var end = Math.Min(before ?? int.MaxValue, talk.Sequence + 1);
        var start = Math.Max(1, end - PageSize);
        var messages = new List<MessageAnswer>();
        var view = await ViewAsync(seat, cancellation);
        foreach (var message in end > 1 ? await talks.ListAsync(seat.Id, start, end, cancellation) : [])
        {
            messages.Add(await AnswerAsync(seat, view, message, cancellation));
        }

        var practice = await names.NameOfAsync(talk.Practice, cancellation);
        var owner = talk.Owner is { } member ? view.NameOf(member.Value) : null;
        return new ThreadAnswer(
            seat.Id,
            talk.Kind,
            talk.Practice,
            practice,
            SubjectOf(seat) ?? owner ?? practice,
            WithNameOf(seat, view, owner),
            seat.Side == Side.Practice ? talk.Case : null,
            talk.Collaboration,
            seat.IsClosed,
            talk.UnreadOf(seat.Reader),
            messages,
            start > 1);
    }

    // A patient's thread is named after whom it is with, a collaboration by its number.
    private static string? SubjectOf(Seat seat) =>
        seat.Collaboration?.Number.ToString(CultureInfo.InvariantCulture) ?? (seat.Side == Side.Practice ? seat.Case?.Title : null);

    private static string? WithNameOf(Seat seat, View view, string? owner) => seat switch
    {
        { Side: Side.Practice, Collaboration: { } collaboration } => string.Join(", ", collaboration.In.Select(each => each.Name)),
        { Side: Side.Collaborator, Collaboration: { } collaboration } => view.NameOf(collaboration.Starter.Value),
        { Side: Side.Practice } => view.PatientName,
        _ => owner,
    };

    public async Task<MessageAnswer> AnswerAsync(Seat seat, Message message, CancellationToken cancellation) =>
        await AnswerAsync(seat, await ViewAsync(seat, cancellation), message, cancellation);

    private async Task<MessageAnswer> AnswerAsync(Seat seat, View view, Message message, CancellationToken cancellation)
    {
        var mine = message.Author == seat.Reader && message.Side == seat.Side;
        var withdrawn = message.State == MessageState.Withdrawn;
        var sent = new List<FileAnswer>();
        foreach (var id in withdrawn ? [] : message.Files)
        {
            if (await files.FindAsync(id, cancellation) is { Record: var file })
            {
                var shared = view.Shared.Contains(id);
                sent.Add(FileAnswer.Of(id, file) with { Shared = shared, CanShare = view.MayShare && !shared && message.Side == Side.Patient });
            }
        }

        return new MessageAnswer(
            message.Id,
            message.Sequence,
            new AuthorAnswer(view.NameOf(message.Author), mine, message.Side),
            message.At,
            withdrawn ? string.Empty : message.Text,
            sent,
            message.State,
            message.ChangedAt,
            [
                .. seat.Record.Readers.Where(reader => reader.Id != message.Author)
                    .Select(reader => (reader.Id, At: reader.ReadAt(message.Sequence)))
                    .Where(read => read.At is not null)
                    .Select(read => new ReadReceipt(view.NameOf(read.Id), read.At!.Value)),
            ],
            mine && !withdrawn && !seat.Record.IsReadByOthers(message.Sequence, message.Author),
            seat.Record.Kind == TalkKind.DoctorTalk || seat.Participants.Count > 1);
    }

    // What a whole page needs is looked up once.
    private async Task<View> ViewAsync(Seat seat, CancellationToken cancellation)
    {
        var talk = seat.Record;
        var known = new Dictionary<Guid, string>();
        string? patientName = null;
        if (talk.Patient is { } patient && await patients.FindAsync(talk.Practice, patient, cancellation) is { Record: var record })
        {
            patientName = record.Name;
            if (talk.Account is { } account)
            {
                known[account.Value] = record.Name;
            }
        }

        foreach (var collaborator in seat.Collaboration?.Collaborators ?? [])
        {
            if (collaborator.Account is { } own)
            {
                known[own.Value] = collaborator.Name;
            }
        }

        Guid[] starter = seat.Collaboration is { } shared ? [shared.Starter.Value] : [];
        foreach (var id in seat.Participants.Concat(starter).Concat(talk.Readers.Select(reader => reader.Id)).Where(id => !known.ContainsKey(id)).Distinct())
        {
            known[id] = await names.NameOfAsync(talk.Practice, MemberId.From(id), cancellation);
        }

        var mayShare = seat.Side == Side.Practice && talk.Kind == TalkKind.PatientTalk;
        var onTab = mayShare && talk.Case is { } @case ? await attachments.ListIdsAsync(@case, cancellation) : new HashSet<FileId>();
        return new View(known, patientName, mayShare, onTab);
    }

    private sealed record View(Dictionary<Guid, string> Names, string? PatientName, bool MayShare, IReadOnlySet<FileId> Shared)
    {
        // Somebody who has left the case since, and has no mark: their post still says who they were.
        public string NameOf(Guid id) => Names.GetValueOrDefault(id, string.Empty);
    }
}
