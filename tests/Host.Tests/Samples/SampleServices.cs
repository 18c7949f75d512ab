using Microsoft.Extensions.DependencyInjection;

namespace Host.Tests.Samples;

/// <summary>A service of one invocation; says whether it has been disposed.</summary>
public sealed class Visit : IDisposable
{
    public bool Disposed { get; private set; }

    public Guid Id { get; } = Guid.NewGuid();

    public void Dispose() => Disposed = true;
}

/// <summary>What functions and middleware note down for a test to read, or to wait for.</summary>
public sealed class Notebook
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private readonly List<(string Line, TaskCompletionSource Written)> _readers = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    public void Note(string line)
    {
        lock (_gate)
        {
            _lines.Add(line);
            foreach (var (_, written) in _readers.FindAll(reader => reader.Line == line))
            {
                written.TrySetResult();
            }
        }
    }

    /// <summary>Ends when the line has been written.</summary>
    public Task HasAsync(string line)
    {
        lock (_gate)
        {
            if (_lines.Contains(line))
            {
                return Task.CompletedTask;
            }

            var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _readers.Add((line, written));
            return written.Task;
        }
    }
}

internal static class SampleServices
{
    public static IServiceCollection AddSamples(this IServiceCollection services) =>
        services.AddSingleton<Notebook>().AddSingleton<Gate>().AddScoped<Visit>();
}
