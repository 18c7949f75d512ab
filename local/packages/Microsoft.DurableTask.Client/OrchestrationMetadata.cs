using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Microsoft.DurableTask.Client;

/// <summary>An instance as it was when it was asked for.</summary>
public sealed class OrchestrationMetadata
{
    private const int LongestShownPayload = 50;

    public OrchestrationMetadata(string name, string instanceId)
    {
        Name = name;
        InstanceId = instanceId;
    }

    public string Name { get; }

    public string InstanceId { get; }

    /// <summary>Null when inputs and outputs were not asked for.</summary>
    public DataConverter? DataConverter { get; init; }

    public OrchestrationRuntimeStatus RuntimeStatus { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset LastUpdatedAt { get; init; }

    public string? SerializedInput { get; init; }

    public string? SerializedOutput { get; init; }

    public string? SerializedCustomStatus { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary.Create<string, string>();

    public TaskFailureDetails? FailureDetails { get; init; }

    public bool IsRunning => RuntimeStatus == OrchestrationRuntimeStatus.Running;

    public bool IsCompleted =>
        RuntimeStatus is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    /// <exception cref="InvalidOperationException">Inputs and outputs were not asked for.</exception>
    public T? ReadInputAs<T>() => Read<T>(SerializedInput);

    /// <inheritdoc cref="ReadInputAs{T}"/>
    public T? ReadOutputAs<T>() => Read<T>(SerializedOutput);

    /// <inheritdoc cref="ReadInputAs{T}"/>
    public T? ReadCustomStatusAs<T>() => Read<T>(SerializedCustomStatus);

    public override string ToString()
    {
        var input = SerializedInput is null ? string.Empty : $", Input: '{Short(SerializedInput)}'";
        var output = SerializedOutput is null ? string.Empty : $", Output: '{Short(SerializedOutput)}'";
        var failure = FailureDetails is null ? string.Empty : $", FailureDetails: '{FailureDetails.ErrorType} - {Short(FailureDetails.ErrorMessage)}'";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"[Name: '{Name}', ID: '{InstanceId}', RuntimeStatus: {RuntimeStatus}, CreatedAt: {CreatedAt:s}, LastUpdatedAt: {LastUpdatedAt:s}{input}{output}{failure}]");
    }

    private static string Short(string payload) =>
        payload.Length <= LongestShownPayload ? payload : string.Concat(payload.AsSpan(0, LongestShownPayload), "...");

    private T? Read<T>(string? payload, [CallerMemberName] string reader = "") => DataConverter is null
        ? throw new InvalidOperationException($"{reader} needs metadata that was fetched with inputs and outputs.")
        : DataConverter.Deserialize<T>(payload);
}
