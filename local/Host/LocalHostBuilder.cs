using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Azure.Core.Serialization;
using Local.Host.Conversion;
using Local.Host.Functions;
using Local.Host.Http;
using Local.Host.Invocation;
using Local.Host.Orchestration;
using Local.Host.Outbox;
using Local.Host.Startup;
using Local.Host.StaticWeb;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Local.Host;

/// <summary>Composes the one process that runs an application's functions on a bare machine.</summary>
public sealed class LocalHostBuilder
{
    /// <summary>Where <c>func start</c> listens, so that notes and scripts written for it fit.</summary>
    private const string DefaultUrl = "http://127.0.0.1:7071";

    /// <summary>A setting of the Functions host: the largest request body in bytes.</summary>
    private const string BodyLimitSetting = "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT";

    /// <summary>
    /// How long requests may take to end when the host stops; the engine's own limit (see <see cref="DurableSettings"/>) comes on top.
    /// Scripts and service managers give a process some 20 s before they kill it.
    /// </summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(12);

    // Below every other source of settings. ASP.NET Core would log the address of every request, and addresses can hold what is nobody's
    // business: a code, a token.
    private static readonly KeyValuePair<string, string?>[] DefaultSettings = [new("Logging:LogLevel:Microsoft.AspNetCore", "Warning")];

    private readonly bool _ownsProcess;
    private readonly Assembly _functions;
    private readonly OutboxOptions? _outbox;

    internal LocalHostBuilder(string[]? args, Assembly caller)
    {
        _ownsProcess = Assembly.GetEntryAssembly() == caller;
        if (_ownsProcess)
        {
            ProcessGuard.Watch();
        }

        Application = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args });
        Application.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = DefaultSettings });
        Paths = new HostPaths(Application.Configuration, Application.Environment, caller);
        _functions = Paths.FunctionsAssembly;
        _outbox = OutboxSettings.Read(Application.Configuration, Paths.Data);
        Pipeline = new WorkerPipeline(Application.Services);
        ConfigureServer();
        AddServices();
    }

    public WebApplicationBuilder Application { get; }

    internal HostPaths Paths { get; }

    internal WorkerPipeline Pipeline { get; }

    internal bool HasAspNetCoreIntegration { get; set; }

    internal IHost Build()
    {
        var application = Application.Build();
        return new LocalHost(application, _ownsProcess, () => Compose(application));
    }

    private void ConfigureServer()
    {
        var configuration = Application.Configuration;
        string?[] addresses = [configuration[WebHostDefaults.ServerUrlsKey], configuration["http_ports"], configuration["https_ports"]];
        if (addresses.All(string.IsNullOrEmpty) && !configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            Application.WebHost.UseUrls(DefaultUrl);
        }

        Application.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            if (configuration[BodyLimitSetting] is { } limit)
            {
                server.Limits.MaxRequestBodySize = BodyLimit(limit);
            }
        });
    }

    private static long BodyLimit(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > 0
            ? bytes
            : throw new StartupException($"The setting {BodyLimitSetting} must be a positive number of bytes, not '{text}'.");

    private void AddServices()
    {
        var services = Application.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddRouting();
        services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownTimeout);
        services.Configure<JsonSerializerOptions>(options => options.PropertyNameCaseInsensitive = true);
        services.AddSingleton<IConfigureOptions<WorkerOptions>, BuiltInConverters>();
        services.AddOptions<WorkerOptions>().PostConfigure<IOptions<JsonSerializerOptions>>(
            (options, json) => options.Serializer ??= new JsonObjectSerializer(json.Value));

        services.AddSingleton(Pipeline);
        services.AddSingleton(_ => FunctionCatalog.Discover(_functions));
        services.AddSingleton(provider => HostJson.Read(Paths.HostJson, provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<InputBinder>();
        services.AddSingleton<FunctionExecutor>();
        services.AddSingleton<FunctionPipeline>();
        services.AddSingleton<Drain>();
        services.AddSingleton<HttpFunctions>();
        services.AddSingleton<DurableSettings>();
        services.AddSingleton<DurableFunctions>();
        services.AddHostedService<DurableEngineService>();
        if (_outbox is not null)
        {
            services.AddOutbox(_outbox);
        }

        if (Paths.StaticWeb is { } folder)
        {
            services.AddSingleton(_ => new StaticWebSite(folder));
            services.AddSingleton(provider => new StaticWebMiddleware(
                provider.GetRequiredService<StaticWebSite>(), provider.GetRequiredService<HostJson>().RoutePrefix));
        }
    }

    // What can fail for a reason of the application's happens here, when the host starts, not when it is built: see LocalHost.
    private void Compose(WebApplication application)
    {
        var catalog = application.Services.GetRequiredService<FunctionCatalog>();
        if (!HasAspNetCoreIntegration && catalog.Of<HttpFunctionTrigger>().FirstOrDefault() is { } function)
        {
            throw new StartupException(
                $"{function.Definition.EntryPoint} has an HTTP trigger: Program.cs must call ConfigureFunctionsWebApplication.");
        }

        if (application.Services.GetService<StaticWebMiddleware>() is { } web)
        {
            application.Use(web.ApplyRuleAsync);
            application.UseRouting();
            application.Use(web.ServeAsync);
        }

        application.Services.GetRequiredService<HttpFunctions>().Map(application);
        if (_outbox is not null)
        {
            OpenOutbox(application);
        }
    }

    private void OpenOutbox(WebApplication application)
    {
        try
        {
            // Opened now, not at the first message: a folder that cannot be written is whoever's who starts the host.
            _ = application.Services.GetRequiredService<OutboxStore>();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartupException(
                $"The data folder {Paths.Data} cannot be used: {failure.Message} Another process may hold it; choose another with --data.",
                failure);
        }

        application.MapOutbox();
    }
}
