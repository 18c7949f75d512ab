using Local.Durable.History;
using Microsoft.DurableTask;

namespace Local.Durable.Replay;

/// <summary>
/// One turn of an orchestrator: its code runs from the beginning over all that was recorded, which must come out the same, and then over
/// what is new. Nothing here reads a store or a clock.
/// </summary>
internal sealed class Turn
{
    private readonly Func<TaskOrchestrationContext, Task<object?>> _orchestrator;
    private readonly ExecutionIdentity _identity;
    private readonly OrchestratorEnvironment _environment;
    private readonly Action _onLateForeignWork;
    private readonly ReplayContext _context;
    private readonly List<IncomingEvent> _held = [];
    private Task<object?>? _running;
    private int _matched;
    private int _position;
    private volatile bool _isForeign;
    private volatile bool _isOver;

    /// <param name="orchestrator">The code.</param>
    /// <param name="identity">The execution.</param>
    /// <param name="environment">What the code meets.</param>
    /// <param name="onLateForeignWork">Called, on any thread, when after the turn something tries to continue the orchestrator from outside.</param>
    public Turn(
        Func<TaskOrchestrationContext, Task<object?>> orchestrator,
        ExecutionIdentity identity,
        OrchestratorEnvironment environment,
        Action onLateForeignWork)
    {
        _orchestrator = orchestrator;
        _identity = identity;
        _environment = environment;
        _onLateForeignWork = onLateForeignWork;
        _context = new ReplayContext(identity, environment, OnForeignWork);
    }

    /// <param name="past">The recorded history of the execution.</param>
    /// <param name="now">The time of the new turn.</param>
    /// <param name="fresh">What the new turn takes in, after events that <paramref name="past"/> holds for it.</param>
    public TurnResult Run(IReadOnlyList<HistoryEvent> past, DateTime now, IReadOnlyList<IncomingEvent> fresh)
    {
        try
        {
            return _context.Thread.Run(() => RunHere(past, now, fresh));
        }
        catch (NonDeterminismException difference)
        {
            return new TurnResult([], null, new Broke(new Failure(Failure.Types.NonDeterministic, difference.Message)));
        }
        finally
        {
            _isOver = true;
        }
    }

    private TurnResult RunHere(IReadOnlyList<HistoryEvent> past, DateTime now, IReadOnlyList<IncomingEvent> fresh)
    {
        foreach (var historyEvent in past)
        {
            Replay(historyEvent);
            _position++;
        }

        EnsureNothingExtra();
        _context.EndReplay();
        BeginTurn(now);
        foreach (var incoming in fresh)
        {
            Deliver(incoming);
        }

        return new TurnResult([.. _context.Done.Skip(_matched), .. _context.CanceledTimers], _context.CustomStatus, End());
    }

    private void Replay(HistoryEvent historyEvent)
    {
        switch (historyEvent)
        {
            case TurnStarted turn:
                EnsureNothingExtra();
                BeginTurn(turn.At);
                break;
            case IncomingEvent { Held: true } held:
                _held.Add(held);
                break;
            case IncomingEvent incoming:
                Deliver(incoming);
                break;
            case OutgoingEvent recorded:
                Match(recorded);
                break;
        }
    }

    private void BeginTurn(DateTime now)
    {
        _context.BeginTurn(now);
        foreach (var held in _held)
        {
            Deliver(held);
        }

        _held.Clear();
    }

    private void Deliver(IncomingEvent incoming)
    {
        switch (incoming)
        {
            case ExecutionStarted:
                _running = StartAsync();
                break;
            case EventRaised raised:
                _context.Raise(raised);
                break;
            case CompletionEvent end:
                _context.End(end);
                break;
        }

        _context.Thread.Drain();
    }

    // Awaited, not handed on: an orchestrator that ends on another thread must not be seen to end here, by chance, in time.
    private async Task<object?> StartAsync() => await _orchestrator(_context);

    private void Match(OutgoingEvent recorded)
    {
        if (_matched >= _context.Done.Count)
        {
            throw NonDeterminismException.Missing(_identity.Name, _position, recorded, _running is { IsCompleted: true });
        }

        var done = _context.Done[_matched];
        if (!NonDeterminismException.IsSame(recorded, done))
        {
            throw NonDeterminismException.Different(_identity.Name, _position, recorded, done);
        }

        _matched++;
    }

    private void EnsureNothingExtra()
    {
        if (_matched < _context.Done.Count)
        {
            throw NonDeterminismException.Extra(_identity.Name, _position, _context.Done[_matched]);
        }
    }

    private TurnEnd? End()
    {
        if (_isForeign)
        {
            return IllegalAwait();
        }

        if (_running is null)
        {
            return null;
        }

        if (!_running.IsCompleted)
        {
            return _context.CanGoOn ? null : IllegalAwait();
        }

        // As in the real product, an orchestration ends only when everything it began has ended.
        return _context.HasOpenTasks ? null : Outcome(_running);
    }

    private TurnEnd Outcome(Task<object?> ended)
    {
        try
        {
#pragma warning disable CA1849 // It has ended; awaiting it would leave the turn.
            var output = ended.GetAwaiter().GetResult();
#pragma warning restore CA1849
            if (_context.RequestedRestart is { } restart)
            {
                return new ContinuesAsNew(restart.Input, restart.Version, restart.KeepEvents ? _context.UnreadEvents : []);
            }

            var text = _environment.Converter.Serialize(output);
            return text?.Length > _environment.MaxPayloadLength
                ? throw new InvalidOperationException($"The orchestrator's output is longer than {_environment.MaxPayloadLength} characters.")
                : new Returned(Payload.Of(text));
        }
        catch (Exception failure)
        {
            return new Broke(Failure.From(failure));
        }
    }

    private static Broke IllegalAwait() => new(Failure.From(new InvalidOperationException(ReplayContext.IllegalAwait)));

    private void OnForeignWork()
    {
        if (_isOver)
        {
            _onLateForeignWork();
        }
        else
        {
            _isForeign = true;
        }
    }
}
