using System.Net;
using Collaborations.Tests.Story;

namespace Collaborations.Tests.Accounts;

/// <summary>What a practice decides for its people: the older password rules, shorter passwords with a second step, and a shorter idle time.</summary>
public sealed class PracticeRulesTests
{
    private const string Doctor = "ben.lindqvist@riverside.example";

    /// <summary>Each rule with a practice of its own.</summary>
    public sealed class Classic(CollaborationsApp app) : IClassFixture<CollaborationsApp>
    {
        [Fact]
        public async Task Passwords_Are_of_four_kinds_None_of_the_last_six_And_end_after_their_days()
        {
            await app.ChangeSettingsAsync(settings =>
            {
                settings["classicPasswords"] = true;
                settings["passwordDays"] = 90;
            });
            using var doctor = app.CreatePerson();
            await doctor.SignInAsync(Doctor, app.Password);
            var rules = await doctor.GetAsync("account/password-rules");
            Assert.True(rules["classic"].GetValue<bool>());
            Assert.Equal(8, rules["minimumLength"].GetValue<int>());
            Assert.Equal("password-too-plain", Error(await ChangeAsync(doctor, app.Password, "murkyowl")));
            Assert.Equal("password-too-short", Error(await ChangeAsync(doctor, app.Password, "mO7!x")));
            string[] chosen = ["murkyOwl7!", "murkyOwl8!", "murkyOwl9!", "greyElk10!", "greyElk11!", "greyElk12!"];
            var current = app.Password;
            foreach (var next in chosen)
            {
                Assert.Equal(HttpStatusCode.NoContent, (await ChangeAsync(doctor, current, next)).Status);
                current = next;
            }

            Assert.Equal("password-used-before", Error(await ChangeAsync(doctor, current, chosen[0])));
            Assert.Equal("password-used-before", Error(await ChangeAsync(doctor, current, current)));
            app.Clock.Advance(TimeSpan.FromHours(1));
            Assert.Equal(HttpStatusCode.Unauthorized, (await doctor.GetAsync("session")).Status);
            await doctor.SignInAsync(Doctor, current);
            Assert.Equal(HttpStatusCode.NoContent, (await ChangeAsync(doctor, current, "duskyLark1!")).Status);
            current = "duskyLark1!";
            Assert.Equal(HttpStatusCode.NoContent, (await ChangeAsync(doctor, current, chosen[0])).Status);
            current = chosen[0];

            // After ninety days nothing can be done but to set a new one, and the session goes on.
            app.Clock.Advance(TimeSpan.FromDays(90) - TimeSpan.FromHours(1));
            using var before = app.CreatePerson();
            Assert.False((await before.SignInAsync(Doctor, current))["session"]["needsPassword"]!.GetValue<bool>());
            app.Clock.Advance(TimeSpan.FromHours(1));
            using var after = app.CreatePerson();
            Assert.True((await after.SignInAsync(Doctor, current))["session"]["needsPassword"]!.GetValue<bool>());
            Assert.Equal("password-expired", (await after.GetAsync("account")).Code);
            Assert.Equal("password-used-before", Error(await ChangeAsync(after, current, current)));
            Assert.Equal(HttpStatusCode.NoContent, (await ChangeAsync(after, current, "duskyLark2!")).Status);
            Assert.Equal(HttpStatusCode.OK, (await after.GetAsync("account")).Status);
            Assert.False((await after.GetAsync("session"))["needsPassword"].GetValue<bool>());
        }
    }

    public sealed class SecondStep(CollaborationsApp app) : IClassFixture<CollaborationsApp>
    {
        [Fact]
        public async Task Always_on_Lets_passwords_of_eight_characters_be()
        {
            using var doctor = app.CreatePerson();
            await doctor.SignInAsync(Doctor, app.Password);
            Assert.Equal("password-too-short", Error(await ChangeAsync(doctor, app.Password, "murkyowl")));
            await app.ChangeSettingsAsync(settings => settings["secondStepProfessionals"] = true);
            Assert.Equal("password-too-short", Error(await ChangeAsync(doctor, app.Password, "murkyow")));
            Assert.Equal(HttpStatusCode.NoContent, (await ChangeAsync(doctor, app.Password, "murkyowl")).Status);
        }
    }

    public sealed class Idle(CollaborationsApp app) : IClassFixture<CollaborationsApp>
    {
        [Fact]
        public async Task Shortened_Ends_sessions_that_begin_after_it_sooner()
        {
            await app.ChangeSettingsAsync(settings => settings["idleMinutes"] = 5);
            using var doctor = app.CreatePerson();
            Assert.Equal(300, (await doctor.SignInAsync(Doctor, app.Password))["session"]["idleLimitSeconds"]!.GetValue<int>());
            app.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
            Assert.Equal(HttpStatusCode.OK, (await doctor.PostAsync("session/keep")).Status);
            app.Clock.Advance(TimeSpan.FromMinutes(5));
            Assert.Equal(HttpStatusCode.Unauthorized, (await doctor.GetAsync("session")).Status);
        }
    }

    private static Task<Reply> ChangeAsync(Person person, string currentPassword, string password) =>
        person.PostAsync("account/password", new { currentPassword, password, confirmPassword = password });

    private static string Error(Reply reply) => reply.Body!["errors"]!["password"]![0]!.GetValue<string>();
}
