namespace Azure.Communication.CallAutomation;

public class CallIntelligenceOptions
{
    /// <summary>The Azure AI services resource that turns text into speech; needed by <see cref="TextSource"/> and <see cref="SsmlSource"/>.</summary>
    public Uri? CognitiveServicesEndpoint { get; set; }
}
