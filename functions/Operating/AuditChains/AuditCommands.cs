using System.Globalization;
using Collaborations.Audit;
using Collaborations.Identifiers;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Operating.AuditChains;

/// <summary>Verifies chains beside the app.</summary>
internal static class AuditCommands
{
    public static IReadOnlyList<OperatorCommand> All { get; } =
    [
        new(
            ["audit", "verify"],
            """
            ops audit verify PRACTICE   Walks the audit's chain of a practice from its first line to its head, and says where it breaks.
            ops audit verify accounts   The same for the chains of accounts, of strangers and of operators, which are of no practice.
            """,
            Values: 1,
            Options: [],
            VerifyAsync),
    ];

    private static async Task<int> VerifyAsync(OperatorCall call, CancellationToken cancellation)
    {
        if (call.Values[0] == "accounts")
        {
            return await VerifyAsync(call, AuditChain.OfNoPractice, cancellation);
        }

        if (Guid.TryParse(call.Values[0], out var id))
        {
            return await VerifyAsync(call, [AuditChain.Of(PracticeId.From(id))], cancellation);
        }

        await call.SayAsync("The id of a practice is 32 hexadecimal digits: ops audit verify PRACTICE", cancellation);
        return OperatorCommands.Unknown;
    }

    private static Task<int> VerifyAsync(OperatorCall call, IEnumerable<string> chains, CancellationToken cancellation) =>
        BesideTheApp.RunAsync(call, async provider =>
        {
            var verifier = provider.GetRequiredService<AuditVerifier>();
            var code = OperatorCommands.Good;
            foreach (var chain in chains)
            {
                var verdict = await verifier.VerifyAsync(chain, cancellation);
                await call.SayAsync(
                    verdict.Fault is { } fault
                        ? string.Create(CultureInfo.InvariantCulture, $"{chain}: broken at line {verdict.BrokenAt} ({fault}); {verdict.Lines} lines before it hold; {verdict.StrayHeads} kept heads do not fit.")
                        : string.Create(CultureInfo.InvariantCulture, $"{chain}: whole, {verdict.Lines} lines."),
                    cancellation);
                code = verdict.Fault is null ? code : OperatorCommands.Bad;
            }

            return code;
        });
}
