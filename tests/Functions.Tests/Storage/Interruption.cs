using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Storage;

/// <summary>When something happens.</summary>
internal enum Moment
{
    /// <summary>Right before a write.</summary>
    Before,

    /// <summary>Right after a write.</summary>
    After,

    /// <summary>Right before a row is written or read.</summary>
    BeforeALook,
}

/// <summary>
/// Something that happens once, between two requests to the store: as somebody else's request, a client's leaving or a process's end does once in a million
/// times.
/// </summary>
internal sealed class Interruption : HttpPipelinePolicy
{
    private Armed? _next;

    /// <returns>The app's tables, for the stores that are to meet it.</returns>
    public static TableServiceClient In(CollaborationsApp app, string table, Moment moment, Func<Task> happen)
    {
        var interruption = new Interruption();
        interruption.Next(table, moment, happen);
        return interruption.Over(app.Services);
    }

    /// <summary>Comes over the app's own tables; before the app starts.</summary>
    public void Into(CollaborationsApp app) => app.MoreServices = services => services.AddSingleton(Over);

    /// <param name="table">Which.</param>
    /// <param name="moment">When.</param>
    /// <param name="happen">What; a failure is that of the request to the store.</param>
    public void Next(string table, Moment moment, Func<Task> happen) => _next = new Armed(table, moment, happen);

    /// <summary>The next write to the table is the last that its request does.</summary>
    public void CutOffAfter(string table) => Next(table, Moment.After, static () => throw new IOException("The test has cut the request off here."));

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var now = _next is { } armed && await IsItAsync(armed, message) && Interlocked.CompareExchange(ref _next, null, armed) == armed ? armed : null;
        if (now is not null and not { Moment: Moment.After })
        {
            await now.Happen();
        }

        await ProcessNextAsync(message, pipeline);
        if (now is { Moment: Moment.After })
        {
            await now.Happen();
        }
    }

    private static async Task<bool> IsItAsync(Armed armed, HttpMessage message)
    {
        var request = message.Request;
        if (request.Method == RequestMethod.Get && armed.Moment != Moment.BeforeALook)
        {
            return false;
        }

        if (!request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal))
        {
            return request.Uri.Path.Split('/')[^1].Split('(')[0] == armed.Table;
        }

        // Which table it is, its parts say.
        await using var body = new MemoryStream();
        await request.Content!.WriteToAsync(body, message.CancellationToken);
        var text = Encoding.UTF8.GetString(body.ToArray());
        return "(? ".Any(end => text.Contains($"/{armed.Table}{end}", StringComparison.Ordinal));
    }

    private TableServiceClient Over(IServiceProvider services)
    {
        var options = new TableClientOptions();
        options.AddPolicy(this, HttpPipelinePosition.PerCall);
        return new TableServiceClient(services.GetRequiredService<IConfiguration>()["Storage:ConnectionString"]!, options);
    }

    private sealed record Armed(string Table, Moment Moment, Func<Task> Happen);
}
