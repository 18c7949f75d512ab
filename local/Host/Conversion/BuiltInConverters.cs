using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Converters;
using Microsoft.Extensions.Options;

namespace Local.Host.Conversion;

/// <summary>The worker's own converters, in the worker's order.</summary>
internal sealed class BuiltInConverters : IConfigureOptions<WorkerOptions>
{
    public void Configure(WorkerOptions options)
    {
        options.InputConverters.Register<FromContext>();
        options.InputConverters.Register<SameType>();
        options.InputConverters.Register<GuidFromText>();
        options.InputConverters.Register<TimeFromText>();
        options.InputConverters.Register<JsonFromText>();
        options.InputConverters.Register<Cancellation>();
    }

    [SuppressMessage("Performance", "CA1812", Justification = "Made by the binder, by its registration.")]
    private sealed class FromContext : IInputConverter
    {
        public ValueTask<ConversionResult> ConvertAsync(ConverterContext context) => ValueTask.FromResult(
            context.TargetType == typeof(FunctionContext) ? ConversionResult.Success(context.FunctionContext) : ConversionResult.Unhandled());
    }

    [SuppressMessage("Performance", "CA1812", Justification = "Made by the binder, by its registration.")]
    private sealed class SameType : IInputConverter
    {
        public ValueTask<ConversionResult> ConvertAsync(ConverterContext context) => ValueTask.FromResult(
            context.TargetType.IsInstanceOfType(context.Source) ? ConversionResult.Success(context.Source) : ConversionResult.Unhandled());
    }

    [SuppressMessage("Performance", "CA1812", Justification = "Made by the binder, by its registration.")]
    private sealed class GuidFromText : IInputConverter
    {
        public ValueTask<ConversionResult> ConvertAsync(ConverterContext context) => ValueTask.FromResult(
            Bare(context.TargetType) == typeof(Guid) && context.Source is string text && Guid.TryParse(text, out var value)
                ? ConversionResult.Success(value)
                : ConversionResult.Unhandled());
    }

    // The culture is the invariant one, as on the servers of Functions: what a date in an address means must not depend on the
    // machine.
    [SuppressMessage("Performance", "CA1812", Justification = "Made by the binder, by its registration.")]
    private sealed class TimeFromText : IInputConverter
    {
        public ValueTask<ConversionResult> ConvertAsync(ConverterContext context)
        {
            var type = Bare(context.TargetType);
            var text = context.Source as string;
            if (type == typeof(DateTimeOffset) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var instant))
            {
                return ValueTask.FromResult(ConversionResult.Success(instant));
            }

            return ValueTask.FromResult(
                type == typeof(DateTime) && DateTime.TryParse(text, CultureInfo.InvariantCulture, out var time)
                    ? ConversionResult.Success(time)
                    : ConversionResult.Unhandled());
        }
    }

    /// <summary>
    /// Reads whatever is left as a JSON value: so <c>true</c> and <c>12</c> convert, and an enum's name does not, for it has no quotes.
    /// </summary>
    [SuppressMessage("Performance", "CA1812", Justification = "Made by the binder, by its registration.")]
    private sealed class JsonFromText(IOptions<WorkerOptions> options) : IInputConverter
    {
        public async ValueTask<ConversionResult> ConvertAsync(ConverterContext context)
        {
            if (context.TargetType == typeof(string) || context.Source is not string text)
            {
                return ConversionResult.Unhandled();
            }

            try
            {
                using var json = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
                var value = await options.Value.Serializer!.DeserializeAsync(json, context.TargetType, CancellationToken.None);
                return ConversionResult.Success(value);
            }
            catch (Exception wrong)
            {
                return ConversionResult.Failed(wrong);
            }
        }
    }

    [SuppressMessage("Performance", "CA1812", Justification = "Made by the binder, by its registration.")]
    private sealed class Cancellation : IInputConverter
    {
        public ValueTask<ConversionResult> ConvertAsync(ConverterContext context) => ValueTask.FromResult(
            context.TargetType == typeof(CancellationToken)
                ? ConversionResult.Success(context.FunctionContext.CancellationToken)
                : ConversionResult.Unhandled());
    }

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
