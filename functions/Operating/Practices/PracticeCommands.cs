namespace Collaborations.Operating.Practices;

/// <summary>Makes practices in an app that runs, from the command line.</summary>
internal static class PracticeCommands
{
    private const string English = "en";

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
                                        Makes a practice and invites its first manager. Asks for what is not given, a line each.
            """,
            Values: 0,
            Options: [RunningApp.AddressOption, "language", "manager-role", .. Asked.Select(each => each.Option)],
            CreateAsync),
        new(
            ["practice", "invite"],
            "ops practice invite PRACTICE --address URL   A new link for the first manager, as long as nobody has registered.",
            Values: 1,
            Options: [RunningApp.AddressOption],
            (call, cancellation) => SendAsync(call, $"practices/{Uri.EscapeDataString(call.Values[0])}/invitation", body: null, cancellation)),
    ];

    private static async Task<int> CreateAsync(OperatorCall call, CancellationToken cancellation)
    {
        var body = new Dictionary<string, object>(StringComparer.Ordinal)
        {
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

        return await SendAsync(call, "practices", body, cancellation);
    }

    private static async Task<int> SendAsync(OperatorCall call, string path, object? body, CancellationToken cancellation)
    {
        if (await RunningApp.AskAsync(call, HttpMethod.Post, path, body, cancellation) is not { } answer)
        {
            return OperatorCommands.Bad;
        }

        await call.SayAsync($"practice {answer["practiceId"]}, first manager {answer["memberId"]}: invited.", cancellation);
        return OperatorCommands.Good;
    }
}
