namespace Collaborations.Accounts;

/// <summary>What somebody may choose to be told of, and how. What concerns the safety of their account is told whatever they chose.</summary>
public enum NotificationEvent
{
    NewMessage,
    UnreadReminder,
    AddedToCase,
}

public enum NotificationWay
{
    Email,
    Text,
    Both,
    None,
}

/// <summary>One choice.</summary>
public sealed record NotificationChoice(NotificationEvent Event, NotificationWay Way)
{
    public bool IsByEmail() => Way is NotificationWay.Email or NotificationWay.Both;

    public bool IsByText() => Way is NotificationWay.Text or NotificationWay.Both;
}
