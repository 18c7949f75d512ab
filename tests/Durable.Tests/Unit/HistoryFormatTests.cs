using System.Buffers;
using System.Text;
using Local.Durable.History;

namespace Durable.Tests.Unit;

/// <summary>The stored form of a history. What stands here must be readable for ever: a line is added, never changed.</summary>
public static class HistoryFormatTests
{
    private static readonly DateTime At = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly string Long = new('x', Payload.InlineLength + 1);

    private static readonly (HistoryEvent Event, string Line)[] Lines =
    [
        (new TurnStarted(At), """{"e":"turn","at":"2026-03-02T09:00:00Z"}"""),
        (new ExecutionStarted("Order", "1.0", new Payload("\"chair\"")), """{"e":"started","name":"Order","version":"1.0","input":"\"chair\""}"""),
        (new EventRaised("Paid", null) { Held = true }, """{"e":"event","name":"Paid","held":true}"""),
        (new TaskCompleted(3, new Payload("5")), """{"e":"done","result":"5","id":3}"""),
        (new TaskFailed(3, new Failure("T", "m", "s", new Failure("I", "n"), true)),
            """{"e":"failed","failure":{"type":"T","message":"m","stack":"s","inner":{"type":"I","message":"n","isNonRetriable":false},"isNonRetriable":true},"id":3}"""),
        (new TimerFired(4), """{"e":"fired","id":4}"""),
        (new ChildCompleted(5, null), """{"e":"child-done","id":5}"""),
        (new ChildFailed(5, new Failure("T", "m")), """{"e":"child-failed","failure":{"type":"T","message":"m","isNonRetriable":false},"id":5}"""),
        (new TaskScheduled(0, "Pack", "", new Payload("1")) { Tags = new Dictionary<string, string> { ["a"] = "b" } },
            """{"e":"task","name":"Pack","version":"","input":"1","tags":{"a":"b"},"id":0}"""),
        (new TimerCreated(1, At), """{"e":"timer","fireAt":"2026-03-02T09:00:00Z","id":1}"""),
        (new ChildScheduled(2, "child", "Deliver", "", null), """{"e":"child","instanceId":"child","name":"Deliver","version":"","id":2}"""),
        (new EventSent(3, "other", "Paid", new Payload("\"ö\"")), """{"e":"sent","instanceId":"other","name":"Paid","data":"\"ö\"","id":3}"""),
        (new TimerCanceled(1), """{"e":"timer-canceled","id":1}"""),
        (new ExecutionSuspended("why"), """{"e":"suspended","reason":"why"}"""),
        (new ExecutionResumed(null), """{"e":"resumed"}"""),
        (new ExecutionEnded(InstanceStatus.Completed), """{"e":"ended","status":"Completed"}"""),
        (new ExecutionEnded(InstanceStatus.Completed) { Noted = At }, """{"e":"ended","status":"Completed","noted":"2026-03-02T09:00:00Z"}"""),
        (new EventRaised("Paid", null) { Held = true, Noted = At }, """{"e":"event","name":"Paid","held":true,"noted":"2026-03-02T09:00:00Z"}"""),
    ];

    [Trait("Size", "Small")]
    public sealed class Write
    {
        [Fact]
        public void EachEvent_IsOneLineOfItsForm()
        {
            foreach (var (historyEvent, line) in Lines)
            {
                Assert.Equal(line + "\n", Written(historyEvent));
            }
        }

        [Fact]
        public void LongPayload_IsTheNameOfItsBlob()
        {
            var payload = new Payload(Long);
            Assert.True(payload.NeedsBlob);

            payload.WrittenTo("id/payload/hash");

            Assert.False(payload.NeedsBlob);
            Assert.Equal("""{"e":"event","name":"Paid","data":{"blob":"id/payload/hash"}}""" + "\n", Written(new EventRaised("Paid", payload)));
        }
    }

    [Trait("Size", "Small")]
    public sealed class Read
    {
        [Fact]
        public void EachLine_IsTheEventThatWasWritten()
        {
            var all = Encoding.UTF8.GetBytes(string.Concat(Lines.Select(line => line.Line + "\n")));

            var read = HistorySerializer.Read(all).ToList();

            Assert.Equal(Lines.Select(line => line.Event.GetType()), read.Select(historyEvent => historyEvent.GetType()));
            Assert.Equal(Lines.Select(line => line.Line + "\n"), read.Select(Written));
        }

        [Fact]
        public void LineThatBreaksOff_IsDamage() =>
            Assert.Throws<InvalidDataException>(() => HistorySerializer.Read("""{"e":"turn","at":"2026-0"""u8.ToArray()).ToList());
    }

    [Trait("Size", "Small")]
    public sealed class Store
    {
        [Fact]
        public void TailBeyondItsBound_IsSealed()
        {
            var history = new InstanceHistory();
            var payload = new Payload(new string('x', Payload.InlineLength));
            while (history.Store() is null)
            {
                history.Append(new EventRaised("Paid", payload));
            }

            Assert.InRange(history.Tail.Length, InstanceHistory.TailBound + 1, InstanceHistory.TailBound + (2 * Payload.InlineLength));
            var sealedLines = history.Tail.ToArray();
            history.Seal("hash");
            history.Append(new TurnStarted(At));
            Assert.Null(history.Store());

            var again = InstanceHistory.Load(history.Chunks, [sealedLines], history.Tail.ToArray());

            Assert.Equal(history.Events.Select(Written), again.Events.Select(Written));
            Assert.Equal(At, again.LastTurn);
        }
    }

    private static string Written(HistoryEvent historyEvent)
    {
        var lines = new ArrayBufferWriter<byte>();
        HistorySerializer.Append(lines, historyEvent);
        return Encoding.UTF8.GetString(lines.WrittenSpan);
    }
}
