using Azure.Core.Serialization;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>How the worker reads and writes the values of bindings.</summary>
public class WorkerOptions
{
    /// <summary>
    /// Reads route and query values and the inputs of activities. Left null it becomes a <see cref="JsonObjectSerializer"/>
    /// over the configured <see cref="System.Text.Json.JsonSerializerOptions"/>, which ignore the case of property names.
    /// </summary>
    public ObjectSerializer? Serializer { get; set; }

    public InputConverterCollection InputConverters { get; } = new();
}
