using System.Net;
using Host.Tests.Samples;
using Local.Host.Functions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Host.Tests.Http;

/// <summary>The worker's middleware around functions with an HTTP trigger.</summary>
public sealed class MiddlewareTests
{
    [Fact]
    public async Task FirstAdded_IsOutermost()
    {
        await using var application = await TestApplication.StartAsync([typeof(Stamped)], builder => builder
            .UseMiddleware(Noting("outer"))
            .UseMiddleware<StampMiddleware>()
            .UseMiddleware(Noting("inner")));

        await application.Client.GetStringAsync("/api/stamped");

        Assert.Equal(
            ["outer in", "before Stamped", "inner in", "run", "inner out", "after Stamped", "outer out"],
            application.Services.GetRequiredService<Notebook>().Lines);
    }

    [Fact]
    public async Task Items_ReachTheFunction()
    {
        await using var application = await TestApplication.StartAsync([typeof(Stamped)], builder => builder.UseMiddleware<StampMiddleware>());

        Assert.Equal("stamped Stamped", await application.Client.GetStringAsync("/api/stamped"));
    }

    [Fact]
    public async Task ResultSetInsteadOfRunning_IsTheAnswer()
    {
        await using var application = await TestApplication.StartAsync(
            [typeof(Stamped)], builder => builder.UseMiddleware<PassMiddleware>().UseMiddleware<StampMiddleware>());

        using var refused = await application.Client.GetAsync("/api/stamped");
        application.Client.DefaultRequestHeaders.Add("x-pass", "yes");
        using var let = await application.Client.GetAsync("/api/stamped");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, let.StatusCode);
        Assert.Single(application.Services.GetRequiredService<Notebook>().Lines, "run");
    }

    [Fact]
    public async Task ResultReplacedBehindTheFunction_IsTheAnswer()
    {
        await using var application = await TestApplication.StartAsync([typeof(Stamped)], builder => builder.UseMiddleware(async (context, next) =>
        {
            await next();
            Assert.IsAssignableFrom<IResult>(context.GetInvocationResult<IResult>().Value);
            context.GetInvocationResult().Value = TypedResults.Text("replaced");
        }));

        Assert.Equal("replaced", await application.Client.GetStringAsync("/api/stamped"));
    }

    [Fact]
    public async Task UseWhen_RunsForTheFunctionsThatFit()
    {
        await using var application = await TestApplication.StartAsync([typeof(Stamped), typeof(Plain)], builder => builder
            .UseWhen<StampMiddleware>(context => context.FunctionDefinition.Name == "Stamped")
            .UseWhen(context => context.FunctionDefinition.Name == "Plain", Noting("plain")));

        await application.Client.GetStringAsync("/api/plain");
        Assert.Equal(["plain in", "plain out"], application.Services.GetRequiredService<Notebook>().Lines);

        Assert.Equal("stamped Stamped", await application.Client.GetStringAsync("/api/stamped"));
    }

    [Fact]
    public async Task AddedBeforeTheWebApplication_SeesNoRequest()
    {
        var builder = FunctionsApplication.CreateBuilder(["--static-web="]);
        builder.UseMiddleware((context, next) =>
        {
            Assert.Null(context.GetHttpContext());
            return next();
        });
        builder.Services.AddSingleton<IServer, TestServer>();
        builder.Services.AddSingleton(_ => FunctionCatalog.Of(FunctionCatalog.Marked(typeof(Plain))));
        builder.ConfigureFunctionsWebApplication();
        using var host = builder.Build();
        await host.StartAsync();
        using var client = ((TestServer)host.Services.GetRequiredService<IServer>()).CreateClient();

        Assert.Equal("plain", await client.GetStringAsync("/api/plain"));
    }

    [Fact]
    public async Task Build_CanBeCalledOnce()
    {
        var builder = FunctionsApplication.CreateBuilder(["--static-web="]);
        using var host = builder.Build();

        Assert.Throws<InvalidOperationException>(() => builder.Build());
        Assert.Throws<InvalidOperationException>(() => builder.UseMiddleware((_, next) => next()));
        await host.StopAsync();
    }

    private static Func<FunctionContext, Func<Task>, Task> Noting(string name) => async (context, next) =>
    {
        var notebook = context.InstanceServices.GetRequiredService<Notebook>();
        notebook.Note($"{name} in");
        await next();
        notebook.Note($"{name} out");
    };

    public static class Stamped
    {
        [Function("Stamped")]
        public static IResult Run([HttpTrigger("get")] HttpRequest request, FunctionContext context)
        {
            context.InstanceServices.GetRequiredService<Notebook>().Note("run");
            return TypedResults.Text(context.Items.TryGetValue(StampMiddleware.Item, out var stamp) ? (string)stamp : "unstamped");
        }
    }

    public static class Plain
    {
        [Function("Plain")]
        public static IResult Run([HttpTrigger("get")] HttpRequest request) => TypedResults.Text("plain");
    }
}
