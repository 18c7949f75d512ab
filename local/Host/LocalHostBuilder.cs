using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Pipeline;
using Microsoft.Extensions.Hosting;

namespace Local.Host;

/// <summary>Composes the one process that runs an application's functions on a bare machine.</summary>
public sealed class LocalHostBuilder
{
    internal LocalHostBuilder(string[]? args, Assembly functions)
    {
        Application = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args });
        Pipeline = new WorkerPipeline(Application.Services);
        Functions = functions;
    }

    public WebApplicationBuilder Application { get; }

    internal WorkerPipeline Pipeline { get; }

    internal Assembly Functions { get; }

    internal bool HasAspNetCoreIntegration { get; set; }

    internal IHost Build() => Application.Build();
}
