using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Local.Host.Invocation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Converters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Local.Host.Conversion;

/// <summary>
/// Finds the value of each parameter, in the order of the isolated worker: the converter that the parameter or its type names,
/// then the registered converters until one takes the value. What none takes becomes the parameter's default, or null.
/// </summary>
internal sealed class InputBinder(IServiceProvider services, IOptions<WorkerOptions> options)
{
    private readonly Lazy<IReadOnlyList<IInputConverter>> _registered =
        new(() => [.. options.Value.InputConverters.Select(type => (IInputConverter)ActivatorUtilities.CreateInstance(services, type))]);

    private readonly ConcurrentDictionary<Type, IInputConverter> _named = new();
    private readonly ConcurrentDictionary<ParameterInfo, Type?> _nameOf = new();

    /// <exception cref="FunctionInputConverterException">A value does not convert, or a parameter that needs one has none.</exception>
    public async ValueTask<object?[]> BindAsync(LocalFunctionContext context)
    {
        var parameters = context.Function.Parameters;
        var values = new object?[parameters.Count];
        List<string>? errors = null;
        for (var index = 0; index < values.Length; index++)
        {
            var parameter = parameters[index];
            var source = Source(context, parameter.Name!);
            var result = await ConvertAsync(context, parameter, source);
            switch (result.Status)
            {
                case ConversionStatus.Succeeded:
                    values[index] = result.Value;
                    break;
                case ConversionStatus.Failed:
                    (errors ??= []).Add($"'{parameter.Name}' does not convert to {parameter.ParameterType}: {result.Error!.Message}");
                    break;
                case ConversionStatus.Unhandled when parameter.HasDefaultValue:
                    values[index] = parameter.DefaultValue;
                    break;
                case ConversionStatus.Unhandled when TakesNull(parameter.ParameterType):
                    break;
                default:
                    (errors ??= []).Add($"'{parameter.Name}' got no value, and {parameter.ParameterType} needs one.");
                    break;
            }
        }

        return errors is null
            ? values
            : throw new FunctionInputConverterException(
                $"The input of function '{context.Function.Name}' cannot be bound: {string.Join(' ', errors)}");
    }

    private static bool TakesNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    private static object? Source(LocalFunctionContext context, string name) =>
        context.Bindings.InputData.TryGetValue(name, out var input) ? input : context.Bindings.TriggerMetadata.GetValueOrDefault(name);

    private async ValueTask<ConversionResult> ConvertAsync(LocalFunctionContext context, ParameterInfo parameter, object? source)
    {
        var conversion = new Conversion(context, parameter.ParameterType, source);
        if (_nameOf.GetOrAdd(parameter, NamedConverter) is { } named)
        {
            var converter = _named.GetOrAdd(named, type => (IInputConverter)ActivatorUtilities.CreateInstance(services, type));
            var result = await converter.ConvertAsync(conversion);
            if (result.Status != ConversionStatus.Unhandled)
            {
                return result;
            }
        }

        foreach (var converter in _registered.Value)
        {
            var result = await converter.ConvertAsync(conversion);
            if (result.Status != ConversionStatus.Unhandled)
            {
                return result;
            }
        }

        return ConversionResult.Unhandled();
    }

    private static Type? NamedConverter(ParameterInfo parameter) =>
        (parameter.GetCustomAttributes<InputConverterAttribute>().FirstOrDefault()
            ?? parameter.ParameterType.GetCustomAttributes<InputConverterAttribute>().FirstOrDefault())?.ConverterType;

    private sealed class Conversion(FunctionContext context, Type targetType, object? source) : ConverterContext
    {
        public override Type TargetType => targetType;

        public override object? Source => source;

        public override FunctionContext FunctionContext => context;

        public override IReadOnlyDictionary<string, object> Properties => ImmutableDictionary<string, object>.Empty;
    }
}
