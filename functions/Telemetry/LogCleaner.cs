using System.Diagnostics.CodeAnalysis;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Collaborations.Telemetry;

/// <summary>
/// Takes the sentences out of the exceptions that lines carry, before anything is sent: a service that refuses an address may repeat it. What
/// failed and where stays: the types, the outermost first, and the frames.
/// </summary>
public sealed class LogCleaner : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        if (data.Exception is { } failure and not ShapeOfFailure)
        {
            data.Exception = new ShapeOfFailure(failure);
        }
    }

    /// <returns>Types only: <c>AggregateException: RequestFailedException</c>.</returns>
    private static string Types(Exception? failure)
    {
        var types = new List<string>();
        for (; failure is not null; failure = failure.InnerException)
        {
            types.Add(failure.GetType().Name);
        }

        return string.Join(": ", types);
    }

    [SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Nobody throws it.")]
    private sealed class ShapeOfFailure(Exception failure) : Exception(Types(failure))
    {
        // Names of methods and lines of ours and of the packages.
        public override string? StackTrace => failure.StackTrace;
    }
}
