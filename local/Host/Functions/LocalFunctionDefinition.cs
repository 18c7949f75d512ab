using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Local.Host.Functions;

/// <summary>How a function shows itself to middleware.</summary>
internal sealed class LocalFunctionDefinition : FunctionDefinition
{
    /// <summary>The binding of a returned value, and its type, in the metadata of the Functions host.</summary>
    public const string ReturnBinding = "$return";
    public const string HttpBindingType = "http";
    private const string DurableClientBindingType = "durableClient";

    public LocalFunctionDefinition(LocalFunction function, string name)
    {
        Name = name;
        EntryPoint = $"{function.Method.DeclaringType!.FullName}.{function.Method.Name}";
        PathToAssembly = function.Method.Module.FullyQualifiedName;
        Parameters =
        [
            .. function.Parameters.Select(parameter => new FunctionParameter(
                parameter.Name!,
                parameter.ParameterType,
                parameter.HasDefaultValue,
                parameter.HasDefaultValue ? parameter.DefaultValue : null)),
        ];
        InputBindings = function.Parameters
            .Select(parameter => (parameter.Name, Type: InputType(function, parameter)))
            .Where(binding => binding.Type is not null)
            .Select(BindingMetadata (binding) => new Binding(binding.Name!, binding.Type!, BindingDirection.In))
            .ToImmutableDictionary(binding => binding.Name);
        OutputBindings = OutputNames(function)
            .Select(BindingMetadata (output) => new Binding(output, HttpBindingType, BindingDirection.Out))
            .ToImmutableDictionary(binding => binding.Name);
    }

    public override ImmutableArray<FunctionParameter> Parameters { get; }

    public override string PathToAssembly { get; }

    public override string EntryPoint { get; }

    /// <summary>Names are unique in an application and stay the same, so the name serves as the id.</summary>
    public override string Id => Name;

    public override string Name { get; }

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; }

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings { get; }

    private static string? InputType(LocalFunction function, ParameterInfo parameter) =>
        parameter == function.TriggerParameter ? function.Trigger.BindingType
        : parameter.IsDefined(typeof(DurableClientAttribute)) ? DurableClientBindingType
        : null;

    private static IEnumerable<string> OutputNames(LocalFunction function)
    {
        if (function.Trigger is not HttpFunctionTrigger)
        {
            return [];
        }

        return function.OutputProperties is { Count: > 0 } properties ? properties.Select(property => property.Name) : [ReturnBinding];
    }

    private sealed class Binding(string name, string type, BindingDirection direction) : BindingMetadata
    {
        public override string Name => name;

        public override string Type => type;

        public override BindingDirection Direction => direction;
    }
}
