using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Host.Tests.Samples;

public sealed class Several
{
    [HttpResult]
    public IResult? Answer { get; init; }
}

/// <summary>One function for each way to answer, and each way to fail.</summary>
public sealed class ResultFunctions
{
    [Function("Minimal")]
    public static IResult Minimal([HttpTrigger("get")] HttpRequest request) => TypedResults.Created("/there", new Order("tea", 2));

    [Function("Action")]
    public static IActionResult Action([HttpTrigger("get")] HttpRequest request) => new OkObjectResult(new Order("tea", 2));

    [Function("TaskOfResult")]
    public static async Task<IResult> TaskOfResult([HttpTrigger("get")] HttpRequest request)
    {
        await Task.Yield();
        return TypedResults.Text("later");
    }

    [Function("ValueTaskOfResult")]
    public static async ValueTask<IActionResult> ValueTaskOfResult([HttpTrigger("get")] HttpRequest request)
    {
        await Task.Yield();
        return new ContentResult { Content = "later", StatusCode = 202 };
    }

    [Function("Written")]
    public static async Task Written([HttpTrigger("get")] HttpRequest request)
    {
        request.HttpContext.Response.StatusCode = 418;
        await request.HttpContext.Response.WriteAsync("by hand");
    }

    [Function("Nothing")]
    public static void Nothing([HttpTrigger("get")] HttpRequest request)
    {
    }

    [Function("ValueTaskOnly")]
    public static ValueTask ValueTaskOnly([HttpTrigger("get")] HttpRequest request) => ValueTask.CompletedTask;

    [Function("Null")]
    public static IResult? Null([HttpTrigger("get")] HttpRequest request) => null;

    [Function("Anything")]
    public static object Anything([HttpTrigger("get")] HttpRequest request) => TypedResults.Text("an object that is a result");

    [Function("Several")]
    public static Several Several([HttpTrigger("get")] HttpRequest request) => new() { Answer = TypedResults.Text("one of several") };

    [Function("ThrowsAtOnce")]
    public static IResult ThrowsAtOnce([HttpTrigger("get")] HttpRequest request) => throw new InvalidOperationException("secret at once");

    [Function("ThrowsLater")]
    public static async Task<IResult> ThrowsLater([HttpTrigger("get")] HttpRequest request)
    {
        request.HttpContext.Response.Headers["x-leak"] = "leaked";
        await Task.Yield();
        throw new InvalidOperationException("secret later");
    }

    [Function("ThrowsWhileWriting")]
    public static async Task ThrowsWhileWriting([HttpTrigger("get")] HttpRequest request)
    {
        await request.HttpContext.Response.WriteAsync("half of it");
        await request.HttpContext.Response.Body.FlushAsync();
        throw new InvalidOperationException("secret while writing");
    }

    [Function("WaitsForCancellation")]
    public static async Task WaitsForCancellation([HttpTrigger("get")] HttpRequest request, FunctionContext context, CancellationToken cancellation)
    {
        var notebook = (Notebook)context.InstanceServices.GetService(typeof(Notebook))!;
        notebook.Note("waiting");
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        finally
        {
            notebook.Note("cancelled");
        }
    }

    [Function("Held")]
    public static async Task<IResult> Held([HttpTrigger("get")] HttpRequest request, FunctionContext context)
    {
        await ((Gate)context.InstanceServices.GetService(typeof(Gate))!).PassAsync();
        return TypedResults.Text("finished");
    }
}

/// <summary>Holds a function until a test lets it go.</summary>
public sealed class Gate
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when a function has come to the gate.</summary>
    public Task Reached => _reached.Task;

    public void Open() => _open.TrySetResult();

    public Task PassAsync()
    {
        _reached.TrySetResult();
        return _open.Task;
    }
}
