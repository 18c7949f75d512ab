using Azure.Core.Serialization;
using Microsoft.DurableTask;

namespace Local.Host.Orchestration;

/// <summary>
/// Lets orchestrations write and read their values as the rest of the worker does: the Functions extension puts the worker's own
/// serializer in the place of the engine's default (DurableTaskExtensionStartup of Azure/azure-functions-durable-extension).
/// </summary>
internal sealed class SerializerConverter(ObjectSerializer serializer) : DataConverter
{
    public override object? Deserialize(string? data, Type targetType)
    {
        if (data is null)
        {
            return null;
        }

        using var stream = BinaryData.FromString(data).ToStream();
        return serializer.Deserialize(stream, targetType, CancellationToken.None);
    }

    public override string? Serialize(object? value) =>
        value is null ? null : serializer.Serialize(value, value.GetType(), CancellationToken.None).ToString();
}
