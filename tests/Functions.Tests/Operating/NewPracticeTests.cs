using System.Net;
using System.Text.Json.Nodes;
using Collaborations.Operating;
using Collaborations.Tests.Story;

namespace Collaborations.Tests.Operating;

/// <summary>The first practice of an empty app, and its first manager.</summary>
[Collection(OperatorsAtWork.Name)]
public sealed class NewPracticeTests(CollaborationsApp app)
{
    private const string Email = "first.manager@new-practice.example";
    private const string Number = "+12025550191";
    private const string Password = "seven brown lanterns drift";

    [Fact]
    public async Task Made_at_the_command_line_Has_a_manager_who_registers_and_signs_in()
    {
        var asked = $"New Practice\nAmerica/Chicago\nUS, CA\nIda\nBloom\n{Email}\n";
        var (code, said) = await app.OperateAsync(asked, ["practice", "create", "--address", CollaborationsApp.Address]);
        Assert.Equal(OperatorCommands.Good, code);
        Assert.DoesNotContain(Email, said, StringComparison.Ordinal);
        var practice = said.Split('\n')[6].Split(' ')[1].TrimEnd(',');

        // The link got lost: the newer one works, the older does not.
        using var manager = app.CreatePerson();
        var outbox = app.CreateOutbox();
        var lost = await outbox.TokenAsync(Email, 1);
        Assert.Equal(OperatorCommands.Good, (await app.OperateAsync("practice", "invite", practice, "--address", CollaborationsApp.Address)).Code);
        manager.Token = lost;
        Assert.Equal("link-not-open", (await manager.GetAsync("registration")).Code);
        manager.Token = await outbox.TokenAsync(Email, 2);
        var phones = await manager.PostAsync("registration/phones", new { phones = new[] { new { number = Number, kind = "cell" } } });
        await manager.PostAsync("registration/delivery", new { phoneId = phones["phones"][0]!["phoneId"]!.GetValue<string>(), channel = "text" });
        await manager.PostAsync("registration/code", new { code = OutboxReader.CodeOf(await outbox.LatestAsync(Number)) });
        await manager.PostAsync("registration/terms", new { version = "2026-11" });
        Assert.Equal(HttpStatusCode.OK, (await manager.PostAsync("registration/password", new { password = Password, confirmPassword = Password })).Status);
        manager.Token = null;

        // Where real people are, professionals are asked for a code at every sign-in until their manager decides otherwise.
        var begun = await manager.SignInAsync(Email, Password);
        await manager.PostAsync("sign-in/delivery", new { phoneId = begun["phones"][0]!["phoneId"]!.GetValue<string>(), channel = "text" });
        var signedIn = await manager.PostAsync("sign-in/code", new { code = OutboxReader.CodeOf(await outbox.LatestAsync(Number, 2)) });
        Assert.Equal(practice, signedIn["session"]["affiliations"]![0]!["practiceId"]!.GetValue<string>());
        Assert.Equal("New Practice", (await manager.GetAsync($"practices/{practice}/settings")).Text("name"));

        (code, said) = await app.OperateAsync("practice", "invite", practice, "--address", CollaborationsApp.Address);
        Assert.Equal((OperatorCommands.Bad, "Refused: 409 practice-has-members"), (code, said.Trim()));
    }

    [Fact]
    public async Task With_a_malformed_field_Is_not_made()
    {
        using var operators = app.CreateOperator();
        var refused = await operators.PostAsync(
            "operations/practices",
            new
            {
                name = "",
                language = "en",
                timeZone = "Nowhere",
                countries = new[] { "US" },
                managerFirstName = "Ida",
                managerLastName = "Bloom",
                managerEmail = "nobody",
                managerRole = "staff",
            });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(["name", "timeZone"], ((JsonObject)refused["errors"]).Select(each => each.Key).Order(StringComparer.Ordinal));
    }
}
