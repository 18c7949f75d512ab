using System.Globalization;
using System.Text.Json.Serialization;
using Collaborations.Accounts;
using Collaborations.Identifiers;
using Collaborations.Messaging;
using Collaborations.PatientInfo;

namespace Collaborations.Collaborating;

/// <summary>Where a collaboration stands, as its list shows it; what comes later in this order hides what came before.</summary>
public enum CollaborationState
{
    OpenForEdits,
    Sent,
    Delivered,
    Read,
    Answered,
    Closed,
}

/// <summary>What became of the email to a collaborator.</summary>
public enum CollaboratorDelivery
{
    Queued,
    Sent,
    Delivered,
    Bounced,

    /// <summary>The link died before the person had registered.</summary>
    Expired,
}

/// <summary>The email as the member wrote it, with its fields.</summary>
public sealed record CollaborationEmail(string Subject, string Text);

/// <summary>The email that a new collaboration begins with, in one language.</summary>
public sealed record CollaborationTemplate(Language Language, string Subject, string Text);

/// <summary>An attachment.</summary>
/// <param name="File">Its content, which does not change any more.</param>
/// <param name="Info">The part of the patient's record that was written down; null for a file that was chosen or uploaded.</param>
public sealed record SharedFile(FileId File, PatientInfoKind? Info);

/// <param name="At">When the access ended.</param>
/// <param name="By">Who ended it.</param>
/// <param name="Reason">Shown to the one who lost it; null where an edit took them out before anything was read.</param>
public sealed record CollaboratorRemoval(DateTimeOffset At, MemberId By, string? Reason);

/// <summary>A colleague in a collaboration: name and address as they were when it was sent, whatever becomes of the contact.</summary>
/// <param name="Contact">Of the address book.</param>
/// <param name="Name">As it was.</param>
/// <param name="Email">As it was, in its kept form; the account of this address is the collaborator's.</param>
/// <param name="Organisation">As it was.</param>
/// <param name="AddedAt">At the start, or by an edit.</param>
public sealed record Collaborator(ContactId Contact, string Name, string Email, string? Organisation, DateTimeOffset AddedAt)
{
    /// <summary>Null until they have registered.</summary>
    public AccountId? Account { get; init; }

    /// <summary>Of somebody who had no account when the email went out.</summary>
    public InvitationId? Invitation { get; init; }

    /// <summary>How many emails were asked for, reminders not counted.</summary>
    public int Asked { get; init; } = 1;

    /// <summary>How many of them the process has seen to.</summary>
    public int Seen { get; init; }

    public CollaboratorDelivery Delivery { get; init; }

    /// <summary>When they read the message for the first time.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>Null while they have access.</summary>
    public CollaboratorRemoval? Removal { get; init; }

    /// <summary>When they were asked for, but for the one that came with <see cref="AddedAt"/>.</summary>
    public IReadOnlyList<DateTimeOffset> AskedAt { get; init; } = [];

    /// <summary>When an email to this colleague was asked for, oldest first, also before an edit took them out and put them in again.</summary>
    public IReadOnlyList<DateTimeOffset> EmailTimes() => [.. AskedAt.Append(AddedAt).Order()];

    public bool IsIn => Removal is null;

    public bool IsDue => IsIn && Seen < Asked;

    /// <summary>Which asking for an email is the last.</summary>
    [JsonIgnore]
    public string Asking => string.Create(CultureInfo.InvariantCulture, $"{AddedAt.UtcTicks}-{Asked}");

    /// <summary>One more email.</summary>
    public Collaborator Ask(DateTimeOffset now) =>
        this with { Asked = Asked + 1, AskedAt = SendingAgain.Add(AskedAt, now), Delivery = CollaboratorDelivery.Queued };

    /// <summary>One more email, to another address; whoever has the account of the one before has nothing to do with it any more.</summary>
    public Collaborator Correct(string email, DateTimeOffset now) =>
        (email == Email ? this : this with { Email = email, Account = null }).Ask(now);
}

