namespace Microsoft.DurableTask;

/// <summary>How an orchestration starts over with an empty history.</summary>
public class ContinueAsNewOptions
{
    public object? NewInput { get; set; }

    /// <summary>Whether events that were received and not yet awaited go to the next execution.</summary>
    public bool PreserveUnprocessedEvents { get; set; } = true;

    /// <summary>Null or white space keeps the version.</summary>
    public string? NewVersion { get; set; }
}
