using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Storage;

/// <summary>Lets a test come between two requests to the store: what one person does while another is in the middle of something.</summary>
internal sealed class StoreHook : HttpPipelinePolicy
{
    private string _table = "";
    private Func<Task>? _act;

    /// <summary>Puts a store with this hook over the app's own; before the app starts.</summary>
    public void Into(CollaborationsApp app) => app.MoreServices = services => services.AddSingleton(provider =>
    {
        var options = new TableClientOptions();
        options.AddPolicy(this, HttpPipelinePosition.PerCall);
        return new TableServiceClient(provider.GetRequiredService<IConfiguration>()["Storage:ConnectionString"]!, options);
    });

    /// <summary>Does this once, before the next request that looks into the table.</summary>
    public void Before(string table, Func<Task> act) => (_table, _act) = (table, act);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (_act is not null && message.Request.Uri.ToString().Contains($"/{_table}(", StringComparison.Ordinal) && Interlocked.Exchange(ref _act, null) is { } act)
        {
            await act();
        }

        await ProcessNextAsync(message, pipeline);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);
}
