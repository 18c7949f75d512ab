namespace Collaborations.Telemetry;

/// <summary>With what somebody tries to sign in.</summary>
public enum SignInWay
{
    Password,
    Passkey,
}
