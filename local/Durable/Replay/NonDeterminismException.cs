using Local.Durable.History;

namespace Local.Durable.Replay;

#pragma warning disable CA1064 // Never leaves the turn that throws it.
/// <summary>The orchestrator did, over its recorded history, something else than it had done. The message names the first difference.</summary>
internal sealed class NonDeterminismException : Exception
#pragma warning restore CA1064
{
    public NonDeterminismException()
    {
    }

    public NonDeterminismException(string message)
        : base(message)
    {
    }

    public NonDeterminismException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public static NonDeterminismException Missing(string orchestration, int position, OutgoingEvent recorded, bool returned) => new(
        Describe(orchestration, position, $"the history has it {DidOf(recorded)} (step {recorded.Id})")
        + (returned ? ", but the code has returned." : ", but the code does nothing more there."));

    public static NonDeterminismException Different(string orchestration, int position, OutgoingEvent recorded, OutgoingEvent done) => new(
        Describe(orchestration, position, $"the history has it {DidOf(recorded)} (step {recorded.Id}), but the code is {DidOf(done)}."));

    public static NonDeterminismException Extra(string orchestration, int position, OutgoingEvent done) => new(
        Describe(orchestration, position, $"the history has it do nothing more in that turn, but the code is {DidOf(done)} (step {done.Id})."));

    /// <summary>Whether the code did what the history says. Inputs and due times may differ, as in the real product.</summary>
    public static bool IsSame(OutgoingEvent recorded, OutgoingEvent done) => (recorded, done) switch
    {
        (TaskScheduled a, TaskScheduled b) => SameName(a.Name, b.Name),
        (ChildScheduled a, ChildScheduled b) => SameName(a.Name, b.Name),
        (EventSent a, EventSent b) => SameName(a.Name, b.Name) && a.InstanceId == b.InstanceId,
        (TimerCreated, TimerCreated) => true,
        _ => false,
    };

    private static bool SameName(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string Describe(string orchestration, int position, string difference) =>
        $"Non-deterministic orchestrator '{orchestration}': at event {position} of its history, {difference}";

    private static string DidOf(OutgoingEvent done) => done switch
    {
        TaskScheduled task => $"calling the activity '{task.Name}'",
        ChildScheduled child => $"calling the sub-orchestrator '{child.Name}'",
        EventSent sent => $"sending the event '{sent.Name}' to '{sent.InstanceId}'",
        TimerCreated => "creating a timer",
        _ => done.GetType().Name,
    };
}
