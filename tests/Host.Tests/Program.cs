using Host.Tests.Samples;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddSamples();
builder.UseMiddleware<StampMiddleware>();
builder.Build().Run();
