using Collaborations.Telemetry;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;

namespace Collaborations.Tests.Telemetry;

[Trait("Size", "Small")]
public sealed class LogCleanerTests
{
    [Fact]
    public void Failure_StaysWithItsTypesAndFramesAndWithoutItsWords()
    {
        using var exported = new Kept();
        using (var loggers = LoggerFactory.Create(logging => logging.AddOpenTelemetry(options => options.AddProcessor(new LogCleaner()).AddProcessor(exported))))
        {
            loggers.CreateLogger("any").LogError(Thrown(), "It failed");
        }

        var failure = Assert.Single(exported.Failures);
        Assert.Equal("AggregateException: InvalidOperationException", failure.Message);
        Assert.Contains(nameof(Thrown), failure.StackTrace!, StringComparison.Ordinal);
        Assert.DoesNotContain("anna", failure.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    private static AggregateException Thrown()
    {
        try
        {
            throw new AggregateException("anna@example.org was refused", new InvalidOperationException("+12025550123 is no number of Anna's"));
        }
        catch (AggregateException failure)
        {
            return failure;
        }
    }

    private sealed class Kept : OpenTelemetry.BaseProcessor<LogRecord>
    {
        public List<Exception> Failures { get; } = [];

        public override void OnEnd(LogRecord data)
        {
            if (data.Exception is { } failure)
            {
                Failures.Add(failure);
            }
        }
    }
}
