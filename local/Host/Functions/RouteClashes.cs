using Microsoft.AspNetCore.Routing.Patterns;

namespace Local.Host.Functions;

/// <summary>
/// Finds functions between which no request can tell: the same template but for the names of its parameters, and a method in common.
/// </summary>
internal static class RouteClashes
{
    public static IEnumerable<string> In(IReadOnlyList<LocalFunction> functions)
    {
        var routes = functions
            .Where(function => function.Trigger is HttpFunctionTrigger)
            .Select(function => (Function: function, Trigger: (HttpFunctionTrigger)function.Trigger))
            .Select(route => (route.Function, route.Trigger, Shape: Shape(route.Trigger.Route)))
            .ToList();
        for (var left = 0; left < routes.Count; left++)
        {
            for (var right = left + 1; right < routes.Count; right++)
            {
                if (routes[left].Shape == routes[right].Shape && Meet(routes[left].Trigger.Methods, routes[right].Trigger.Methods))
                {
                    yield return $"Requests to '{routes[right].Trigger.Route}' fit two functions: "
                        + $"{routes[left].Function.Definition.EntryPoint} and {routes[right].Function.Definition.EntryPoint}.";
                }
            }
        }
    }

    private static bool Meet(IReadOnlyList<string> left, IReadOnlyList<string> right) =>
        left.Count == 0 || right.Count == 0 || left.Intersect(right).Any();

    private static string Shape(string template)
    {
        var pattern = RoutePatternFactory.Parse(template);
        return string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => Shape(part)))));
    }

    private static string Shape(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content.ToUpperInvariant(),
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => Shape(parameter),
        _ => string.Empty,
    };

    private static string Shape(RoutePatternParameterPart parameter)
    {
        var constraints = string.Join(':', parameter.ParameterPolicies.Select(policy => policy.Content));
        return $"{{{(parameter.IsCatchAll ? "*" : string.Empty)}:{constraints}{(parameter.IsOptional ? "?" : string.Empty)}}}";
    }
}
