using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Invitations;

/// <summary>Cuts a request off right after its write to a table: the row is there, and nothing of what should follow.</summary>
internal sealed class CutOff : HttpPipelineSynchronousPolicy
{
    /// <summary>The table; null once it has happened.</summary>
    public string? After { get; set; }

    public void Use(IServiceCollection services) => services.AddSingleton(provider =>
    {
        var options = new TableClientOptions();
        options.AddPolicy(this, HttpPipelinePosition.PerCall);
        return new TableServiceClient(provider.GetRequiredService<IConfiguration>()["Storage:ConnectionString"]!, options);
    });

    public override void OnReceivedResponse(HttpMessage message)
    {
        if (After is { } table && message.Request.Method != RequestMethod.Get && IsTo(message.Request, $"/{table}"))
        {
            After = null;
            throw new IOException("The test has cut the request off here.");
        }
    }

    private static bool IsTo(Request request, string table)
    {
        if (!request.Uri.ToString().EndsWith("$batch", StringComparison.Ordinal))
        {
            return request.Uri.ToString().Contains(table, StringComparison.Ordinal);
        }

        using var body = new MemoryStream();
        request.Content!.WriteTo(body, CancellationToken.None);
        return Encoding.UTF8.GetString(body.ToArray()).Contains(table, StringComparison.Ordinal);
    }
}
