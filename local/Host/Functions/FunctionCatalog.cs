using System.Reflection;
using Local.Host.Startup;
using Microsoft.Azure.Functions.Worker;

namespace Local.Host.Functions;

/// <summary>The functions of an assembly, all of them known to be runnable.</summary>
internal sealed class FunctionCatalog
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private FunctionCatalog(IReadOnlyList<LocalFunction> functions) => Functions = functions;

    public IReadOnlyList<LocalFunction> Functions { get; }

    public IEnumerable<LocalFunction> Of<TTrigger>()
        where TTrigger : FunctionTrigger => Functions.Where(function => function.Trigger is TTrigger);

    /// <exception cref="StartupException">A function cannot be run; the message names every such method and says why.</exception>
    public static FunctionCatalog Discover(Assembly assembly) => Of(assembly.GetTypes().SelectMany(Marked));

    /// <summary>The methods of a type that are marked as functions, with their names.</summary>
    public static IEnumerable<(string Name, MethodInfo Method)> Marked(Type type) =>
        from method in type.GetMethods(Declared)
        let attribute = method.GetCustomAttribute<FunctionAttribute>()
        where attribute is not null
        select (attribute.Name, method);

    /// <inheritdoc cref="Discover"/>
    public static FunctionCatalog Of(IEnumerable<(string Name, MethodInfo Method)> methods)
    {
        var problems = new List<string>();
        var functions = new List<LocalFunction>();
        foreach (var (name, method) in methods)
        {
            try
            {
                functions.Add(FunctionReader.Read(name, method));
            }
            catch (StartupException problem)
            {
                problems.Add(problem.Message);
            }
        }

        problems.AddRange(Clashes(functions, function => function.Name, "is named"));
        problems.AddRange(Clashes(functions, function => function.Definition.EntryPoint, "is the method"));
        problems.AddRange(Clashes(functions, OrchestrationName, "is the orchestration"));
        problems.AddRange(Clashes(functions, ActivityName, "is the activity"));
        problems.AddRange(RouteClashes.In(functions));
        return problems.Count == 0
            ? new FunctionCatalog(functions)
            : throw new StartupException(string.Join(Environment.NewLine, problems.Distinct()));
    }

    private static string? OrchestrationName(LocalFunction function) => (function.Trigger as OrchestrationFunctionTrigger)?.Orchestration;

    private static string? ActivityName(LocalFunction function) => (function.Trigger as ActivityFunctionTrigger)?.Activity;

    private static IEnumerable<string> Clashes(List<LocalFunction> functions, Func<LocalFunction, string?> key, string what) =>
        from function in functions
        group function by key(function)?.ToUpperInvariant() into same
        where same.Key is not null && same.Skip(1).Any()
        let methods = same.Select(function => function.Definition.EntryPoint).Order(StringComparer.Ordinal)
        select $"More than one function {what} '{key(same.First())}': {string.Join(", ", methods)}.";
}
