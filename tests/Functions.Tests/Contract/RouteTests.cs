using System.Reflection;
using System.Text.RegularExpressions;
using Collaborations.Health;
using Microsoft.Azure.Functions.Worker;

namespace Collaborations.Tests.Contract;

/// <summary>The contract and the functions name the same operations: what is promised is there, and what is there is promised.</summary>
[Trait("Size", "Small")]
public sealed partial class RouteTests
{
    [Fact]
    public void Every_operation_of_the_contract_Is_one_function_and_every_function_one_operation()
    {
        var routes =
            from type in typeof(HealthFunctions).Assembly.GetTypes()
            from method in type.GetMethods()
            where method.GetCustomAttribute<FunctionAttribute>() is not null
            from parameter in method.GetParameters()
            let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
            where trigger is not null
            from verb in trigger.Methods!
            select $"{verb.ToUpperInvariant()} /{Constraint().Replace(trigger.Route!, "}")}";

        Assert.Equal(OpenApiContract.Current.Operations.Order(StringComparer.Ordinal), routes.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(":[a-z]+}")]
    private static partial Regex Constraint();
}
