using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Collaborations.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Collaborations.Tests.Storage;

/// <summary>When something happens.</summary>
internal enum Moment
{
    Before,
    After,
}

/// <summary>
/// Something that happens right before or right after the first write to a table, as somebody else's request or the client's leaving does once in a
/// million times.
/// </summary>
internal sealed class Interruption(string table, Moment moment, Func<Task> happen) : HttpPipelinePolicy
{
    private int _writes;

    /// <returns>The app's tables, for the stores that are to meet it.</returns>
    public static TableServiceClient In(CollaborationsApp app, string table, Moment moment, Func<Task> happen)
    {
        var options = new TableClientOptions();
        options.AddPolicy(new Interruption(table, moment, happen), HttpPipelinePosition.PerCall);
        return new TableServiceClient(app.Services.GetRequiredService<IOptions<StorageOptions>>().Value.ConnectionString!, options);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var isIt = await IsWriteAsync(message.Request, message.CancellationToken) && Interlocked.Increment(ref _writes) == 1;
        if (isIt && moment == Moment.Before)
        {
            await happen();
        }

        await ProcessNextAsync(message, pipeline);
        if (isIt && moment == Moment.After)
        {
            await happen();
        }
    }

    private async Task<bool> IsWriteAsync(Request request, CancellationToken cancellation)
    {
        if (request.Method == RequestMethod.Get)
        {
            return false;
        }

        if (!request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal))
        {
            return request.Uri.Path.Split('/')[^1].Split('(')[0] == table;
        }

        // Which table it is, its parts say.
        await using var body = new MemoryStream();
        await request.Content!.WriteToAsync(body, cancellation);
        var text = Encoding.UTF8.GetString(body.ToArray());
        return text.Contains($"/{table}(", StringComparison.Ordinal) || text.Contains($"/{table}?", StringComparison.Ordinal)
            || text.Contains($"/{table} ", StringComparison.Ordinal);
    }
}
