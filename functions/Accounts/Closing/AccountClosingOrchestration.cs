using System.Globalization;
using Collaborations.Identifiers;
using Collaborations.Processes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Collaborations.Accounts.Closing;

/// <summary>Waits until an account's last day is over. Whether it is still to be closed then is decided on its record: somebody may have signed in.</summary>
public static class AccountClosingOrchestration
{
    public static string InstanceOf(AccountId account, DateTimeOffset closesAt) =>
        string.Create(CultureInfo.InvariantCulture, $"closing-{account}-{closesAt.ToUnixTimeMilliseconds()}");

    [Function(nameof(AccountClosingOrchestration))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, AccountId account)
    {
        await context.CreateTimer(AccountClosing.Grace + DurableTimers.Margin, CancellationToken.None);
        await context.CallActivityAsync(nameof(AccountClosingActivities.EraseAccount), account, Retries.Options);
    }
}

public sealed class AccountClosingActivities(AccountClosing closing)
{
    [Function(nameof(EraseAccount))]
    public Task EraseAccount([ActivityTrigger] AccountId account, CancellationToken cancellation) => closing.EraseAsync(account, cancellation);
}
