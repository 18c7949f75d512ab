using System.Globalization;
using Collaborations.Audit;
using Collaborations.Identifiers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Operating;

/// <summary>
/// What operators run beside the app, on its store and with its keys: <c>dotnet run --project functions -- ops ...</c>. Nothing of the app is
/// started, so that a command tells the truth also of an app that does not.
/// </summary>
public static class OperatorCommands
{
    /// <summary>The first word of the command line that asks for one of them.</summary>
    public const string Name = "ops";

    /// <summary>Exit code: done, and as it should be.</summary>
    public const int Good = 0;

    /// <summary>Exit code: done, and not as it should be.</summary>
    public const int Bad = 1;

    /// <summary>Exit code: no such command.</summary>
    public const int Unknown = 2;

    private const string Usage = """
        ops audit verify PRACTICE   Walks the audit's chain of a practice from its first line to its head, and says where it breaks.
        ops audit verify accounts   The same for the chains of accounts and of strangers, which are of no practice.
        """;

    /// <param name="command">The words after <see cref="Name"/>.</param>
    /// <param name="configuration">As the app's: the store, and the keys.</param>
    /// <param name="output">What is found out.</param>
    /// <param name="cancellation">The operator stopped it.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> command, IConfiguration configuration, TextWriter output, CancellationToken cancellation)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(configuration);
        services.AddCollaborations(configuration);
        await using var provider = services.BuildServiceProvider();
        switch (command)
        {
            case ["audit", "verify", "accounts"]:
                return await VerifyAsync(provider, AuditChain.OfNoPractice, output, cancellation);
            case ["audit", "verify", var practice] when Guid.TryParse(practice, out var id):
                return await VerifyAsync(provider, [AuditChain.Of(PracticeId.From(id))], output, cancellation);
            default:
                await output.WriteLineAsync(Usage.AsMemory(), cancellation);
                return Unknown;
        }
    }

    private static async Task<int> VerifyAsync(IServiceProvider provider, IEnumerable<string> chains, TextWriter output, CancellationToken cancellation)
    {
        var verifier = provider.GetRequiredService<AuditVerifier>();
        var code = Good;
        foreach (var chain in chains)
        {
            var verdict = await verifier.VerifyAsync(chain, cancellation);
            var line = verdict.Fault is { } fault
                ? string.Create(CultureInfo.InvariantCulture, $"{chain}: broken at line {verdict.BrokenAt} ({fault}); {verdict.Lines} lines before it hold.")
                : string.Create(CultureInfo.InvariantCulture, $"{chain}: whole, {verdict.Lines} lines.");
            await output.WriteLineAsync(line.AsMemory(), cancellation);
            code = verdict.Fault is null ? code : Bad;
        }

        return code;
    }
}
