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
    /// <returns>What the choices say of it; an email where they say nothing.</returns>
    public static NotificationChoice Of(NotificationEvent about, IReadOnlyList<NotificationChoice> choices) =>
        choices.FirstOrDefault(choice => choice.Event == about) ?? new NotificationChoice(about, NotificationWay.Email);

    public bool IsByEmail() => Way is NotificationWay.Email or NotificationWay.Both;

    public bool IsByText() => Way is NotificationWay.Text or NotificationWay.Both;
}
