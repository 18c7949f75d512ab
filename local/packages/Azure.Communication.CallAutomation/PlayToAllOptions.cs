namespace Azure.Communication.CallAutomation;

/// <summary>What is played to everyone in the call.</summary>
public class PlayToAllOptions
{
    public PlayToAllOptions(PlaySource playSource)
        : this([playSource])
    {
    }

    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public PlayToAllOptions(IEnumerable<PlaySource> playSources)
    {
        ArgumentNullException.ThrowIfNull(playSources);
        PlaySources = [.. playSources];
    }

    public IReadOnlyList<PlaySource> PlaySources { get; }

    /// <inheritdoc cref="PlayOptions.Loop"/>
    public bool Loop { get; set; }

    /// <inheritdoc cref="PlayOptions.OperationContext"/>
    public string? OperationContext { get; set; }

    /// <inheritdoc cref="PlayOptions.OperationCallbackUri"/>
    public Uri? OperationCallbackUri { get; set; }

    /// <summary>True stops what is being played; false waits until it has ended.</summary>
    public bool InterruptCallMediaOperation { get; set; }
}
