using Microsoft.AspNetCore.Http;

namespace Local.Host.Outbox;

/// <summary>
/// The call service and the called person in one: it rings, somebody answers at once, hears what is played, and stays on the line until
/// the caller hangs up. Calls live in memory, so none outlives the process; what was said in them stands in the outbox.
/// </summary>
internal sealed class CallService(ServiceRequest requests, OutboxStore store, OutboxOptions options, CallEvents events)
{
    /// <summary>The service's own code for a call it does not know, and for one that is not in the state for a request.</summary>
    private const string CallNotFound = "8522";
    private const string NotEstablished = "8501";

    /// <summary>The sub code of a text that cannot be spoken, and of one that is empty.</summary>
    private const int SpeechFailed = 8565;
    private const int NothingToSay = 8582;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, PhoneCall> _calls = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PhoneCall> _byRequest = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<PhoneCall> _oldest = new();

    public async Task<IResult> CreateAsync(HttpContext context)
    {
        var (refusal, request) = await requests.AdmitAsync<CreateCallRequest>(context);
        if (refusal is not null || request is null)
        {
            return refusal ?? ServiceAnswer.BadRequest("The body is missing.");
        }

        if (request.Fault() is { } fault)
        {
            return ServiceAnswer.BadRequest(fault);
        }

        var key = RequestKey(context);
        lock (_gate)
        {
            if (key is null || !_byRequest.TryGetValue(key, out var call))
            {
                call = Add(request, key);
                Afterwards(context, () => Ring(call));
            }

            return Results.Json(call.Describe(), statusCode: StatusCodes.Status201Created);
        }
    }

    public async Task<IResult> GetAsync(HttpContext context, string id)
    {
        var (refusal, _) = await requests.AdmitAsync(context);
        lock (_gate)
        {
            return refusal ?? (Find(id) is { } call ? Results.Json(call.Describe()) : NotFound());
        }
    }

    public async Task<IResult> PlayAsync(HttpContext context, string id)
    {
        var (refusal, request) = await requests.AdmitAsync<PlayRequest>(context);
        if (refusal is not null || request is null)
        {
            return refusal ?? ServiceAnswer.BadRequest("The body is missing.");
        }

        if (request.Fault() is { } fault)
        {
            return ServiceAnswer.BadRequest(fault);
        }

        lock (_gate)
        {
            if (Find(id) is not { } call)
            {
                return NotFound();
            }

            if (call.State != CallState.Connected)
            {
                return ServiceAnswer.Error(
                    StatusCodes.Status400BadRequest,
                    NotEstablished,
                    "Nothing can be played before the call is connected.");
            }

            Play(context, call, request);
            return Results.Json(new { operationContext = request.OperationContext }, statusCode: StatusCodes.Status202Accepted);
        }
    }

    /// <summary>Hangs up, by either of the service's two ways: with one person called, leaving the call ends it too.</summary>
    public async Task<IResult> EndAsync(HttpContext context, string id)
    {
        var (refusal, _) = await requests.AdmitAsync(context);
        if (refusal is not null)
        {
            return refusal;
        }

        var key = RequestKey(context);
        lock (_gate)
        {
            if (_calls.GetValueOrDefault(id) is { State: CallState.Ended, EndKey: { } endKey } && endKey == key)
            {
                return Results.NoContent();
            }

            if (Find(id) is not { } call)
            {
                return NotFound();
            }

            call.State = CallState.Ended;
            call.EndKey = key;
            RecordOnce(call, Outcome.Delivered);
            Afterwards(context, () => events.Disconnected(call));
            return Results.NoContent();
        }
    }

    private static IResult NotFound() => ServiceAnswer.Error(StatusCodes.Status404NotFound, CallNotFound, "The call is not known, or over.");

    private static string? RequestKey(HttpContext context) =>
        context.Request.Headers["Repeatability-Request-ID"].ToString() is { Length: > 0 } key ? key : null;

    /// <summary>Events follow the answer, so that who asked knows the call by then.</summary>
    private static void Afterwards(HttpContext context, Action action) => context.Response.OnCompleted(() =>
    {
        action();
        return Task.CompletedTask;
    });

    private PhoneCall? Find(string id) => _calls.TryGetValue(id, out var call) && call.State != CallState.Ended ? call : null;

    private PhoneCall Add(CreateCallRequest request, string? key)
    {
        var target = request.Targets![0];
        var call = new PhoneCall(target.Address()!, new Uri(request.CallbackUri!), request.OperationContext)
        {
            Target = target,
            CallerId = request.SourceCallerIdNumber,
            Source = request.Source,
            SourceDisplayName = request.SourceDisplayName,
            RequestKey = key,
        };
        _calls[call.Id] = call;
        if (key is not null)
        {
            _byRequest[key] = call;
        }

        _oldest.Enqueue(call);
        if (_oldest.Count > options.Capacity)
        {
            var forgotten = _oldest.Dequeue();
            _calls.Remove(forgotten.Id);
            if (forgotten.RequestKey is { } old)
            {
                _byRequest.Remove(old);
            }
        }

        return call;
    }

    private void Ring(PhoneCall call)
    {
        lock (_gate)
        {
            var outcome = options.Faults.ForCall(call.To);
            if (outcome is Outcome.Unanswered or Outcome.Busy)
            {
                call.State = CallState.Ended;
                RecordOnce(call, outcome);
                events.NotConnected(call, outcome);
            }
            else
            {
                call.State = CallState.Connected;
                events.Connected(call);
            }
        }
    }

    private void Play(HttpContext context, PhoneCall call, PlayRequest request)
    {
        var spoken = request.Spoken();
        if (string.IsNullOrWhiteSpace(spoken))
        {
            Afterwards(context, () => events.NotPlayed(call, request, NothingToSay, "There is nothing to say."));
            return;
        }

        if (options.Faults.ForCall(call.To) == Outcome.Mute)
        {
            RecordOnce(call, Outcome.Mute);
            Afterwards(context, () => events.NotPlayed(call, request, SpeechFailed, "The text could not be turned into speech."));
            return;
        }

        Record(call, Outcome.Delivered, spoken);
        Afterwards(context, () =>
        {
            events.Playing(call, request);
            if (request.PlayOptions is not { Loop: true })
            {
                events.Played(call, request);
            }
        });
    }

    /// <summary>A call in which nothing was said is shown too, once it is over.</summary>
    private void RecordOnce(PhoneCall call, Outcome outcome)
    {
        if (!call.IsRecorded)
        {
            Record(call, outcome, spoken: null);
        }
    }

    private void Record(PhoneCall call, Outcome outcome, string? spoken)
    {
        call.IsRecorded = true;
        store.Append(null, now =>
        [
            new OutboxRecord(
                new OutboxMessage(Guid.CreateVersion7(now).ToString(), OutboxMessage.Call, call.To, now.UtcDateTime, Spoken: spoken),
                outcome,
                Reference: call.Id),
        ]);
    }
}
