using System.Reflection;
using Collaborations.Health;
using Collaborations.Identifiers;
using Collaborations.Messaging;
using Microsoft.Azure.Functions.Worker;

namespace Collaborations.Tests.Processes;

/// <summary>
/// Only ids, enums, numbers and keyed digests cross into orchestrations, activities and events: a history is kept for weeks, and operators read
/// it in the portal.
/// </summary>
[Trait("Size", "Small")]
public sealed class DurableBoundaryTests
{
    /// <summary>Texts by their names: the digest of an address, and the name of another instance.</summary>
    private static readonly string[] TextsAllowed = ["EmailDigest", "Process"];

    private static IEnumerable<MethodInfo> Functions =>
        typeof(HealthFunctions).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null);

    [Fact]
    public void Inputs_and_results_of_orchestrations_and_activities_Are_ids()
    {
        var crossing = Functions.Where(method => Triggered<ActivityTriggerAttribute>(method) || Triggered<OrchestrationTriggerAttribute>(method)).ToList();
        Assert.True(crossing.Count > 20, "There are more than twenty of them; a test that finds none checks nothing.");
        Assert.Empty(crossing.SelectMany(method => Crossing(method).SelectMany(type => Offences(type, $"{method.DeclaringType!.Name}.{method.Name}"))));
    }

    [Fact]
    public void The_event_of_a_delivery_Is_an_id_and_an_outcome() => Assert.Empty(Offences(typeof(DeliveryReport), nameof(DeliveryReport)));

    [Fact]
    public void A_text_that_is_allowed_nowhere_Is_found() => Assert.Equal(["x.Email: String"], Offences(new Leak("a", Guid.Empty).GetType(), "x"));

    private static bool Triggered<T>(MethodInfo method)
        where T : Attribute => method.GetParameters().Any(parameter => parameter.GetCustomAttribute<T>() is not null);

    private static IEnumerable<Type> Crossing(MethodInfo method)
    {
        foreach (var parameter in method.GetParameters())
        {
            var isServices = parameter.ParameterType == typeof(CancellationToken)
                || parameter.ParameterType.Name == "TaskOrchestrationContext"
                || parameter.GetCustomAttribute<DurableClientAttribute>() is not null;
            if (!isServices)
            {
                yield return parameter.ParameterType;
            }
        }

        if (method.ReturnType.IsGenericType)
        {
            yield return method.ReturnType.GetGenericArguments()[0];
        }
    }

    private static IEnumerable<string> Offences(Type type, string path)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        if (value.IsEnum || value.IsPrimitive || value == typeof(Guid)
            || value.GetInterfaces().Any(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IIdentifier<>)))
        {
            return [];
        }

        if (value == typeof(string))
        {
            return TextsAllowed.Contains(path.Split('.')[^1], StringComparer.Ordinal) ? [] : [$"{path}: String"];
        }

        var properties = value.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        return value.Assembly == typeof(HealthFunctions).Assembly || value == typeof(Leak)
            ? properties.SelectMany(property => Offences(property.PropertyType, $"{path}.{property.Name}"))
            : [$"{path}: {value.Name}"];
    }

    private sealed record Leak(string Email, Guid Id);
}
