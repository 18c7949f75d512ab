using System.Collections.Concurrent;
using System.Diagnostics;
using Local.Durable.History;
using Local.Durable.Instances;
using Local.Durable.Tracing;

namespace Local.Durable.Activities;

/// <summary>
/// Runs the activities that committed steps have scheduled, a bounded number at a time. What is under way is known here only: after a crash
/// the records still say "scheduled", and it runs again.
/// </summary>
internal sealed class ActivityRunner(Engine engine) : IDisposable
{
    private readonly ConcurrentDictionary<(string Execution, int Id), Work> _underWay = new();
    private readonly SemaphoreSlim _slots = new(engine.Options.MaxConcurrentActivities);

    /// <summary>Lets the activity run; does nothing when it is under way already.</summary>
    public void Begin(InstanceState state, TaskScheduled activity)
    {
        if (engine.IsStopping || _underWay.ContainsKey((state.ExecutionId, activity.Id)))
        {
            return;
        }

        var work = new Work(state.InstanceId, state.ExecutionId, activity, state.Trace);
        if (_underWay.TryAdd(work.Key, work))
        {
            engine.Busy.Begin();
            ThreadPool.UnsafeQueueUserWorkItem(static run => _ = run.Runner.RunAsync(run.Work), (Runner: this, Work: work), preferLocal: false);
        }
    }

    /// <summary>The execution has ended: what has not begun need not.</summary>
    public void Abandon(string executionId, IEnumerable<TaskScheduled> activities)
    {
        foreach (var activity in activities)
        {
            if (_underWay.TryGetValue((executionId, activity.Id), out var work))
            {
                work.IsAbandoned = true;
            }
        }
    }

    public void Dispose() => _slots.Dispose();

    private async Task RunAsync(Work work)
    {
        try
        {
            await _slots.WaitAsync(engine.Stopping);
            QueueAge.ActivityTaken(work.Scheduled);
            CompletionEvent? end;
            try
            {
                end = work.IsAbandoned ? null : await CallAsync(work);
            }
            finally
            {
                _slots.Release();
            }

            if (end is not null)
            {
                var message = new ActivityEndedMessage(work.ExecutionId, end);
                engine.Instances.Post(work.InstanceId, message);

                // Until the result is stored a reload of the instance would take the activity for one that has to be run.
                await message.Done;
            }
        }
        catch (OperationCanceledException) when (engine.IsStopping)
        {
            engine.Log.ActivityInterrupted(work.InstanceId, work.Activity.Name, work.Activity.Id);
        }
        catch (Exception failure)
        {
            engine.Log.ActivityResultLost(failure, work.InstanceId, work.Activity.Name, work.Activity.Id);
        }
        finally
        {
            _underWay.TryRemove(work.Key, out _);
            engine.Busy.End();
        }
    }

    private async Task<CompletionEvent> CallAsync(Work work)
    {
        var (id, name) = (work.Activity.Id, work.Activity.Name);
        if (!engine.Registry.TryGetActivity(name, out var run))
        {
            var version = string.IsNullOrEmpty(work.Activity.Version) ? string.Empty : $" with version '{work.Activity.Version}'";
            return new TaskFailed(
                id, new Failure(Failure.Types.ActivityNotFound, $"No activity task named '{name}'{version} was found.", IsNonRetriable: true));
        }

        var call = new ActivityCall(
            name,
            work.InstanceId,
            id,
            string.IsNullOrEmpty(work.Activity.Version) ? null : work.Activity.Version,
            work.Activity.Input?.Text,
            engine.Options.DataConverter,
            engine.Stopping);
        using var span = EngineTrace.Runs(work.Trace, work.InstanceId, work.Activity);
        try
        {
            var output = engine.Options.DataConverter.Serialize(await run(call));
            return output?.Length > engine.Options.MaxPayloadLength
                ? throw new InvalidOperationException($"The activity's output is longer than {engine.Options.MaxPayloadLength} characters.")
                : new TaskCompleted(id, Payload.Of(output));
        }
        catch (OperationCanceledException) when (engine.Stopping.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure)
        {
            engine.Log.ActivityFailed(failure, work.InstanceId, name, id);
            var described = Failure.From(failure);
            EngineTrace.Failed(span, described);
            return new TaskFailed(id, described);
        }
    }

    private sealed class Work(string instanceId, string executionId, TaskScheduled activity, ExecutionTrace? trace)
    {
        private volatile bool _isAbandoned;

        public string InstanceId { get; } = instanceId;

        public string ExecutionId { get; } = executionId;

        public TaskScheduled Activity { get; } = activity;

        public ExecutionTrace? Trace { get; } = trace;

        public long Scheduled { get; } = Stopwatch.GetTimestamp();

        public (string Execution, int Id) Key => (ExecutionId, Activity.Id);

        public bool IsAbandoned
        {
            get => _isAbandoned;
            set => _isAbandoned = value;
        }
    }
}
