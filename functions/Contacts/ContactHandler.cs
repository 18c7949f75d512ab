using System.Collections.Frozen;
using Collaborations.Http;
using Collaborations.Identifiers;
using Collaborations.Practices;
using Collaborations.Storage;

namespace Collaborations.Contacts;

/// <summary>What of the address book is asked for.</summary>
public sealed record ContactQuery(string Words, bool Archived, string? Cursor);

/// <summary>What a code is asked for.</summary>
/// <param name="Code">As typed; empty where only a suggestion is wanted.</param>
/// <param name="FirstName">Of whom; may be empty.</param>
/// <param name="LastName">Of whom; may be empty.</param>
/// <param name="Contact">Whose form it is: their own code is free to them.</param>
public sealed record CodeQuestion(string Code, string FirstName, string LastName, ContactId? Contact);

/// <summary>The address book: find, open, add, change, archive.</summary>
public sealed class ContactHandler(ContactStore contacts, ContactCodes codes, PracticeStore practices, IdGenerator ids, TimeProvider clock)
{
    private const int PageSize = 20;

    /// <summary>A suggested code that is taken so often while it is used is not a race but a fault.</summary>
    private const int MostTries = 100;

    public Task<Result<ContactList>> ListAsync(PracticeId practice, ContactQuery query, CancellationToken cancellation) =>
        PracticeAsync<ContactList>(
            practice,
            async record =>
            {
                var page = await contacts.PageAsync(practice, query.Archived, query.Words, PageSize, query.Cursor, cancellation);
                var answers = await Task.WhenAll(page.Rows.Select(listed => AnswerAsync(practice, listed.Id, listed.Contact, cancellation)));
                return new ContactList(answers, page.Cursor, record.ContactTypes);
            },
            cancellation);

    public async Task<Result<OpenedContact>> OpenAsync(PracticeId practice, ContactId id, CancellationToken cancellation) =>
        await contacts.FindAsync(practice, id, cancellation) is { Record: var contact } ? await OpenedAsync(practice, id, contact, cancellation) : new NotFound();

    public Task<Result<OpenedContact>> AddAsync(PracticeId practice, ContactForm form, CancellationToken cancellation) =>
        PracticeAsync<OpenedContact>(
            practice, record => form.Check(record, before: null, Now()).ThenAsync(contact => AddAsync(practice, contact, FrozenSet<string>.Empty, cancellation)), cancellation);

    /// <param name="practice">Whose address book.</param>
    /// <param name="id">Whom.</param>
    /// <param name="form">All fields anew; without a code the contact keeps its own.</param>
    /// <param name="expected">The version that the form was filled from.</param>
    /// <param name="cancellation">The client left.</param>
    public Task<Result<OpenedContact>> ChangeAsync(
        PracticeId practice, ContactId id, ContactForm form, string? expected, CancellationToken cancellation) =>
        PracticeAsync<OpenedContact>(
            practice,
            async record =>
            {
                if (await contacts.FindAsync(practice, id, cancellation) is not { } before)
                {
                    return new NotFound();
                }

                if (expected != VersionTag.Of(before.Record))
                {
                    return new PreconditionFailed();
                }

                return await form.Check(record, before.Record, Now()).ThenAsync(after => ReplaceAsync(practice, id, before, after, cancellation));
            },
            cancellation);

    /// <summary>Archives a contact or takes it back; the same again changes nothing.</summary>
    public async Task<Result<OpenedContact>> SetArchivedAsync(PracticeId practice, ContactId id, bool archived, CancellationToken cancellation)
    {
        var set = await Decision.MakeAsync<Contact, Contact>(
            () => contacts.FindAsync(practice, id, cancellation),
            contact => contact is null ? new NotFound()
                : contact.Archived == archived ? (contact, contact)
                : Archived(contact, archived),
            (after, before) => contacts.WriteAsync(practice, new ContactChange(id, before, after), cancellation));
        return await set.ThenAsync<OpenedContact>(async contact => await OpenedAsync(practice, id, contact, cancellation));
    }

    /// <summary>Whether a code is free; what is asked for may be taken by somebody else a moment later, and is then refused when it is saved.</summary>
    public async Task<Result<CodeAvailability>> CheckCodeAsync(PracticeId practice, CodeQuestion question, CancellationToken cancellation)
    {
        var wrong = new List<InvalidInput>();
        var code = ContactCodes.Read(question.Code, wrong);
        var name = TypedText.Read(question.FirstName, "firstName", TypedText.LongestName, required: false, wrong);
        var family = TypedText.Read(question.LastName, "lastName", TypedText.LongestName, required: false, wrong);
        if (wrong.Count > 0)
        {
            return new InvalidForm(wrong);
        }

        var holder = code.Length > 0 ? await contacts.FindHolderAsync(practice, code, cancellation) : null;
        var suggestion = name.Length + family.Length > 0 ? await codes.SuggestAsync(practice, name, family, FrozenSet<string>.Empty, cancellation) : null;
        return new CodeAvailability(code, code.Length > 0 && (holder is null || holder == question.Contact), suggestion);
    }

    /// <param name="practice">Whose address book.</param>
    /// <param name="contact">Whose code is empty where one is to be suggested.</param>
    /// <param name="reserved">Codes that are not suggested, because others are about to have them.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task<Result<OpenedContact>> AddAsync(
        PracticeId practice, Contact contact, IReadOnlySet<string> reserved, CancellationToken cancellation)
    {
        var id = ids.New<ContactId>();
        for (var tries = 0; tries < MostTries; tries++)
        {
            var added = contact.Code.Length > 0
                ? contact
                : contact with { Code = await codes.SuggestAsync(practice, contact.FirstName, contact.LastName, reserved, cancellation) };
            if (await contacts.WriteAsync(practice, new ContactChange(id, Before: null, added), cancellation))
            {
                return await OpenedAsync(practice, id, added, cancellation);
            }

            if (contact.Code.Length > 0)
            {
                return new CodeTaken();
            }
        }

        throw new InvalidOperationException($"A suggested code was taken {MostTries} times.");
    }

    public async Task<Result<OpenedContact>> ReplaceAsync(
        PracticeId practice, ContactId id, Versioned<Contact> before, Contact after, CancellationToken cancellation)
    {
        if (await contacts.WriteAsync(practice, new ContactChange(id, before, after), cancellation))
        {
            return await OpenedAsync(practice, id, after, cancellation);
        }

        return await contacts.FindHolderAsync(practice, after.Code, cancellation) is { } holder && holder != id ? new CodeTaken() : new PreconditionFailed();
    }

    private Result<(Contact Changed, Contact Answer)> Archived(Contact contact, bool archived)
    {
        var changed = contact with { Archived = archived, ChangedAt = Now() };
        return (changed, changed);
    }

    private DateTimeOffset Now() => clock.GetUtcNow();

    private async Task<Result<T>> PracticeAsync<T>(PracticeId practice, Func<Practice, Task<Result<T>>> use, CancellationToken cancellation) =>
        await practices.FindAsync(practice, cancellation) is { Record: var record } ? await use(record) : new NotFound();

    private async Task<OpenedContact> OpenedAsync(PracticeId practice, ContactId id, Contact contact, CancellationToken cancellation) =>
        new(await AnswerAsync(practice, id, contact, cancellation), VersionTag.Of(contact));

    private async Task<ContactAnswer> AnswerAsync(PracticeId practice, ContactId id, Contact contact, CancellationToken cancellation) =>
        ContactAnswer.Of(id, contact, await contacts.ListByEmailAsync(practice, contact.Email, cancellation));
}
