using System.Net;
using Collaborations.Identifiers;
using Collaborations.Practices;
using Collaborations.Tests.Story;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Practices;

/// <summary>A manager and the people of the practice.</summary>
public sealed class MemberTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Manager = "amara.okafor@riverside.example";
    private const string Invited = "noor.haddad@riverside.example";
    private const string Password = "twelve silver larks sing";

    [Fact]
    public async Task Invited_Registers_without_a_birth_date_and_has_the_rights_that_were_given_until_they_are_taken()
    {
        using var manager = app.CreatePerson();
        var practice = PracticeOf(await manager.SignInAsync(Manager, app.Password));
        var invitation = new
        {
            firstName = "Noor",
            lastName = "Haddad",
            email = Invited,
            confirmEmail = Invited,
            role = "doctor",
            manager = true,
            caseManager = false,
        };
        var invited = await manager.PostAsync($"practices/{practice}/members", invitation);
        Assert.Equal("invited", invited.Text("state"));
        Assert.Equal("already-member", (await manager.PostAsync($"practices/{practice}/members", invitation)).Body!["errors"]!["email"]![0]!.GetValue<string>());

        using var member = app.CreatePerson();
        await RegisterAsync(member);
        Assert.Equal(practice, PracticeOf(await member.SignInAsync(Invited, Password)));
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync($"practices/{practice}/settings")).Status);
        var path = $"practices/{practice}/members/{invited.Text("memberId")}";
        Assert.Equal("already-registered", (await manager.PostAsync($"{path}/invitation")).Code);

        Assert.False((await manager.SendAsync(HttpMethod.Patch, path, new { manager = false }))["manager"].GetValue<bool>());
        Assert.Equal(HttpStatusCode.Forbidden, (await member.GetAsync($"practices/{practice}/settings")).Status);
        Assert.Equal("disabled", (await manager.SendAsync(HttpMethod.Patch, path, new { disabled = true })).Text("state"));
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync($"practices/{practice}/members")).Status);
    }

    [Fact]
    public async Task A_manager_Keeps_their_own_capability()
    {
        using var manager = app.CreatePerson();
        var signedIn = await manager.SignInAsync(Manager, app.Password);
        var own = $"practices/{PracticeOf(signedIn)}/members/{signedIn["session"]["affiliations"]![0]!["memberId"]!.GetValue<string>()}";
        Assert.Equal("own-management", (await manager.SendAsync(HttpMethod.Patch, own, new { manager = false })).Code);
        Assert.Equal("own-management", (await manager.SendAsync(HttpMethod.Patch, own, new { disabled = true })).Code);
    }

    [Fact]
    public async Task Two_managers_who_take_the_capability_from_each_other_Leave_one()
    {
        using var one = app.CreatePerson();
        using var other = app.CreatePerson();
        var (practice, first) = await one.SignInAsMemberAsync(Manager, app.Password);
        var (_, second) = await other.SignInAsMemberAsync("chloe.martin@riverside.example", app.Password);
        var path = $"practices/{practice}/members";
        await one.SendAsync(HttpMethod.Patch, $"{path}/{second}", new { manager = true });
        var answers = await Task.WhenAll(
            one.SendAsync(HttpMethod.Patch, $"{path}/{second}", new { manager = false }),
            other.SendAsync(HttpMethod.Patch, $"{path}/{first}", new { manager = false }));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Forbidden);

        // As it was, for the others.
        var left = answers[0].Status == HttpStatusCode.OK ? one : other;
        await left.SendAsync(HttpMethod.Patch, $"{path}/{first}", new { manager = true });
        await one.SendAsync(HttpMethod.Patch, $"{path}/{second}", new { manager = false });
    }

    [Fact]
    public async Task Disabled_before_they_registered_Their_link_is_over()
    {
        const string Email = "priya.nair@riverside.example";
        using var manager = app.CreatePerson();
        var (practice, _) = await manager.SignInAsMemberAsync(Manager, app.Password);
        var invited = await manager.PostAsync(
            $"practices/{practice}/members",
            new { firstName = "Priya", lastName = "Nair", email = Email, confirmEmail = Email, role = "staff", manager = false, caseManager = false });
        using var member = app.CreatePerson();
        member.Token = OutboxReader.TokenOf(await app.CreateOutbox().LatestAsync(Email));
        Assert.Equal("phone", (await member.GetAsync("registration")).Text("step"));
        await manager.SendAsync(HttpMethod.Patch, $"practices/{practice}/members/{invited.Text("memberId")}", new { disabled = true });
        Assert.Equal("link-not-open", (await member.GetAsync("registration")).Code);
    }

    [Fact]
    public async Task Back_after_they_closed_their_account_Is_sent_a_link_again()
    {
        const string Email = "omar.said@riverside.example";
        using var manager = app.CreatePerson();
        var (practice, _) = await manager.SignInAsMemberAsync(Manager, app.Password);
        var invited = await manager.PostAsync(
            $"practices/{practice}/members",
            new { firstName = "Omar", lastName = "Said", email = Email, confirmEmail = Email, role = "staff", manager = false, caseManager = false });
        using var member = app.CreatePerson();
        await RegisterAsync(member, Email, "+12025550178");
        Assert.Equal(practice, PracticeOf(await member.SignInAsync(Email, Password)));
        var path = $"practices/{practice}/members/{invited.Text("memberId")}/invitation";
        Assert.Equal("already-registered", (await manager.PostAsync(path)).Code);

        // What the end of an account leaves.
        await app.Services.GetRequiredService<MemberStore>().ChangeAsync<Done>(
            Identifier.Parse<PracticeId>(practice),
            Identifier.Parse<MemberId>(invited.Text("memberId")),
            left => (left with { Account = null }, Done.Instance),
            default);
        Assert.Equal(HttpStatusCode.OK, (await manager.PostAsync(path)).Status);
        member.Token = await app.CreateOutbox().TokenAsync(Email, 2);
        Assert.Equal("phone", (await member.GetAsync("registration")).Text("step"));
    }

    [Fact]
    public async Task Locked_out_Is_let_in_again_by_a_manager()
    {
        const string Doctor = "ben.lindqvist@riverside.example";
        using var doctor = app.CreatePerson();
        for (var tries = 0; tries < 5; tries++)
        {
            Assert.Equal("wrong-credentials", (await doctor.SignInAsync(Doctor, "not the password at all")).Code);
        }

        Assert.Equal("wrong-credentials", (await doctor.SignInAsync(Doctor, app.Password)).Code);
        using var manager = app.CreatePerson();
        var practice = PracticeOf(await manager.SignInAsync(Manager, app.Password));
        var members = (await manager.GetAsync($"practices/{practice}/members"))["members"].AsArray();
        var locked = members.Single(each => each!["locked"]!.GetValue<bool>())!;
        Assert.Equal(Doctor, locked["email"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NoContent, (await manager.PostAsync($"practices/{practice}/members/{locked["memberId"]!.GetValue<string>()}/unlock")).Status);
        Assert.Equal("done", (await doctor.SignInAsync(Doctor, app.Password)).Text("step"));
    }

    private static string PracticeOf(Reply signedIn) => signedIn["session"]["affiliations"]![0]!["practiceId"]!.GetValue<string>();

    private async Task RegisterAsync(Person member, string email = Invited, string phone = "+12025550177")
    {
        var outbox = app.CreateOutbox();
        member.Token = OutboxReader.TokenOf(await outbox.LatestAsync(email));
        Assert.Equal("phone", (await member.GetAsync("registration")).Text("step"));
        var phones = await member.PostAsync("registration/phones", new { phones = new[] { new { number = phone, kind = "cell" } } });
        await member.PostAsync("registration/delivery", new { phoneId = phones["phones"][0]!["phoneId"]!.GetValue<string>(), channel = "text" });
        await member.PostAsync("registration/code", new { code = OutboxReader.CodeOf(await outbox.LatestAsync(phone)) });
        await member.PostAsync("registration/terms", new { version = "2026-11" });
        Assert.Equal(email, (await member.PostAsync("registration/password", new { password = Password, confirmPassword = Password })).Text("email"));
        member.Token = null;
    }
}
