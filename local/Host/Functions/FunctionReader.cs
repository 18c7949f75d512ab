using System.Reflection;
using System.Text.RegularExpressions;
using Local.Host.Startup;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Converters;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Local.Host.Functions;

/// <summary>
/// Reads one function from its method. What the isolated worker would accept and then silently not do (a parameter that stays
/// null, a result that never reaches the client) is refused here, so that it is found before it is deployed.
/// </summary>
internal static partial class FunctionReader
{
    /// <exception cref="StartupException">The method cannot be run as a function; the message names it.</exception>
    public static LocalFunction Read(string name, MethodInfo method)
    {
        var entryPoint = $"{method.DeclaringType!.FullName}.{method.Name}";
        Require(
            FunctionName().IsMatch(name),
            $"The function name '{name}' of {entryPoint} must begin with a letter and hold letters, digits, '-' and '_', 128 at most.");
        Require(
            method.IsPublic && !method.ContainsGenericParameters,
            $"{entryPoint} must be a public method without type parameters to be the function '{name}'.");
        Require(
            method.IsStatic || !method.DeclaringType.IsAbstract,
            $"{entryPoint} is an instance method of an abstract class, so no instance of the function '{name}' can be made.");

        var triggers = method.GetParameters().Where(parameter => parameter.IsDefined(typeof(TriggerBindingAttribute))).ToList();
        Require(triggers.Count == 1, $"{entryPoint} must have one parameter with a trigger, and has {triggers.Count}.");
        var trigger = triggers[0];
        var function = new LocalFunction(name, method, Trigger(name, entryPoint, trigger), trigger);
        foreach (var parameter in function.Parameters)
        {
            Check(function, parameter);
        }

        CheckResult(function);
        return function;
    }

    // The rule of the Functions host for names.
    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9_-]{0,127}$")]
    private static partial Regex FunctionName();

    private static FunctionTrigger Trigger(string name, string entryPoint, ParameterInfo parameter) =>
        parameter.GetCustomAttribute<TriggerBindingAttribute>() switch
        {
            HttpTriggerAttribute http => HttpTrigger(name, entryPoint, http),
            OrchestrationTriggerAttribute orchestration => new OrchestrationFunctionTrigger(orchestration.Orchestration ?? name),
            ActivityTriggerAttribute activity => new ActivityFunctionTrigger(activity.Activity ?? name),
            var other => throw new StartupException($"{entryPoint} has the trigger {other!.GetType().Name}, which this host does not run."),
        };

    private static HttpFunctionTrigger HttpTrigger(string name, string entryPoint, HttpTriggerAttribute attribute)
    {
        var route = attribute.Route ?? name;
        try
        {
            Require(
                !route.StartsWith('/'), $"The route '{route}' of {entryPoint} must not begin with '/': it stands behind the route prefix.");
            _ = RoutePatternFactory.Parse(route);
        }
        catch (RoutePatternException problem)
        {
            throw new StartupException($"The route '{route}' of {entryPoint} is malformed: {problem.Message}", problem);
        }

        return new HttpFunctionTrigger(route, [.. (attribute.Methods ?? []).Select(method => method.ToUpperInvariant()).Distinct()]);
    }

    private static void Check(LocalFunction function, ParameterInfo parameter)
    {
        var what = $"The parameter '{parameter.Name}' of {function.Definition.EntryPoint}";
        Require(!parameter.ParameterType.IsByRef, $"{what} must not be passed by reference.");
        var type = parameter.ParameterType;
        if (parameter.GetCustomAttributes<BindingAttribute>().FirstOrDefault(other => other is not TriggerBindingAttribute) is { } binding)
        {
            Require(binding is DurableClientAttribute, $"{what} has the binding {binding.GetType().Name}, which this host does not know.");
            Require(type == typeof(DurableTaskClient), $"{what} must be a {nameof(DurableTaskClient)} to take [DurableClient].");
            Require(
                function.Trigger is not OrchestrationFunctionTrigger,
                $"{what}: an orchestrator must not use a client; it has its context.");
            return;
        }

        if (type == typeof(FunctionContext) || type == typeof(CancellationToken))
        {
            return;
        }

        switch (function.Trigger)
        {
            case HttpFunctionTrigger:
                CheckHttp(function, parameter, what);
                break;
            case OrchestrationFunctionTrigger when parameter == function.TriggerParameter:
                Require(
                    type == typeof(TaskOrchestrationContext),
                    $"{what} must be a {nameof(TaskOrchestrationContext)} to take [OrchestrationTrigger].");
                break;
            case OrchestrationFunctionTrigger:
                Require(
                    InputsOf(function).Count() == 1,
                    $"{function.Definition.EntryPoint} must have one parameter for the orchestration's input at most.");
                break;
            case ActivityFunctionTrigger when parameter != function.TriggerParameter:
                Require(
                    type == typeof(string) && string.Equals(parameter.Name, "instanceId", StringComparison.OrdinalIgnoreCase),
                    $"{what} gets no value: beside its input an activity takes FunctionContext, CancellationToken, [DurableClient] "
                    + "and 'string instanceId'; services come by the constructor.");
                break;
        }
    }

    private static void CheckHttp(LocalFunction function, ParameterInfo parameter, string what)
    {
        var type = parameter.ParameterType;
        if (parameter == function.TriggerParameter)
        {
            Require(type == typeof(HttpRequest), $"{what} must be an {nameof(HttpRequest)} to take [HttpTrigger].");
            return;
        }

        Require(
            type != typeof(HttpContext),
            $"{what} gets no value: the worker binds {nameof(HttpRequest)}; "
            + "take its HttpContext property, or FunctionContext.GetHttpContext().");
        Require(
            type.IsValueType || type == typeof(string) || type == typeof(HttpRequest)
                || parameter.IsDefined(typeof(InputConverterAttribute)) || type.IsDefined(typeof(InputConverterAttribute)),
            $"{what} gets no value: a {type.Name} comes neither from the route nor from the query string; "
            + "mark it [FromBody], or take it by the constructor.");
    }

    private static void CheckResult(LocalFunction function)
    {
        if (function.Trigger is not HttpFunctionTrigger)
        {
            return;
        }

        var result = FunctionResult.TypeOf(function.Method);
        if (function.OutputProperties.Count > 0)
        {
            Require(
                function.OutputProperties is [var property]
                    && property.IsDefined(typeof(HttpResultAttribute)) && IsHttpResult(property.PropertyType),
                $"{function.Definition.EntryPoint} returns a {result.Name}: of its output properties this host knows one [HttpResult] "
                + "of type IActionResult or IResult.");
            return;
        }

        Require(
            result == typeof(void) || result == typeof(object) || IsHttpResult(result),
            $"{function.Definition.EntryPoint} returns a {result.Name}, which never reaches the client: "
            + "return an IActionResult or an IResult, such as TypedResults.Ok(...).");
    }

    private static bool IsHttpResult(Type type) => typeof(IActionResult).IsAssignableFrom(type) || typeof(IResult).IsAssignableFrom(type);

    private static IEnumerable<ParameterInfo> InputsOf(LocalFunction function) =>
        from parameter in function.Parameters
        where parameter != function.TriggerParameter
        where parameter.ParameterType != typeof(FunctionContext) && parameter.ParameterType != typeof(CancellationToken)
        select parameter;

    private static void Require(bool condition, string problem)
    {
        if (!condition)
        {
            throw new StartupException(problem);
        }
    }
}
