using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Local.Host.Outbox;

/// <summary>Puts the outbox into a host: the services first, the routes once the host is built.</summary>
public static class OutboxExtensions
{
    public static IServiceCollection AddOutbox(this IServiceCollection services, OutboxOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(options.Faults);
        services.AddSingleton<OutboxStore>();
        services.AddSingleton<OutboxCourier>();
        services.AddSingleton<OutboxReports>();
        services.AddSingleton<ServiceRequest>();
        services.AddSingleton<EmailService>();
        services.AddSingleton<SmsService>();
        services.AddSingleton<CallEvents>();
        services.AddSingleton<CallService>();
        services.AddSingleton<OutboxFeed>();
        services.AddSingleton<OutboxPage>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxCourier>());
        services.AddHttpClient(OutboxOptions.HttpClientName, client => client.Timeout = TimeSpan.FromSeconds(10))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
        return services;
    }

    /// <summary>
    /// The services under their own paths, so that a client needs only the host's address, and the page and feed under <c>/outbox</c>.
    /// All of it is there only for this machine.
    /// </summary>
    /// <exception cref="IOException">The file of the messages cannot be opened, or another outbox has it.</exception>
    public static IEndpointRouteBuilder MapOutbox(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);

        // A data directory that cannot be used stops the start, not the first message.
        endpoints.ServiceProvider.GetRequiredService<OutboxStore>();
        var group = endpoints.MapGroup(string.Empty).AddEndpointFilter(new OutboxGate());
        group.MapPost("/emails:send", (HttpContext context, EmailService email) => email.SendAsync(context));
        group.MapGet("/emails/operations/{id}", (HttpContext context, string id, EmailService email) => email.GetOperationAsync(context, id));
        group.MapPost("/sms", (HttpContext context, SmsService sms) => sms.SendAsync(context));

        var calls = group.MapGroup("/calling/callConnections");
        calls.MapPost(string.Empty, (HttpContext context, CallService service) => service.CreateAsync(context));
        calls.MapGet("/{id}", (HttpContext context, string id, CallService service) => service.GetAsync(context, id));
        calls.MapDelete("/{id}", (HttpContext context, string id, CallService service) => service.EndAsync(context, id));
        calls.MapPost("/{id}:terminate", (HttpContext context, string id, CallService service) => service.EndAsync(context, id));
        calls.MapPost("/{id}:play", (HttpContext context, string id, CallService service) => service.PlayAsync(context, id));

        group.MapGet("/outbox.json", (HttpContext context, string? after, OutboxFeed feed) => feed.Get(context, after));
        group.MapGet("/outbox", (HttpContext context, string? before, OutboxPage page) => page.Get(context, before));
        group.MapGet("/outbox/outbox.css", (HttpContext context) => OutboxPage.GetStyle(context));
        group.MapGet("/outbox/{id}/email", (HttpContext context, string id, OutboxPage page) => page.GetEmail(context, id));
        return endpoints;
    }
}
