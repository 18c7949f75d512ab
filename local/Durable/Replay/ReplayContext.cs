using System.Globalization;
using Local.Durable.History;
using Local.Durable.Storage;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace Local.Durable.Replay;

/// <summary>The context of one run over a history: it hands out what the history holds and notes what the orchestrator does.</summary>
internal sealed partial class ReplayContext : TaskOrchestrationContext
{
    internal const string IllegalAwait =
        "The orchestrator awaited, or was continued by, something that is not in its history (such as Task.Delay, Task.Run, an HTTP call or "
        + "ConfigureAwait(false)). An orchestrator may await only what its context gives; such work belongs in an activity.";

    private readonly ExecutionIdentity _identity;
    private readonly OrchestratorEnvironment _environment;
    private readonly ExternalEvents _events;
    private int _guids;

    public ReplayContext(ExecutionIdentity identity, OrchestratorEnvironment environment, Action onForeignWork)
    {
        _identity = identity;
        _environment = environment;
        _events = new ExternalEvents(environment.Converter);
        Thread = new TurnSynchronizationContext(onForeignWork);
    }

    public override TaskName Name => new(_identity.Name);

    public override string InstanceId => _identity.InstanceId;

    public override ParentOrchestrationInstance? Parent => _identity.Parent;

    public override DateTime CurrentUtcDateTime => _now;

    public override bool IsReplaying => _isReplaying;

    public override string Version => _identity.Version;

    protected override ILoggerFactory LoggerFactory => _environment.LoggerFactory;

    public override T? GetInput<T>()
        where T : default
    {
        EnsureTurnThread();
        return _environment.Converter.Deserialize<T>(_identity.Input?.Text);
    }

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        EnsureTurnThread();
        ThrowIfOptions(input, options);
        ArgumentException.ThrowIfNullOrEmpty(name.Name, nameof(name));
        var serialized = Serialize(input);
        var version = options?.Version?.Version ?? Version;
        return ResultAsync<TResult>(Attempts.RunAsync(
            this, name, options?.Retry, () => Begin(id => new TaskScheduled(id, name.Name, version, serialized) { Tags = Copy(options?.Tags) })));
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        EnsureTurnThread();
        ThrowIfOptions(input, options);
        ArgumentException.ThrowIfNullOrEmpty(orchestratorName.Name, nameof(orchestratorName));
        var serialized = Serialize(input);
        var instanceId = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        InstanceKey.EnsureLegal(instanceId);
        var version = options?.Version?.Version ?? _environment.DefaultVersion;
        return ResultAsync<TResult>(Attempts.RunAsync(
            this,
            orchestratorName,
            options?.Retry,
            () => Begin(id => new ChildScheduled(id, instanceId, orchestratorName.Name, version, serialized) { Tags = Copy(options?.Tags) })));
    }

    public override async Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        EnsureTurnThread();
        var timer = Begin(id => new TimerCreated(id, fireAt.ToUniversalTime()));
        using var registration = cancellationToken.Register(() => CancelTimer(timer, cancellationToken));
        await timer.Ended;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        EnsureTurnThread();
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return _events.WaitAsync<T>(eventName, IsTurnThreadElseReport, cancellationToken);
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        EnsureTurnThread();
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        _done.Add(new EventSent(_done.Count, instanceId, eventName, Serialize(payload)));
    }

    public override void SetCustomStatus(object? customStatus)
    {
        EnsureTurnThread();
        _customStatus = Serialize(customStatus);
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(new ContinueAsNewOptions { NewInput = newInput, PreserveUnprocessedEvents = preserveUnprocessedEvents });

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        EnsureTurnThread();
        ArgumentNullException.ThrowIfNull(options);
        var version = string.IsNullOrWhiteSpace(options.NewVersion) ? Version : options.NewVersion;
        _restart = new Restart(Serialize(options.NewInput), version, options.PreserveUnprocessedEvents);
    }

    /// <remarks>Made from the execution's id, which no other execution has, and not from the clock, which may stand still.</remarks>
    public override Guid NewGuid()
    {
        EnsureTurnThread();
        return DeterministicGuid.From(string.Create(CultureInfo.InvariantCulture, $"{_identity.ExecutionId}/{_guids++}"));
    }

    private static Dictionary<string, string>? Copy(IDictionary<string, string>? tags) =>
        tags is null || tags.Count == 0 ? null : new Dictionary<string, string>(tags);

    // Options given as the input compile, because the input is any object; they are never meant.
    private static void ThrowIfOptions(object? input, TaskOptions? options)
    {
        if (input is TaskOptions && options is null)
        {
            throw new ArgumentException("TaskOptions were given as the input. Were they meant as the options?", nameof(input));
        }
    }

    private async Task<TResult> ResultAsync<TResult>(Task<CompletionEvent> attempts)
    {
        var result = await attempts switch
        {
            TaskCompleted completed => completed.Result,
            ChildCompleted completed => completed.Result,
            var end => throw new InvalidOperationException($"A call cannot end with {end.GetType().Name}."),
        };
        return _environment.Converter.Deserialize<TResult>(result?.Text)!;
    }

    private Payload? Serialize(object? value)
    {
        var text = _environment.Converter.Serialize(value);
        return text?.Length > _environment.MaxPayloadLength
            ? throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A value of {text.Length} characters was to be stored; the most is {_environment.MaxPayloadLength}. Keep it elsewhere and pass its id."),
                nameof(value))
            : Payload.Of(text);
    }

    private void EnsureTurnThread()
    {
        if (!Thread.IsTurnThread)
        {
            throw new InvalidOperationException(IllegalAwait);
        }
    }
}