/// <summary>Who read first, and thereby ended the edit window.</summary>
public sealed record FirstRead(ContactId By, DateTimeOffset At);

/// <summary>That it was closed, or opened again.</summary>
public sealed record CollaborationClosing(bool Closed, MemberId By, DateTimeOffset At, string Reason);

/// <summary>
/// A numbered share of one patient's information. Reading and editing are decided on this one record under its version, so that of the two at the
/// same instant one wins. See the readme of this folder for its states.
/// </summary>
/// <param name="Number">Within the practice, from 1, without gaps.</param>
/// <param name="Patient">Whose information.</param>
/// <param name="Case">Of which case; null where it was started from the patient alone.</param>
/// <param name="Starter">Who started it, and alone edits it.</param>
/// <param name="Email">That announced it, with its fields.</param>
/// <param name="Message">Never in an email.</param>
/// <param name="Files">Attached.</param>
/// <param name="Collaborators">Those who were removed stay, so that they are told why.</param>
/// <param name="Thread">What is written after the message.</param>
/// <param name="StartedAt">When it was sent.</param>
/// <param name="LocksAt">When the edit window ends by itself.</param>
/// <param name="Version">Of what can be edited, from 1.</param>
public sealed record Collaboration(
    int Number,
    PatientId Patient,
    CaseId? Case,
    MemberId Starter,
    CollaborationEmail Email,
    string Message,
    IReadOnlyList<SharedFile> Files,
    IReadOnlyList<Collaborator> Collaborators,
    ThreadId Thread,
    DateTimeOffset StartedAt,
    DateTimeOffset LocksAt,
    int Version)
{
    /// <summary>Digest of the draft that it was started from: the same key with another draft is no second press of the same button.</summary>
    public string? Draft { get; init; }

    /// <summary>Product rule.</summary>
    public static readonly TimeSpan EditWindow = TimeSpan.FromMinutes(3);

    public FirstRead? FirstRead { get; init; }

    /// <summary>Set when the timer has gone off: a machine whose clock is slow edits nothing after that.</summary>
    public DateTimeOffset? LockedAt { get; init; }

    /// <summary>When a collaborator answered for the first time.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Null until it is closed for the first time.</summary>
    public CollaborationClosing? Closing { get; init; }

    /// <summary>Since when it is being deleted, and nobody's any more.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    public bool IsClosed => Closing is { Closed: true };

    public IEnumerable<Collaborator> In => Collaborators.Where(each => each.IsIn);

    public CollaborationState StateAt(DateTimeOffset now) => this switch
    {
        { IsClosed: true } => CollaborationState.Closed,
        { AnsweredAt: not null } => CollaborationState.Answered,
        { FirstRead: not null } => CollaborationState.Read,
        _ when WhyLocked(now) is null => CollaborationState.OpenForEdits,
        _ when In.Any(each => each.Delivery == CollaboratorDelivery.Delivered) => CollaborationState.Delivered,
        _ => CollaborationState.Sent,
    };

    /// <summary>The rule of the edit window: by stored times, and by the first read.</summary>
    /// <returns>Why nothing can be edited; null inside the window.</returns>
    public Refusal? WhyLocked(DateTimeOffset now) => this switch
    {
        { FirstRead: { } read } => new CollaborationRead(Find(read.By)?.Name ?? string.Empty, read.At),
        { IsClosed: true } => new CollaborationClosed(),
        _ when LockedAt is not null || now >= LocksAt => new EditWindowOver(),
        _ => null,
    };

    public Collaborator? Find(ContactId contact) => Collaborators.FirstOrDefault(each => each.Contact == contact);

    /// <summary>Whose address this is: of those who are in, no two have the same.</summary>
    public Collaborator? FindByEmail(string email) => Collaborators.Where(each => each.Email == email).MaxBy(each => each.IsIn);

    public Collaboration With(Collaborator changed) =>
        this with { Collaborators = [.. Collaborators.Select(each => each.Contact == changed.Contact ? changed : each)] };

    /// <returns>Why an edit that is based on this version is refused; null where it is in time.</returns>
    public Refusal? WhyNotEdited(int version, DateTimeOffset now) => WhyLocked(now) ?? (version == Version ? null : new PreconditionFailed());

    /// <summary>Becomes another version, or says why not. Who is left out has no access from that moment on.</summary>
    /// <param name="version">That the edit is based on.</param>
    /// <param name="message">The new one.</param>
    /// <param name="files">All that are attached then.</param>
    /// <param name="chosen">All who are in it then.</param>
    /// <param name="by">Who edits.</param>
    /// <param name="now">The time of the decision.</param>
    public Result<Collaboration> Edit(
        int version, string message, IReadOnlyList<SharedFile> files, IReadOnlyList<Collaborator> chosen, MemberId by, DateTimeOffset now)
    {
        if (WhyNotEdited(version, now) is { } late)
        {
            return late;
        }

        // Out and in again is one more email to them.
        if (Collaborators.Where(each => !each.IsIn && chosen.Any(other => other.Contact == each.Contact))
            .Select(each => SendingAgain.WhyNot(each.EmailTimes(), now)).FirstOrDefault(each => each is not null) is { } often)
        {
            return often;
        }

        // Who stays is as the record has them now: their email may have gone out since. Who comes back is invited anew, by the link they had.
        var left = Collaborators.Where(each => each.IsIn && chosen.All(other => other.Contact != each.Contact))
            .Aggregate(this, (current, each) => current.Remove(each, by, reason: null, now));
        var here = left.Collaborators.Select(each => !each.IsIn && chosen.FirstOrDefault(other => other.Contact == each.Contact) is { } again
            ? again with { Account = each.Account, Invitation = each.Invitation, AskedAt = each.EmailTimes() }
            : each);
        return left with
        {
            Message = message,
            Files = files,
            Collaborators = [.. here, .. chosen.Where(each => Find(each.Contact) is null)],
            Version = Version + 1,
        };
    }

    /// <summary>A collaborator reads. The first one ends the edit window; reading again changes nothing.</summary>
    public Collaboration Read(Collaborator reader, AccountId account, DateTimeOffset now) =>
        reader.ReadAt is not null
            ? this
            : (this with { FirstRead = FirstRead ?? new FirstRead(reader.Contact, now) }).With(reader with { ReadAt = now, Account = account });

    /// <summary>Closed before an email went out, it kept the email back: whoever got none is asked for one more.</summary>
    public Collaboration AskWhoGotNothing(DateTimeOffset now) =>
        In.Where(each => each is { Delivery: CollaboratorDelivery.Queued, IsDue: false, ReadAt: null }).Aggregate(this, (current, each) => current.With(each.Ask(now)));

    /// <summary>Ends somebody's access. It is another version then: an edit that was begun before does not put them back.</summary>
    public Collaboration Remove(Collaborator removed, MemberId by, string? reason, DateTimeOffset now) =>
        removed.IsIn ? With(removed with { Removal = new CollaboratorRemoval(now, by, reason) }) with { Version = Version + 1 } : this;
}

/// <summary>Somebody has read, and the edit came too late.</summary>
/// <param name="Name">Who.</param>
/// <param name="At">When.</param>
public sealed record CollaborationRead(string Name, DateTimeOffset At) : Conflict("collaboration-read")
{
    public override (string Name, DateTimeOffset At)? ReadFirst => (Name, At);
}

public sealed record EditWindowOver() : Conflict("edit-window-over");

public sealed record CollaborationClosed() : Conflict("collaboration-closed");

public sealed record CollaborationOpen() : Conflict("collaboration-open");

/// <summary>By this key something else was started before: its answer was lost, and the draft has been changed since.</summary>
public sealed record AlreadyStarted() : Conflict("already-started");

/// <summary>Told to a collaborator whose access was ended.</summary>
public sealed record AccessEnded() : Gone("access-ended");
