using System.Reflection;
using Local.Host;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>
/// Services, configuration and middleware of the application. Where the real package builds a worker that waits for the
/// Functions host, this one builds the host as well: one process that listens for HTTP and runs the orchestrations.
/// </summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly LocalHostBuilder _host;
    private bool _built;

    internal FunctionsApplicationBuilder(string[]? args, Assembly functions) => _host = new LocalHostBuilder(args, functions);

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_host.Application).Properties;

    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    public ConfigurationManager Configuration => _host.Application.Configuration;

    public IHostEnvironment Environment => _host.Application.Environment;

    public ILoggingBuilder Logging => _host.Application.Logging;

    public IMetricsBuilder Metrics => _host.Application.Metrics;

    public IServiceCollection Services => _host.Application.Services;

    /// <summary>The local host below, for the packages that complete it.</summary>
    internal LocalHostBuilder Host => _host;

    /// <exception cref="InvalidOperationException">The application has been built already.</exception>
    public IHost Build()
    {
        EnsureOpen();
        _built = true;
        return _host.Build();
    }

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => ((IHostApplicationBuilder)_host.Application).ConfigureContainer(factory, configure);

    /// <exception cref="InvalidOperationException">The application has been built already.</exception>
    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        EnsureOpen();
        return _host.Pipeline.Use(middleware);
    }

    private void EnsureOpen()
    {
        if (_built)
        {
            throw new InvalidOperationException("The application has been built; nothing can be added to it any more.");
        }
    }
}
