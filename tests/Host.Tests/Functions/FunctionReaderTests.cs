using System.Reflection;
using Local.Host.Functions;
using Local.Host.Startup;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Host.Tests.Functions;

/// <summary>What the host refuses at its start, and in which words. The methods carry no [Function], so that no host finds them.</summary>
public sealed class FunctionReaderTests
{
    [Theory]
    [InlineData(nameof(Broken.NoTrigger), "must have one parameter with a trigger, and has 0")]
    [InlineData(nameof(Broken.TwoTriggers), "must have one parameter with a trigger, and has 2")]
    [InlineData(nameof(Broken.UnknownTrigger), "has the trigger OtherTriggerAttribute, which this host does not run")]
    [InlineData(nameof(Broken.UnknownBinding), "The parameter 'blob' of Host.Tests.Functions.Broken.UnknownBinding has the binding OtherInputAttribute")]
    [InlineData(nameof(Broken.Hidden), "must be a public method")]
    [InlineData(nameof(Broken.Generic), "must be a public method without type parameters")]
    [InlineData(nameof(Broken.ByReference), "The parameter 'id' of Host.Tests.Functions.Broken.ByReference must not be passed by reference")]
    [InlineData(nameof(Broken.TriggerOfAnotherType), "must be an HttpRequest to take [HttpTrigger]")]
    [InlineData(nameof(Broken.TakesHttpContext), "take its HttpContext property, or FunctionContext.GetHttpContext()")]
    [InlineData(nameof(Broken.TakesService), "a Uri comes neither from the route nor from the query string")]
    [InlineData(nameof(Broken.MalformedRoute), "The route 'a/{b' of Host.Tests.Functions.Broken.MalformedRoute is malformed")]
    [InlineData(nameof(Broken.RootedRoute), "The route '/a' of Host.Tests.Functions.Broken.RootedRoute must not begin with '/'")]
    [InlineData(nameof(Broken.ReturnsText), "returns a String, which never reaches the client")]
    [InlineData(nameof(Broken.ReturnsTaskOfNumber), "returns a Int32, which never reaches the client")]
    [InlineData(nameof(Broken.ReturnsActionResultOfT), "which never reaches the client")]
    [InlineData(nameof(Broken.ReturnsOtherOutput), "this host knows one [HttpResult] of type IActionResult or IResult")]
    [InlineData(nameof(Broken.OrchestratorWithoutContext), "must be a TaskOrchestrationContext to take [OrchestrationTrigger]")]
    [InlineData(nameof(Broken.OrchestratorWithTwoInputs), "must have one parameter for the orchestration's input at most")]
    [InlineData(nameof(Broken.OrchestratorWithClient), "an orchestrator must not use a client")]
    [InlineData(nameof(Broken.ActivityWithService), "The parameter 'address' of Host.Tests.Functions.Broken.ActivityWithService gets no value")]
    [InlineData(nameof(Broken.ClientOfAnotherType), "must be a DurableTaskClient to take [DurableClient]")]
    public void MethodThatCannotRun_IsRefusedByName(string method, string expected)
    {
        var refused = Assert.Throws<StartupException>(() => FunctionReader.Read("Name", Method(typeof(Broken), method)));

        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        Assert.Contains($"Host.Tests.Functions.Broken.{method}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void InstanceMethodOfAbstractClass_IsRefused()
    {
        var refused = Assert.Throws<StartupException>(() => FunctionReader.Read("Name", Method(typeof(AbstractOwner), nameof(AbstractOwner.Run))));

        Assert.Contains("abstract class", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("with space")]
    [InlineData("döner")]
    public void NameTheFunctionsHostRefuses_IsRefused(string name)
    {
        var refused = Assert.Throws<StartupException>(() => FunctionReader.Read(name, Method(typeof(Sound), nameof(Sound.Get))));

        Assert.Contains("must begin with a letter", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SoundMethod_IsReadWithItsTriggerAndDefaults()
    {
        var function = FunctionReader.Read("Name", Method(typeof(Sound), nameof(Sound.Get)));

        var trigger = Assert.IsType<HttpFunctionTrigger>(function.Trigger);
        Assert.Equal("Name", trigger.Route);
        Assert.Equal(["GET"], trigger.Methods);
        Assert.Equal(5, function.Definition.Parameters.Single(parameter => parameter.Name == "page").DefaultValue);
    }

    internal static MethodInfo Method(Type type, string name) =>
        type.GetMethod(name, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance)!;
}

internal static class Sound
{
    public static void Get([HttpTrigger("get", "GET")] HttpRequest request, int page = 5)
    {
    }

    public static void OtherGet([HttpTrigger("get", Route = "Name")] HttpRequest request)
    {
    }

    public static void Post([HttpTrigger("post", Route = "name")] HttpRequest request)
    {
    }

    public static void Item([HttpTrigger("get", Route = "items/{id}")] HttpRequest request)
    {
    }

    public static void SameItem([HttpTrigger(Route = "items/{name}")] HttpRequest request)
    {
    }

    public static void NumberedItem([HttpTrigger("get", Route = "items/{id:int}")] HttpRequest request)
    {
    }

    public static Task Orchestrate([OrchestrationTrigger(Orchestration = "Work")] TaskOrchestrationContext context) => Task.CompletedTask;

    public static Task OrchestrateToo([OrchestrationTrigger(Orchestration = "work")] TaskOrchestrationContext context) => Task.CompletedTask;
}

internal abstract class AbstractOwner
{
    public void Run([HttpTrigger] HttpRequest request) => _ = GetType();
}

[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class OtherTriggerAttribute : TriggerBindingAttribute;

[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class OtherInputAttribute : InputBindingAttribute;

[AttributeUsage(AttributeTargets.Property)]
internal sealed class OtherOutputAttribute : OutputBindingAttribute;

internal sealed class TwoOutputs
{
    [HttpResult]
    public IResult? Answer { get; init; }

    [OtherOutput]
    public string? Message { get; init; }
}

internal static class Broken
{
    public static void NoTrigger(string text)
    {
    }

    public static void TwoTriggers([HttpTrigger] HttpRequest request, [ActivityTrigger] string input)
    {
    }

    public static void UnknownTrigger([OtherTrigger] string message)
    {
    }

    public static void UnknownBinding([HttpTrigger] HttpRequest request, [OtherInput] string blob)
    {
    }

    internal static void Hidden([HttpTrigger] HttpRequest request)
    {
    }

    public static void Generic<T>([HttpTrigger] HttpRequest request)
    {
    }

    public static void ByReference([HttpTrigger] HttpRequest request, ref int id)
    {
    }

    public static void TriggerOfAnotherType([HttpTrigger] string request)
    {
    }

    public static void TakesHttpContext([HttpTrigger] HttpRequest request, HttpContext http)
    {
    }

    public static void TakesService([HttpTrigger] HttpRequest request, Uri address)
    {
    }

    public static void MalformedRoute([HttpTrigger(Route = "a/{b")] HttpRequest request)
    {
    }

    public static void RootedRoute([HttpTrigger(Route = "/a")] HttpRequest request)
    {
    }

    public static string ReturnsText([HttpTrigger] HttpRequest request) => string.Empty;

    public static Task<int> ReturnsTaskOfNumber([HttpTrigger] HttpRequest request) => Task.FromResult(0);

    public static ActionResult<int> ReturnsActionResultOfT([HttpTrigger] HttpRequest request) => 0;

    public static TwoOutputs ReturnsOtherOutput([HttpTrigger] HttpRequest request) => new();

    public static Task OrchestratorWithoutContext([OrchestrationTrigger] string input) => Task.CompletedTask;

    public static Task OrchestratorWithTwoInputs([OrchestrationTrigger] TaskOrchestrationContext context, string one, string two) => Task.CompletedTask;

    public static Task OrchestratorWithClient([OrchestrationTrigger] TaskOrchestrationContext context, [DurableClient] DurableTaskClient client) =>
        Task.CompletedTask;

    public static void ActivityWithService([ActivityTrigger] string input, Uri address)
    {
    }

    public static void ClientOfAnotherType([HttpTrigger] HttpRequest request, [DurableClient] object client)
    {
    }
}
