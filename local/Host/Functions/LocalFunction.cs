using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Local.Host.Functions;

/// <summary>One function of the application: its method, what starts it, and what its result is bound to.</summary>
internal sealed class LocalFunction
{
    public LocalFunction(string name, MethodInfo method, FunctionTrigger trigger, ParameterInfo triggerParameter)
    {
        Method = method;
        Trigger = trigger;
        Parameters = method.GetParameters();
        // The one of this list: reflection gives others to each of two callers who ask for the first time at once, and they are compared by reference.
        TriggerParameter = Parameters[triggerParameter.Position];
        OutputProperties = trigger is HttpFunctionTrigger ? OutputsOf(FunctionResult.TypeOf(method)) : [];
        Definition = new LocalFunctionDefinition(this, name);
    }

    public MethodInfo Method { get; }

    public FunctionTrigger Trigger { get; }

    public ParameterInfo TriggerParameter { get; }

    public IReadOnlyList<ParameterInfo> Parameters { get; }

    /// <summary>The properties that carry the results of a function with several; empty where the returned value is the result.</summary>
    public IReadOnlyList<PropertyInfo> OutputProperties { get; }

    public FunctionDefinition Definition { get; }

    public string Name => Definition.Name;

    private static PropertyInfo[] OutputsOf(Type result) =>
        [.. result.GetProperties().Where(property => property.GetCustomAttributes<OutputBindingAttribute>().Any())];
}
