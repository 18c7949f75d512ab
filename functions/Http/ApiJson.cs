using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Collaborations.Http;

/// <summary>How bodies are written and read: camelCase, enums by name, nothing for null; a member that the contract does not have is refused (ASVS 5.0, 15.3.3).</summary>
public static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = Create(new DefaultJsonTypeInfoResolver());

    /// <summary>The same for what comes in: what is not nullable has to be there, or it would be null, zero or false without anybody having said so.</summary>
    public static JsonSerializerOptions BodyOptions { get; } = Create(new DefaultJsonTypeInfoResolver().WithAddedModifier(RequireParameters));

    private static void RequireParameters(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AssociatedParameter is { HasDefaultValue: false } parameter)
            {
                property.IsRequired = parameter.ParameterType.IsValueType ? Nullable.GetUnderlyingType(parameter.ParameterType) is null : !parameter.IsNullable;
            }
        }
    }

    private static JsonSerializerOptions Create(IJsonTypeInfoResolver resolver)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.Strict,
            RespectNullableAnnotations = true,
            TypeInfoResolver = resolver,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.MakeReadOnly();
        return options;
    }
}
