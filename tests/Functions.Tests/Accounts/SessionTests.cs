using System.Net;
using Collaborations.Tests.Story;

namespace Collaborations.Tests.Accounts;

/// <summary>How long a session lasts, and what ends it.</summary>
public sealed class SessionTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Doctor = "ben.lindqvist@riverside.example";
    private const string Colleague = "chloe.martin@riverside.example";

    [Fact]
    public async Task Idle_for_half_an_hour_Is_over_and_kept_awake_is_not()
    {
        using var person = await SignedInAsync(Doctor);
        app.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, (await person.PostAsync("session/keep")).Status);
        app.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("session")).Status);
        app.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(HttpStatusCode.Unauthorized, (await person.GetAsync("session")).Status);
    }

    [Fact]
    public async Task Busy_for_twelve_hours_Is_over()
    {
        using var person = await SignedInAsync(Doctor);
        for (var minutes = 0; minutes < (12 * 60) - 20; minutes += 20)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("session")).Status);
        }

        app.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(HttpStatusCode.Unauthorized, (await person.GetAsync("session")).Status);
    }

    [Fact]
    public async Task Changed_password_Signs_the_other_devices_out_and_not_this_one()
    {
        using var here = await SignedInAsync(Colleague);
        using var there = await SignedInAsync(Colleague);
        const string Next = "seven copper owls glide";
        var wrong = await here.PostAsync("account/password", new { currentPassword = "not this one", password = Next, confirmPassword = Next });
        Assert.Equal("wrong-password", wrong.Body!["errors"]!["currentPassword"]![0]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("session")).Status);

        var changed = await here.PostAsync("account/password", new { currentPassword = app.Password, password = Next, confirmPassword = Next });
        Assert.Equal(HttpStatusCode.NoContent, changed.Status);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("session")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await there.GetAsync("session")).Status);
    }

    [Fact]
    public async Task One_device_Is_signed_out_by_another_and_nobody_elses_is()
    {
        using var here = await SignedInAsync(Doctor);
        using var there = await SignedInAsync(Doctor);
        using var stranger = await SignedInAsync("amara.okafor@riverside.example");
        var devices = (await here.GetAsync("account/devices"))["devices"].AsArray();
        var other = devices.First(each => !each!["current"]!.GetValue<bool>())!["sessionId"]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.SendAsync(HttpMethod.Delete, $"account/devices/{other}")).Status);
        foreach (var device in devices.Where(each => !each!["current"]!.GetValue<bool>()))
        {
            Assert.Equal(HttpStatusCode.NoContent, (await here.SendAsync(HttpMethod.Delete, $"account/devices/{device!["sessionId"]!.GetValue<string>()}")).Status);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await there.GetAsync("session")).Status);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("session")).Status);
    }

    [Fact]
    public async Task Twelve_wrong_passwords_side_by_side_Lock_and_end_no_session()
    {
        const string Manager = "amara.okafor@riverside.example";
        using var owner = await SignedInAsync(Manager);
        using var stranger = app.CreatePerson();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(number => stranger.SignInAsync(Manager, $"a wrong password {number}")));

        // Those that nobody had the time to look at were no tries; five that were are enough.
        for (var tries = 0; tries < 5; tries++)
        {
            Assert.Equal("wrong-credentials", (await stranger.SignInAsync(Manager, "a wrong password")).Code);
        }

        Assert.Equal("wrong-credentials", (await stranger.SignInAsync(Manager, app.Password)).Code);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("session")).Status);
        app.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal("done", (await stranger.SignInAsync(Manager, app.Password)).Text("step"));
    }

    private async Task<Person> SignedInAsync(string email)
    {
        var person = app.CreatePerson();
        Assert.Equal("done", (await person.SignInAsync(email, app.Password)).Text("step"));
        return person;
    }
}
