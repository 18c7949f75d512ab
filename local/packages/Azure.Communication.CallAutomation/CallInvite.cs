namespace Azure.Communication.CallAutomation;

/// <summary>Whom to call, and what they see of the caller.</summary>
public class CallInvite
{
    /// <exception cref="ArgumentNullException">The target is null.</exception>
    public CallInvite(CommunicationUserIdentifier targetIdentity)
    {
        ArgumentNullException.ThrowIfNull(targetIdentity);
        Target = targetIdentity;
    }

    /// <param name="targetPhoneNumberIdentity">The number to dial.</param>
    /// <param name="callerIdNumber">The number of the resource that the called person sees.</param>
    /// <exception cref="ArgumentNullException">The target is null.</exception>
    public CallInvite(PhoneNumberIdentifier targetPhoneNumberIdentity, PhoneNumberIdentifier callerIdNumber)
    {
        ArgumentNullException.ThrowIfNull(targetPhoneNumberIdentity);
        Target = targetPhoneNumberIdentity;
        SourceCallerIdNumber = callerIdNumber;
    }

    public CommunicationIdentifier Target { get; }

    public PhoneNumberIdentifier? SourceCallerIdNumber { get; set; }

    public string? SourceDisplayName { get; set; }
}
