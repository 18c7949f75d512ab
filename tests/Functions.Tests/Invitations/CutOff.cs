using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Invitations;

/// <summary>Cuts a request off right after its write to a table: the row is there, and nothing of what should follow. Or lets something happen before it.</summary>
internal sealed class CutOff : HttpPipelinePolicy
{
    /// <summary>The table; null once it has happened.</summary>
    public string? After { get; set; }

    /// <summary>What happens just before a write to this table; null once it has happened.</summary>
    public (string Table, Func<Task> What)? Before { get; set; }

    public void Use(IServiceCollection services) => services.AddSingleton(provider =>
    {
        var options = new TableClientOptions();
        options.AddPolicy(this, HttpPipelinePosition.PerCall);
        return new TableServiceClient(provider.GetRequiredService<IConfiguration>()["Storage:ConnectionString"]!, options);
    });

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (Before is { } before && IsTo(message.Request, before.Table))
        {
            Before = null;
            await before.What();
        }

        await ProcessNextAsync(message, pipeline);
        if (After is { } table && IsTo(message.Request, table))
        {
            After = null;
            throw new IOException("The test has cut the request off here.");
        }
    }

    private static bool IsTo(Request request, string table)
    {
        if (request.Method == RequestMethod.Get)
        {
            return false;
        }

        if (!request.Uri.ToString().EndsWith("$batch", StringComparison.Ordinal))
        {
            return request.Uri.ToString().Contains($"/{table}", StringComparison.Ordinal);
        }

        using var body = new MemoryStream();
        request.Content!.WriteTo(body, CancellationToken.None);
        return Encoding.UTF8.GetString(body.ToArray()).Contains($"/{table}", StringComparison.Ordinal);
    }
}
