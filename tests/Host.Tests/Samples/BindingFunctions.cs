using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Converters;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Host.Tests.Samples;

public enum Colour
{
    Red,
    Green,
}

public sealed record Order(string Item, int Count);

/// <summary>Upper case, from the query string.</summary>
[InputConverter(typeof(ShoutConverter))]
public sealed record Shout(string Text);

public sealed class ShoutConverter : IInputConverter
{
    public ValueTask<ConversionResult> ConvertAsync(ConverterContext context) => ValueTask.FromResult(
        context?.Source is string text ? ConversionResult.Success(new Shout(text.ToUpperInvariant())) : ConversionResult.Unhandled());
}

/// <summary>One function for each thing a parameter can be bound to; each answers with what it got.</summary>
public sealed class BindingFunctions(Visit visit)
{
    [Function("Request")]
    public static IResult Request([HttpTrigger("post")] HttpRequest request) => TypedResults.Text($"{request.Method} {request.Path}");

    [Function("Text")]
    public static IResult Text([HttpTrigger("get", Route = "text/{name}")] HttpRequest request, string name) => TypedResults.Text(name);

    [Function("Number")]
    public static IResult Number([HttpTrigger("get", Route = "number/{value}")] HttpRequest request, int value) => Invariant(value);

    [Function("Long")]
    public static IResult LongValue([HttpTrigger("get", Route = "long/{value}")] HttpRequest request, long value) => Invariant(value);

    [Function("Guid")]
    public static IResult GuidValue([HttpTrigger("get", Route = "guid/{value}")] HttpRequest request, Guid value) => Invariant(value);

    [Function("Flag")]
    public static IResult Flag([HttpTrigger("get", Route = "flag/{value}")] HttpRequest request, bool value) => Invariant(value);

    [Function("Colour")]
    public static IResult Colour([HttpTrigger("get", Route = "colour/{value}")] HttpRequest request, Colour value) => Invariant(value);

    [Function("When")]
    public static IResult When([HttpTrigger("get", Route = "when/{value}")] HttpRequest request, DateTimeOffset value) =>
        TypedResults.Text(value.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));

    [Function("Maybe")]
    public static IResult Maybe([HttpTrigger("get", Route = "maybe/{value?}")] HttpRequest request, int? value) =>
        TypedResults.Text(value?.ToString(CultureInfo.InvariantCulture) ?? "nothing");

    [Function("Preset")]
    public static IResult Preset([HttpTrigger("get")] HttpRequest request, int page = 7) => Invariant(page);

    [Function("Needed")]
    public static IResult Needed([HttpTrigger("get")] HttpRequest request, int page) => Invariant(page);

    [Function("Search")]
    public static IResult Search([HttpTrigger("get", Route = "search/{term}")] HttpRequest request, string term, string? filter, string? code) =>
        TypedResults.Text($"{term}|{filter ?? "none"}|{code ?? "none"}");

    [Function("Shout")]
    public static IResult Shout([HttpTrigger("get")] HttpRequest request, Shout words) => TypedResults.Text(words?.Text ?? "silence");

    [Function("Body")]
    public static IResult Body([HttpTrigger("post")] HttpRequest request, [FromBody] Order order) =>
        TypedResults.Text(order is null ? "nothing" : $"{order.Count} x {order.Item}");

    [Function("Context")]
    public static IResult Context([HttpTrigger("get", Route = "context/{id}")] HttpRequest request, FunctionContext context)
    {
        return TypedResults.Json(new
        {
            context.FunctionDefinition.Name,
            context.FunctionDefinition.EntryPoint,
            Id = context.BindingContext.BindingData["ID"],
            Trigger = context.FunctionDefinition.InputBindings["request"].Type,
            Output = context.FunctionDefinition.OutputBindings["$return"].Type,
            SameRequest = ReferenceEquals(request, context.GetHttpContext()?.Request),
            context.TraceContext.TraceParent,
            context.RetryContext.RetryCount,
        });
    }

    [Function("Scope")]
    public IResult Scope([HttpTrigger("get")] HttpRequest request, FunctionContext context)
    {
        var same = visit == context.InstanceServices.GetRequiredService<Visit>()
            && visit == request.HttpContext.RequestServices.GetRequiredService<Visit>();
        return TypedResults.Text($"{same} {visit.Id} {visit.Disposed}");
    }

    private static ContentHttpResult Invariant(IFormattable value) => TypedResults.Text(value.ToString(null, CultureInfo.InvariantCulture));

    private static ContentHttpResult Invariant(bool value) => TypedResults.Text(value ? "yes" : "no");
}
