using Collaborations;
using Collaborations.Http;
using Collaborations.Operating;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

if (args is [OperatorCommands.Name, .. var command])
{
    var console = new OperatorConsole(Host.CreateApplicationBuilder().Configuration, Console.In, Console.Out);
    return await OperatorCommands.RunAsync(command, console, CancellationToken.None);
}

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<ApiMiddleware>();
builder.Services.AddCollaborations(builder.Configuration);
await builder.Build().RunAsync();
return OperatorCommands.Good;
