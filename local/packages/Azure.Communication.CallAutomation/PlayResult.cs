namespace Azure.Communication.CallAutomation;

/// <summary>The service has taken what to play. How it went is told by <see cref="PlayCompleted"/> or <see cref="PlayFailed"/>.</summary>
public class PlayResult
{
    internal PlayResult()
    {
    }
}
