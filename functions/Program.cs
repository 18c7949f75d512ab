using Collaborations;
using Collaborations.Http;
using Collaborations.Operating;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

if (args is [OperatorCommands.Name, .. var command])
{
    return await OperatorCommands.RunAsync(command, Host.CreateApplicationBuilder().Configuration, Console.Out, CancellationToken.None);
}

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<ApiMiddleware>();
builder.Services.AddCollaborations(builder.Configuration);
await builder.Build().RunAsync();
return OperatorCommands.Good;
