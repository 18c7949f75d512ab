using System.Security.Cryptography;
using Collaborations.Identifiers;

namespace Collaborations.Operating.Practices;

/// <summary>Makes practices in an app that runs, from the command line.</summary>
internal static class PracticeCommands
{
    private const string English = "en";
    private const string PracticeOption = "practice";

    /// <summary>Options and the fields they fill; what is not given is asked for.</summary>
    private static readonly (string Option, string Field)[] Asked =
    [
        ("name", "name"),
        ("time-zone", "timeZone"),
        ("countries", "countries"),
        ("manager-first-name", "managerFirstName"),
        ("manager-last-name", "managerLastName"),
        ("manager-email", "managerEmail"),
    ];

    public static IReadOnlyList<OperatorCommand> All { get; } =
    [
        new(
            ["practice", "create"],
            """
            ops practice create --address URL [--name NAME] [--language en|es|fr] [--time-zone ZONE] [--countries US,CA]
                [--manager-first-name NAME] [--manager-last-name NAME] [--manager-email EMAIL] [--manager-role doctor|staff]
                [--practice ID]
                                        Makes a practice and invites its first manager. Asks for what is not given, a line each.
                                        With the ID that a try without an answer named, it is the same practice.
            """,
            Values: 0,
            Options: [RunningApp.AddressOption, "language", "manager-role", PracticeOption, .. Asked.Select(each => each.Option)],
            CreateAsync),
        new(
            ["practice", "invite"],
            "ops practice invite PRACTICE --address URL   A new link for the first manager, as long as nobody has registered.",
            Values: 1,
            Options: [RunningApp.AddressOption],
            (call, cancellation) => InviteAsync(call, $"practices/{Uri.EscapeDataString(call.Values[0])}/invitation", cancellation)),
    ];

    private static async Task<int> CreateAsync(OperatorCall call, CancellationToken cancellation)
    {
        // Known before it is asked for: whatever becomes of the answer, the same can be asked for again.
        var id = call.Options.GetValueOrDefault(PracticeOption) ?? NewId();
        var body = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["practiceId"] = id,
            ["language"] = call.Options.GetValueOrDefault("language", English),
            ["managerRole"] = call.Options.GetValueOrDefault("manager-role", "staff"),
        };
        foreach (var (option, field) in Asked)
        {
            if (!call.Options.TryGetValue(option, out var value))
            {
                await call.SayAsync($"{option}?", cancellation);
                value = await call.Console.Input.ReadLineAsync(cancellation) ?? string.Empty;
            }

            body[field] = field == "countries" ? value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : value;
        }

        if (await SendAsync(call, "practices", body, cancellation))
        {
            return OperatorCommands.Good;
        }

        await call.SayAsync($"To try it again, and make no second one: --{PracticeOption} {id}", cancellation);
        return OperatorCommands.Bad;
    }

    private static async Task<int> InviteAsync(OperatorCall call, string path, CancellationToken cancellation) =>
        await SendAsync(call, path, body: null, cancellation) ? OperatorCommands.Good : OperatorCommands.Bad;

    private static async Task<bool> SendAsync(OperatorCall call, string path, object? body, CancellationToken cancellation)
    {
        if (await RunningApp.AskAsync<MadePractice>(call, HttpMethod.Post, path, body, cancellation) is not { Value: var made })
        {
            return false;
        }

        await call.SayAsync($"practice {made.PracticeId}, first manager {made.MemberId}: invited.", cancellation);
        return true;
    }

    private static string NewId()
    {
        using var random = RandomNumberGenerator.Create();
        return new IdGenerator(TimeProvider.System, random).New<PracticeId>().ToString();
    }
}
