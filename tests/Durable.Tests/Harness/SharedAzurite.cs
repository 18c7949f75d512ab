using Tests.Support;

namespace Durable.Tests.Harness;

/// <summary>One Azurite for all tests of this assembly; they keep apart by the names of their task hubs.</summary>
internal static class SharedAzurite
{
    private static readonly Lazy<Task<AzuriteServer>> Server = new(StartAsync);

    public static Task<AzuriteServer> GetAsync() => Server.Value;

    private static async Task<AzuriteServer> StartAsync()
    {
        var server = await AzuriteServer.StartAsync();
        // xunit 2 has no fixture above the collection, and one collection for all would end their running side by side.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return server;
    }
}
