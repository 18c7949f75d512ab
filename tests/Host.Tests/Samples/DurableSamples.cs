using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Host.Tests.Samples;

public sealed record Parcel(string To, int Weight);

/// <summary>An orchestration that HTTP starts: it calls an activity, then waits for an event that HTTP raises.</summary>
public sealed class DurableSamples(Notebook notebook, Visit visit)
{
    [Function("StartParcel")]
    public static async Task<IResult> StartAsync(
        [HttpTrigger("post", Route = "parcels/{to}")] HttpRequest request, string to, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var id = await client.ScheduleNewOrchestrationInstanceAsync(nameof(DeliverAsync), new Parcel(to, 3), cancellation);
        return TypedResults.Text(id);
    }

    [Function("SignParcel")]
    public static async Task<IResult> SignAsync(
        [HttpTrigger("post", Route = "parcels/{id}/signature/{name}")] HttpRequest request, string id, string name, [DurableClient] DurableTaskClient client)
    {
        await client.RaiseEventAsync(id, "signed", name);
        return TypedResults.Accepted((string?)null);
    }

    [Function("AwaitParcel")]
    public static async Task<IResult> AwaitAsync(
        [HttpTrigger("get", Route = "parcels/{id}")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var parcel = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, cancellation);
        return TypedResults.Text($"{parcel.RuntimeStatus}: {parcel.ReadOutputAs<string>() ?? parcel.FailureDetails?.ErrorMessage}");
    }

    [Function(nameof(DeliverAsync))]
    public static async Task<string> DeliverAsync([OrchestrationTrigger] TaskOrchestrationContext context, Parcel parcel, FunctionContext invocation)
    {
        var label = await context.CallActivityAsync<string>(nameof(LabelAsync), parcel);
        var name = await context.WaitForExternalEvent<string>("signed");
        return $"{label}, signed by {name}, {invocation.Items[StampMiddleware.Item]}";
    }

    [Function(nameof(LabelAsync))]
    public async Task<string> LabelAsync([ActivityTrigger] Parcel parcel, string instanceId, FunctionContext context, CancellationToken cancellation)
    {
        await Task.Yield();
        cancellation.ThrowIfCancellationRequested();
        notebook.Note($"label for {instanceId}, scope open: {!visit.Disposed}, trigger: {context.FunctionDefinition.InputBindings["parcel"].Type}");
        return parcel.To == "nowhere" ? throw new ArgumentException("there is no such place") : $"{parcel.Weight} kg to {parcel.To}";
    }

    [Function("Fail")]
    public static Task FailAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync(nameof(LabelAsync), new Parcel("nowhere", 1));
}
