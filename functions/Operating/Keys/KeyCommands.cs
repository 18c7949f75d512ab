using System.Globalization;
using System.Security.Cryptography;
using Collaborations.Messaging;
using Collaborations.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Collaborations.Operating.Keys;

/// <summary>The ring of keys, beside the app: how it stands, and one key more in a file.</summary>
internal static class KeyCommands
{
    private const int NewKeyBytes = 48;
    private const string New = "all passwords, seals, links and codes that are new";

    public static IReadOnlyList<OperatorCommand> All { get; } =
    [
        new(
            ["keys", "status"],
            "ops keys status             How many keys there are, and which makes what is new. Names only, which open nothing.",
            Values: 0,
            Options: [],
            StatusAsync),
        new(
            ["keys", "add"],
            "ops keys add FILE           Writes one key more at the end of a file of newer keys, which its owner alone can read.",
            Values: 1,
            Options: [],
            AddAsync),
    ];

    private static Task<int> StatusAsync(OperatorCall call, CancellationToken cancellation) =>
        BesideTheApp.RunAsync(call, async provider =>
        {
            var ring = provider.GetRequiredService<KeyRing>();
            var hooks = provider.GetRequiredService<IOptions<CommunicationOptions>>().Value;
            await call.SayAsync(string.Create(CultureInfo.InvariantCulture, $"keys: {1 + ring.Newer.Count}"), cancellation);
            await call.SayAsync("the first: digests, the audit's chains, and what names no key", cancellation);
            foreach (var (place, name) in ring.Newer.Index())
            {
                var made = name == ring.Newest ? New : "what names it";
                await call.SayAsync(string.Create(CultureInfo.InvariantCulture, $"newer {place + 1}, {name}: {made}"), cancellation);
            }

            if (ring.Newest is null)
            {
                await call.SayAsync($"the first: {New}", cancellation);
            }

            await call.SayAsync($"reports are taken with {(hooks.AcceptedHookKeys().Count() > 1 ? "the hook key and the one before it" : "the hook key")}", cancellation);
            await call.SayAsync("How many records still name an older key is not counted: nothing reads whole tables.", cancellation);
            return OperatorCommands.Good;
        });

    private static async Task<int> AddAsync(OperatorCall call, CancellationToken cancellation)
    {
        var open = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            open.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var file = new FileStream(call.Values[0], open))
        {
            // A last line that somebody's editor left open would run into the new key, and both would be lost.
            var isOpen = file.Length > 0 && file.Seek(-1, SeekOrigin.End) >= 0 && file.ReadByte() is not '\n';
            file.Seek(0, SeekOrigin.End);
            await using var writer = new StreamWriter(file);
            await writer.WriteAsync($"{(isOpen ? "\n" : "")}{Convert.ToBase64String(RandomNumberGenerator.GetBytes(NewKeyBytes))}\n".AsMemory(), cancellation);
        }

        await call.SayAsync("One key more. The app uses it from its next start.", cancellation);
        return OperatorCommands.Good;
    }
}
