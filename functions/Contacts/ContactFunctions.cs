using Collaborations.Audit;
using Collaborations.Http;
using Collaborations.Identifiers;
using Collaborations.Practices;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Collaborations.Contacts;

public sealed class ContactFunctions(Edge edge, ContactHandler handler)
{
    private const string Many = "practices/{practiceId:guid}/contacts";
    private const string One = Many + "/{contactId:guid}";

    [Function(nameof(GetContacts))]
    public Task<IResult> GetContacts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Many)] HttpRequest request, Guid practiceId, CancellationToken cancellation) =>
        edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            new AuditNote(AuditAction.ContactsListed),
            caller => handler.ListAsync(caller.Practice, Query(request), cancellation),
            list => Answers.Versioned(request, list, VersionTag.Of(list)));

    [Function(nameof(CreateContact))]
    public Task<IResult> CreateContact(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Many)] HttpRequest request, Guid practiceId, CancellationToken cancellation)
    {
        var note = new AuditNote(AuditAction.ContactCreated);
        return edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            note,
            caller => FormAsync(request, cancellation)
                .ThenAsync(form => handler.AddAsync(caller.Practice, form, cancellation))
                .MapAsync(opened =>
                {
                    note.Subject = opened.Contact.ContactId.ToString();
                    return opened;
                }),
            Answers.Created);
    }

    [Function(nameof(CheckContactCode))]
    public Task<IResult> CheckContactCode(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Many + "/code")] HttpRequest request, Guid practiceId, CancellationToken cancellation) =>
        edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            new AuditNote(AuditAction.ContactCodeChecked),
            caller => handler.CheckCodeAsync(caller.Practice, Question(request), cancellation));

    [Function(nameof(GetContact))]
    public Task<IResult> GetContact(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request, Guid practiceId, Guid contactId, CancellationToken cancellation) =>
        ContactAsync(request, practiceId, contactId, AuditAction.ContactRead, (caller, id) => handler.OpenAsync(caller.Practice, id, cancellation));

    [Function(nameof(ChangeContact))]
    public Task<IResult> ChangeContact(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request, Guid practiceId, Guid contactId, CancellationToken cancellation) =>
        ContactAsync(
            request,
            practiceId,
            contactId,
            AuditAction.ContactChanged,
            (caller, id) => FormAsync(request, cancellation)
                .ThenAsync(form => handler.ChangeAsync(caller.Practice, id, form, Answers.ExpectedVersion(request), cancellation)));

    [Function(nameof(ArchiveContact))]
    public Task<IResult> ArchiveContact(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/archive")] HttpRequest request,
        Guid practiceId,
        Guid contactId,
        CancellationToken cancellation) =>
        ContactAsync(
            request,
            practiceId,
            contactId,
            AuditAction.ContactArchived,
            (caller, id) => handler.SetArchivedAsync(caller.Practice, id, archived: true, cancellation));

    [Function(nameof(RestoreContact))]
    public Task<IResult> RestoreContact(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/restore")] HttpRequest request,
        Guid practiceId,
        Guid contactId,
        CancellationToken cancellation) =>
        ContactAsync(
            request,
            practiceId,
            contactId,
            AuditAction.ContactRestored,
            (caller, id) => handler.SetArchivedAsync(caller.Practice, id, archived: false, cancellation));

    private static Task<Result<ContactForm>> FormAsync(HttpRequest request, CancellationToken cancellation) =>
        RequestBody.ReadAsync<ContactForm>(request, RequestBody.DefaultLimit, cancellation);

    private static ContactQuery Query(HttpRequest request) =>
        new(request.Query["q"].ToString(), request.Query["archived"] == "true", request.Query["cursor"].ToString() is { Length: > 0 } cursor ? cursor : null);

    private static CodeQuestion Question(HttpRequest request) => new(
        request.Query["code"].ToString(),
        request.Query["firstName"].ToString(),
        request.Query["lastName"].ToString(),
        Identifier.TryParse<ContactId>(request.Query["contact"]));

    private Task<IResult> ContactAsync(
        HttpRequest request, Guid practiceId, Guid contactId, AuditAction action, Func<MemberCaller, ContactId, Task<Result<OpenedContact>>> use)
    {
        var id = ContactId.From(contactId);
        return edge.MemberAsync(
            request, PracticeId.From(practiceId), new AuditNote(action) { Subject = id.ToString() }, caller => use(caller, id));
    }
}
