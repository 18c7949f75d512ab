using Microsoft.DurableTask;

namespace Local.Durable;

/// <summary>One attempt at an activity. The same call is made again after a crash, so what it does must bear a repeat.</summary>
public sealed class ActivityCall
{
    private readonly DataConverter _converter;

    internal ActivityCall(
        string name, string instanceId, int taskId, string? version, string? serializedInput, DataConverter converter, CancellationToken stopping)
    {
        Name = name;
        InstanceId = instanceId;
        TaskId = taskId;
        Version = version;
        SerializedInput = serializedInput;
        CancellationToken = stopping;
        _converter = converter;
    }

    public string Name { get; }

    /// <summary>The id of the orchestration that called.</summary>
    public string InstanceId { get; }

    /// <summary>
    /// The call's position among everything its orchestration scheduled in the present execution, from 0. The same when the call is
    /// repeated after a crash; another when a retry policy makes a new attempt.
    /// </summary>
    public int TaskId { get; }

    /// <summary>Null when the call is unversioned.</summary>
    public string? Version { get; }

    public string? SerializedInput { get; }

    /// <summary>Cancelled when the engine stops. An activity that ends by it counts as not run and is run again at the next start.</summary>
    public CancellationToken CancellationToken { get; }

    public T? GetInput<T>() => _converter.Deserialize<T>(SerializedInput);

    public object? GetInput(Type type) => _converter.Deserialize(SerializedInput, type);
}
