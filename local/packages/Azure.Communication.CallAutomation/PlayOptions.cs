namespace Azure.Communication.CallAutomation;

/// <summary>What is played to some of those in the call.</summary>
public class PlayOptions
{
    public PlayOptions(PlaySource playSource, IEnumerable<CommunicationIdentifier> playTo)
        : this([playSource], playTo)
    {
    }

    /// <exception cref="ArgumentNullException">A parameter is null.</exception>
    public PlayOptions(IEnumerable<PlaySource> playSources, IEnumerable<CommunicationIdentifier> playTo)
    {
        ArgumentNullException.ThrowIfNull(playSources);
        ArgumentNullException.ThrowIfNull(playTo);
        PlaySources = [.. playSources];
        PlayTo = [.. playTo];
    }

    public IReadOnlyList<PlaySource> PlaySources { get; }

    public IReadOnlyList<CommunicationIdentifier> PlayTo { get; }

    /// <summary>True repeats the sources until the call ends.</summary>
    public bool Loop { get; set; }

    /// <summary>Comes back in the events that answer this request; a new one is made where it is null.</summary>
    public string? OperationContext { get; set; }

    /// <summary>Where the events of this request go instead of the call's own callback address.</summary>
    public Uri? OperationCallbackUri { get; set; }
}
