namespace Azure.Communication.Sms.Models;

/// <summary>Makes results for tests of code that calls the client.</summary>
public static class SmsModelFactory
{
    public static SmsSendResult SmsSendResult(string to, string? messageId, int httpStatusCode, bool successful, string? errorMessage) =>
        new(to, messageId, httpStatusCode, successful, errorMessage);
}
