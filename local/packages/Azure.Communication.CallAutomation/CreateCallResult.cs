namespace Azure.Communication.CallAutomation;

public class CreateCallResult
{
    internal CreateCallResult(CallConnection callConnection, CallConnectionProperties callConnectionProperties)
    {
        CallConnection = callConnection;
        CallConnectionProperties = callConnectionProperties;
    }

    public CallConnection CallConnection { get; }

    public CallConnectionProperties CallConnectionProperties { get; }
}
