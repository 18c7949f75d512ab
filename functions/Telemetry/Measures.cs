using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using Collaborations.Invitations;
using Collaborations.Messaging;
using Collaborations.Verification;

namespace Collaborations.Telemetry;

/// <summary>
/// What operators ask for, counted where the record of it is written. Only counts of what happens and times that it took: instances are many and come and go, so
/// none of them says how many there are of anything; sums over all of them do. Labels are enums, codes of refusals and countries, never an id.
/// </summary>
public sealed class Measures
{
    public const string MeterName = "Collaborations";

    /// <summary>Label: what came of it. The code of a refusal, or one of the words below.</summary>
    private const string Outcome = "outcome";
    private const string Kind = "kind";
    private const string Step = "step";
    private const string Channel = "channel";
    private const string Country = "country";

    /// <summary>Nothing was refused.</summary>
    private const string Good = "good";

    private static readonly InstrumentAdvice<double> WaitBounds = new() { HistogramBucketBoundaries = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10] };
    private static readonly InstrumentAdvice<double> AgeBounds = new() { HistogramBucketBoundaries = [0.1, 0.5, 1, 2, 5, 15, 60, 300, 1800, 7200, 86400] };

    private readonly TimeProvider _clock;
    private readonly Counter<long> _invitationEvents;
    private readonly Counter<long> _stepsEntered;
    private readonly Counter<long> _stepsLeft;
    private readonly Counter<long> _codesSent;
    private readonly Counter<long> _codesAnswered;
    private readonly Counter<long> _deliveries;
    private readonly Counter<long> _signIns;
    private readonly Histogram<double> _hashWaits;
    private readonly Counter<long> _hashRefusals;
    private readonly Histogram<double> _queueAges;
    private readonly Counter<long> _lateSteps;

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The factory owns what it makes.")]
    public Measures(IMeterFactory meters, TimeProvider clock)
    {
        _clock = clock;
        var meter = meters.Create(MeterName);
        _invitationEvents = meter.CreateCounter<long>("collaborations.invitations.events", "{event}", "What happens to invitations, as their timelines have it");
        _stepsEntered = meter.CreateCounter<long>("collaborations.registrations.entered", "{registration}", "Registrations that came to a step, or to an end");
        _stepsLeft = meter.CreateCounter<long>("collaborations.registrations.left", "{registration}", "Registrations that left a step; what entered and has not left waits there");
        _codesSent = meter.CreateCounter<long>("collaborations.codes.sent", "{code}", "Codes by text and call that were handed over to be sent, or could not be");
        _codesAnswered = meter.CreateCounter<long>("collaborations.codes.answered", "{answer}", "Answers to such codes, right and wrong");
        _deliveries = meter.CreateCounter<long>("collaborations.deliveries", "{report}", "What became of emails, texts and calls, by the reports of who carried them");
        _signIns = meter.CreateCounter<long>("collaborations.sign_ins", "{try}", "Tries to sign in, right and wrong");
        _hashWaits = meter.CreateHistogram("collaborations.passwords.wait", "s", "How long a password waited for its turn to be hashed", tags: null, WaitBounds);
        _hashRefusals = meter.CreateCounter<long>("collaborations.passwords.refused", "{password}", "Passwords that were sent away because too many waited");
        _queueAges = meter.CreateHistogram("collaborations.queue.age", "s", "From the moment when work was due, by its record, to the moment when it was taken up", tags: null, AgeBounds);
        _lateSteps = meter.CreateCounter<long>("collaborations.steps.late", "{step}", "Steps that were answered before what follows from them was seen to happen");
    }

    /// <summary>An invitation was written: what its timeline got, and the step that it came to.</summary>
    /// <param name="before">Null where it is new.</param>
    /// <param name="after">As it is written.</param>
    public void InvitationChanged(Invitation? before, Invitation after)
    {
        if (_invitationEvents.Enabled || _stepsEntered.Enabled || _stepsLeft.Enabled)
        {
            CountChange(before, after);
        }
    }

    /// <param name="challenge">Whose code.</param>
    /// <param name="delivery">What came of handing it over.</param>
    public void CodeSent(Challenge challenge, CodeDelivery delivery)
    {
        if (_codesSent.Enabled)
        {
            _codesSent.Add(1, Label(Channel, challenge.Channel), CountryOf(challenge), Label(Outcome, delivery));
        }
    }

    /// <param name="challenge">Whose code was answered.</param>
    /// <param name="refusal">Null where the answer was right.</param>
    public void CodeAnswered(Challenge challenge, Refusal? refusal)
    {
        if (_codesAnswered.Enabled)
        {
            _codesAnswered.Add(1, Label(Channel, challenge.Channel), CountryOf(challenge), OutcomeOf(refusal));
        }
    }

    public void DeliveryReported(DeliveryOutcome outcome)
    {
        if (_deliveries.Enabled)
        {
            _deliveries.Add(1, Label(Outcome, outcome));
        }
    }

    /// <param name="way">With what.</param>
    /// <param name="refusal">Null where it was right.</param>
    public void SignInTried(SignInWay way, Refusal? refusal)
    {
        if (_signIns.Enabled)
        {
            _signIns.Add(1, Label("way", way), OutcomeOf(refusal));
        }
    }

    /// <param name="wait">Until its turn.</param>
    public void HashWaited(TimeSpan wait) => _hashWaits.Record(wait.TotalSeconds);

    public void HashRefused() => _hashRefusals.Add(1);

    /// <param name="work">What is taken up.</param>
    /// <param name="due">Since when it could have been, by its record.</param>
    public void Taken(QueuedWork work, DateTimeOffset due)
    {
        if (_queueAges.Enabled)
        {
            _queueAges.Record((_clock.GetUtcNow() - due).TotalSeconds, Label("work", work));
        }
    }

    public void StepLate() => _lateSteps.Add(1);

    private void CountChange(Invitation? before, Invitation after)
    {
        var kind = Label(Kind, after.Kind);
        var last = before is { Timeline: [.., var end] } ? end : null;
        foreach (var added in after.Timeline.Reverse().TakeWhile(one => !ReferenceEquals(one, last)))
        {
            _invitationEvents.Add(1, kind, Label("event", added.Kind));
        }

        var (left, entered) = (before is null ? (RegistrationStage?)null : Recorded(before), Recorded(after));
        if (left == entered)
        {
            return;
        }

        _stepsEntered.Add(1, kind, Label(Step, entered));
        if (left is { } step)
        {
            _stepsLeft.Add(1, kind, Label(Step, step));
        }
    }

    // By the record alone: that a link has run out by the clock is counted when that is written.
    private static RegistrationStage Recorded(Invitation invitation) => invitation.StageAt(invitation.SentAt);

    private static KeyValuePair<string, object?> Label<T>(string name, T value)
        where T : struct, Enum => new(name, value.ToString());

    private static KeyValuePair<string, object?> OutcomeOf(Refusal? refusal) => new(Outcome, refusal?.Code ?? Good);

    private static KeyValuePair<string, object?> CountryOf(Challenge challenge) => new(Country, PhoneNumber.CountryOf(challenge.Phone));
}
