using Collaborations.Accounts.Sessions;
using Collaborations.Identifiers;
using Collaborations.Processes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Collaborations.Notices;

/// <summary>What an account's owner is told whatever they chose to be told.</summary>
public enum NoticeKind
{
    LockedOut,
    PasswordChanged,

    /// <summary>A telephone, an authenticator app or a passkey was added or removed.</summary>
    SignInChanged,

    /// <summary>A browser signed in that never did.</summary>
    NewDevice,

    /// <summary>They asked for the account to be closed.</summary>
    AccountClosing,

    /// <summary>Signing in has kept it.</summary>
    AccountKept,
}

/// <param name="Account">Whose.</param>
/// <param name="Kind">What happened.</param>
public sealed record NoticeInput(AccountId Account, NoticeKind Kind);

/// <summary>One email to one account, until the service has taken it.</summary>
public static class NoticeOrchestration
{
    [Function(nameof(NoticeOrchestration))]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, NoticeInput input) =>
        context.CallActivityAsync(nameof(NoticeActivities.SendNotice), new NoticeSend(input.Account, input.Kind, context.InstanceId), Retries.Options);
}

/// <param name="Account">Whose.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Process">Names the send.</param>
public sealed record NoticeSend(AccountId Account, NoticeKind Kind, string Process);

public sealed class NoticeActivities(NoticeSender sender, OlderSessions sessions)
{
    /// <summary>Of a new password, it ends the sessions of the old one first: the request that set it may have been cut off before it did.</summary>
    [Function(nameof(SendNotice))]
    public async Task SendNotice([ActivityTrigger] NoticeSend input, CancellationToken cancellation)
    {
        if (input.Kind == NoticeKind.PasswordChanged)
        {
            await sessions.EndAsync(input.Account, cancellation);
        }

        await sender.TellAccountAsync(input, cancellation);
    }
}

/// <summary>Tells an account's owner; the request that caused it does not wait for the email.</summary>
public sealed class Notifier
{
    public Task TellAsync(DurableTaskClient processes, AccountId account, NoticeKind kind, CancellationToken cancellation) =>
        processes.ScheduleNewOrchestrationInstanceAsync(nameof(NoticeOrchestration), new NoticeInput(account, kind), cancellation);
}
