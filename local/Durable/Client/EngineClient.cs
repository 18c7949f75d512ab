using Local.Durable.History;
using Local.Durable.Instances;
using Local.Durable.Storage;
using Local.Durable.Tracing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Local.Durable.Client;

/// <summary>The client of an engine in the same process. What it has asked for is durable when its tasks end.</summary>
internal sealed partial class EngineClient(Engine engine, Func<bool> isRunning) : DurableTaskClient(engine.Options.TaskHub)
{
    private const int MostTagCharacters = 8_192;

    private static readonly IReadOnlySet<InstanceStatus> AllStatuses = Enum.GetValues<InstanceStatus>().ToHashSet();

    // As Durable Functions does unless host.json says otherwise: an instance that has ended gives way.
    private static readonly IReadOnlySet<InstanceStatus> ReplaceableByDefault = AllStatuses.Where(status => status.HasEnded()).ToHashSet();

    private DataConverter Converter => engine.Options.DataConverter;

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        EnsureRunning();
        ArgumentException.ThrowIfNullOrEmpty(orchestratorName.Name, nameof(orchestratorName));
        var instanceId = options?.InstanceId ?? Guid.NewGuid().ToString("N");
        InstanceKey.EnsureLegal(instanceId);
        var version = options?.Version?.Version ?? engine.Options.DefaultVersion ?? string.Empty;
        using var span = EngineTrace.Creates(orchestratorName.Name, version, instanceId);
        var request = new StartRequest(orchestratorName.Name, version, Serialize(input, nameof(input)))
        {
            TraceParent = span?.Id,
            Tags = CopyTags(options?.Tags),
            StartAt = options?.StartAt?.ToUniversalTime(),
        };
        var start = new StartMessage(request, Replaceable(options?.DedupeStatuses));
        if (!await AskAsync(instanceId, start, cancellation))
        {
            throw new global::DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException(
                $"An Orchestration instance with the ID {instanceId} already exists.");
        }

        return instanceId;
    }

    public override async Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        using var span = EngineTrace.Raises(eventName, instanceId);
        await TellAsync(instanceId, new RaiseMessage(eventName, Serialize(eventPayload, nameof(eventPayload))), cancellation);
    }

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        TellAsync(instanceId, new TerminateMessage(Serialize(options?.Output, nameof(options)), options?.Recursive ?? false), cancellation);

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        TellAsync(instanceId, new SuspendMessage(reason), cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        TellAsync(instanceId, new ResumeMessage(reason), cancellation);

    public override async Task<string> RestartAsync(
        string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellation = default)
    {
        EnsureRunning();
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        if (restartWithNewInstanceId)
        {
            var original = await engine.Store.LoadHeaderAsync(instanceId, withPayloads: true) ?? throw NotFound(instanceId);
            var newId = Guid.NewGuid().ToString("N");
            var request = new StartRequest(original.Name, original.Version, Payload.Of(original.Input?.Text)) { Tags = original.Tags };
            await AskAsync(newId, new StartMessage(request, ReplaceableByDefault), cancellation);
            return newId;
        }

        return await AskAsync(instanceId, new RestartMessage(), cancellation) switch
        {
            RestartOutcome.NotFound => throw NotFound(instanceId),
            RestartOutcome.NotEnded => throw new InvalidOperationException(
                $"An orchestration with the instanceId {instanceId} cannot be restarted: it has not ended."),
            _ => instanceId,
        };
    }

    public override async Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        await WaitAsync(instanceId, status => status != InstanceStatus.Pending, getInputsAndOutputs, cancellation);

    public override async Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        await WaitAsync(instanceId, status => status.HasEnded(), getInputsAndOutputs, cancellation);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static ArgumentException NotFound(string instanceId) => new($"An orchestration with the instanceId {instanceId} was not found.");

    /// <exception cref="ArgumentException">A status has no such name, or the new instance would stand in its own way.</exception>
    private static IReadOnlySet<InstanceStatus> Replaceable(IReadOnlyList<string>? dedupeStatuses)
    {
        if (dedupeStatuses is null)
        {
            return ReplaceableByDefault;
        }

        var dedupe = dedupeStatuses.Select(name => Enum.TryParse<OrchestrationRuntimeStatus>(name, ignoreCase: true, out var status)
            ? InstanceStatuses.FromRuntimeStatus(status)
            : throw new ArgumentException($"Invalid orchestration runtime status: '{name}' for deduplication.", nameof(dedupeStatuses))).ToHashSet();
        var replaceable = AllStatuses.Where(status => !dedupe.Contains(status)).ToHashSet();
        return dedupe.Contains(InstanceStatus.Terminated) && replaceable.Any(status => !status.HasEnded())
            ? throw new ArgumentException(
                "A running instance that may be replaced is terminated first, so Terminated cannot be among the statuses that stand in the way.",
                nameof(dedupeStatuses))
            : replaceable;
    }

    private static Dictionary<string, string>? CopyTags(IReadOnlyDictionary<string, string>? tags)
    {
        if (tags is null || tags.Count == 0)
        {
            return null;
        }

        return tags.Sum(tag => tag.Key.Length + tag.Value.Length) <= MostTagCharacters
            ? new Dictionary<string, string>(tags)
            : throw new ArgumentException($"Tags of more than {MostTagCharacters} characters.", nameof(tags));
    }

    private async Task<OrchestrationMetadata> WaitAsync(
        string instanceId, Func<InstanceStatus, bool> isReached, bool withPayloads, CancellationToken cancellation)
    {
        EnsureRunning();
        ArgumentException.ThrowIfNullOrEmpty(instanceId);

        // Watching begins before the look at the store, so no commit falls between the two.
        using var watcher = engine.Watchers.Watch(instanceId, isReached, state => ToMetadata(state, withPayloads));
        var stored = await engine.Store.LoadHeaderAsync(instanceId, withPayloads);
        if (stored is not null && isReached(stored.Status))
        {
            return ToMetadata(stored, withPayloads);
        }

        return await Task.WhenAny(watcher.Reached, engine.Ended).WaitAsync(cancellation) == watcher.Reached
            ? await watcher.Reached
            : throw new DurableEngineException("The durable engine has stopped.");
    }

    private Payload? Serialize(object? value, string name)
    {
        var text = Converter.Serialize(value);
        return text?.Length > engine.Options.MaxPayloadLength
            ? throw new ArgumentException(
                $"The value has {text.Length} characters when serialized; the most is {engine.Options.MaxPayloadLength}.", name)
            : Payload.Of(text);
    }

    private async Task<T> AskAsync<T>(string instanceId, Question<T> question, CancellationToken cancellation)
    {
        engine.Instances.Post(instanceId, question);
        await EndAsync(question.Answer, cancellation);
        return await question.Answer;
    }

    private async Task TellAsync(string instanceId, Message message, CancellationToken cancellation)
    {
        EnsureRunning();
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        engine.Instances.Post(instanceId, message);
        await EndAsync(message.Done, cancellation);
        await message.Done;
    }

    // What was asked of an engine that has ended since may or may not have been done; nobody is left to say.
    private async Task EndAsync(Task answer, CancellationToken cancellation)
    {
        await Task.WhenAny(answer, engine.Ended).WaitAsync(cancellation);
        if (!answer.IsCompleted)
        {
            throw new DurableEngineException("The durable engine has stopped.");
        }
    }

    private void EnsureRunning()
    {
        if (!isRunning() || engine.Faulted.IsCompleted)
        {
            throw new InvalidOperationException("The durable engine is not running.");
        }
    }
}
