using Collaborations;
using Collaborations.Http;
using Collaborations.Operating;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

if (args is [OperatorCommands.Name, .. var command])
{
    var console = new OperatorConsole(Host.CreateApplicationBuilder().Configuration, Console.In, Console.Out);
    using var stop = new CancellationTokenSource();
    Console.CancelKeyPress += (_, pressed) =>
    {
        // The first time it is stopped in order, so that no half backup is left behind; the second time the process ends.
        pressed.Cancel = !stop.IsCancellationRequested;
        stop.Cancel();
    };
    return await OperatorCommands.RunAsync(command, console, stop.Token);
}

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<ApiMiddleware>();
builder.Services.AddCollaborations(builder.Configuration);
await builder.Build().RunAsync();
return OperatorCommands.Good;
