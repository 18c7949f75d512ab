using System.Globalization;
using Collaborations.Audit;
using Collaborations.Http;
using Collaborations.Identifiers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Collaborations.Contacts.Csv;

public sealed class ContactCsvFunctions(Edge edge, ContactImporter importer, ContactExporter exporter)
{
    private const string Route = "practices/{practiceId:guid}/contacts/csv";
    private const string MediaType = "text/csv";
    private const string FileName = "contacts.csv";

    /// <summary>Bytes; product rule.</summary>
    private const int MostBytes = 1024 * 1024;

    [Function(nameof(ExportContacts))]
    public Task<IResult> ExportContacts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, Guid practiceId, CancellationToken cancellation) =>
        edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            new AuditNote(AuditAction.ContactsExported),
            caller => Task.FromResult(Result<PracticeId>.FromValue(caller.Practice)),
            practice => Results.Stream(to => exporter.WriteAsync(practice, to, cancellation), MediaType, FileName));

    [Function(nameof(ImportContacts))]
    public Task<IResult> ImportContacts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, Guid practiceId, CancellationToken cancellation) =>
        edge.MemberAsync(
            request,
            PracticeId.From(practiceId),
            new AuditNote(AuditAction.ContactsImported),
            caller => From(request).ThenAsync(from => RequestBody.ReadFileAsync(request, MediaType, MostBytes, cancellation)
                .ThenAsync(file => importer.ImportAsync(caller.Practice, file, from, cancellation))));

    private static Result<int> From(HttpRequest request) =>
        request.Query["from"].ToString() is not { Length: > 0 } text ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from
        : new Malformed();
}
