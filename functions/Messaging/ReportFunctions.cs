using System.Text.Json;
using Collaborations.Http;
using Collaborations.Identifiers;
using Collaborations.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace Collaborations.Messaging;

/// <summary>What the communication service calls. Its requests bring no signature, so their addresses carry a key.</summary>
public sealed class ReportFunctions(
    Edge edge, DeliveryReportHandler reports, CallFollower calls, IOptions<CommunicationOptions> options)
{
    [Function(nameof(ReceiveDeliveryReports))]
    public Task<IResult> ReceiveDeliveryReports(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "delivery-reports")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        edge.AnonymousAsync(
            request,
            note: null,
            () => WithKeyAsync<HookAnswer, JsonElement>(request, body => reports.HandleAsync(body, processes, cancellation), cancellation));

    [Function(nameof(ReceiveCallEvents))]
    public Task<IResult> ReceiveCallEvents(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "call-events")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        edge.AnonymousAsync(
            request,
            note: null,
            () => WithKeyAsync<Done, JsonElement>(
                request,
                async body => Identifier.TryParse<SendId>(request.Query[CodeSender.SendName]) is { } send
                    ? await calls.HandleAsync(send, BinaryData.FromString(body.GetRawText()), processes, cancellation)
                    : new NotFound(),
                cancellation),
            _ => Results.Ok());

    private async Task<Result<TAnswer>> WithKeyAsync<TAnswer, TBody>(
        HttpRequest request, Func<TBody, Task<Result<TAnswer>>> use, CancellationToken cancellation)
        where TBody : notnull =>
        options.Value.AcceptedHookKeys().Any(key => KeyedDigests.Same(request.Query[CodeSender.HookKeyName], key))
            ? await RequestBody.ReadAsync<TBody>(request, RequestBody.DefaultLimit, cancellation).ThenAsync(use)
            : new NotFound();
}
