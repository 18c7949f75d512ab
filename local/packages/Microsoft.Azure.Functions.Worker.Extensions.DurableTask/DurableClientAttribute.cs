using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Binds a parameter to the <see cref="Microsoft.DurableTask.Client.DurableTaskClient"/> of a task hub.</summary>
public sealed class DurableClientAttribute : InputBindingAttribute
{
    /// <summary>The task hub; null for the one that host.json names.</summary>
    public string? TaskHub { get; set; }

    /// <summary>The setting that holds the store's connection string; null for the one that host.json names.</summary>
    public string? ConnectionName { get; set; }
}
