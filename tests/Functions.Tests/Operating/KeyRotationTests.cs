using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Collaborations.Accounts.Authenticators;
using Collaborations.Messaging;
using Collaborations.Operating;
using Collaborations.Security;
using Collaborations.Tests.Story;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OtpNet;

namespace Collaborations.Tests.Operating;

/// <summary>A key more, and a key less: what was made before goes on working, and what a lost key made is refused like anything wrong.</summary>
public sealed class KeyRotationTests
{
    private const string Doctor = "ben.lindqvist@riverside.example";
    private const string Manager = "amara.okafor@riverside.example";
    private const string Patient = "grace.kim@home.example";
    private const string Newer = "bmV3ZXIga2V5IG9mIHRoaXMgdGVzdCwgNDggYnl0ZXMgbG9uZyBpbiBhbGwuLi4=";

    [Fact]
    public async Task After_a_rotation_A_password_a_seal_a_link_and_a_code_in_flight_go_on_and_after_a_removal_they_are_refused()
    {
        await using var first = new CollaborationsApp();
        await first.InitializeAsync();
        _ = first.Services;
        var password = first.Password;
        var device = await AddAuthenticatorAsync(first, Doctor);
        await InviteAsync(first, "Kim", Patient);
        var jar = new CookieContainer();
        var (token, code) = await RegisterUpToTheCodeAsync(first, jar);

        await using var second = await first.RestartAsync(new Dictionary<string, string>
        {
            ["Security:NewerKeys"] = Newer,
            ["Communication:HookKey"] = "the-hook-key-that-came-after-the-other-one",
            ["Communication:FormerHookKey"] = CollaborationsApp.HookKey,
        });
        await FinishRegistrationAsync(second, jar, token, code);
        await SignInByAuthenticatorAsync(second, device, password);
        Assert.Equal(second.Services.GetRequiredService<KeyRing>().Newest, await PasswordKeyAsync(second, Doctor));
        Assert.Null(await PasswordKeyAsync(second, Manager));
        await TakesReportsAsync(second, "the-hook-key-that-came-after-the-other-one", CollaborationsApp.HookKey);
        await second.ChangeAccountAsync(Manager, account => account with { Authenticator = new AuthenticatorApp(Sealed(second), 0) });
        var secondToken = await InviteAsync(second, "Rivera", "tomas.rivera@home.example");
        var (exit, said) = await second.OperateAsync("keys", "status");
        Assert.Equal(OperatorCommands.Good, exit);
        Assert.StartsWith("keys: 2", said, StringComparison.Ordinal);
        Assert.Contains($"newer 1, {second.Services.GetRequiredService<KeyRing>().Newest}: all passwords", said, StringComparison.Ordinal);
        Assert.DoesNotContain(Newer, said, StringComparison.Ordinal);

        // The newer key is lost.
        await using var third = await second.RestartAsync(new Dictionary<string, string>());
        using var doctor = third.CreatePerson();
        Assert.Equal("wrong-credentials", (await doctor.SignInAsync(Doctor, password)).Code);
        await doctor.PostAsync("password-resets", new { email = Doctor });
        doctor.Token = OutboxReader.TokenOf(await third.CreateOutbox().FindAsync(Doctor, "new password"));
        Assert.Equal(HttpStatusCode.OK, (await doctor.GetAsync("password-reset")).Status);
        using var manager = third.CreatePerson();
        Assert.Equal("delivery", (await manager.SignInAsync(Manager, password)).Text("step"));
        Assert.Equal(HttpStatusCode.BadRequest, (await manager.PostAsync("sign-in/authenticator", new { code = "123456" })).Status);
        using var invited = third.CreatePerson();
        invited.Token = secondToken;
        Assert.Equal("link-not-open", (await invited.GetAsync("registration")).Code);
        await third.EndAsync();
        await second.EndAsync();
        await first.EndAsync();
    }

    [Fact]
    public async Task One_more_in_a_file_whose_last_line_is_open_Is_a_line_of_its_own()
    {
        await using var app = new CollaborationsApp();
        await app.InitializeAsync();
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Newer);
        Assert.Equal(OperatorCommands.Good, (await app.OperateAsync("keys", "add", file)).Code);
        Assert.Equal(OperatorCommands.Good, (await app.OperateAsync("keys", "add", file)).Code);
        var text = await File.ReadAllTextAsync(file);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        var lines = text[..^1].Split('\n');
        Assert.Equal((3, Newer), (lines.Length, lines[0]));
        Assert.All(lines[1..], line => Assert.Equal(48, Convert.FromBase64String(line).Length));
        File.Delete(file);
        await app.EndAsync();
    }

    private static string Sealed(CollaborationsApp app) =>
        app.Services.GetRequiredService<Sealing>().Seal("what it is for does not matter once the key is lost", new byte[20]);

    private static async Task<Totp> AddAuthenticatorAsync(CollaborationsApp app, string email)
    {
        using var owner = app.CreatePerson();
        await owner.SignInAsync(email, app.Password);
        var enrolment = await owner.PostAsync("account/authenticator", new { password = app.Password });
        var device = new Totp(Base32Encoding.ToBytes(enrolment.Text("secret").Replace(" ", "", StringComparison.Ordinal)));
        var confirmed = await owner.PostAsync("account/authenticator/confirm", new { code = device.ComputeTotp(app.Clock.GetUtcNow().UtcDateTime) });
        Assert.True(confirmed["authenticator"].GetValue<bool>());
        return device;
    }

    private static async Task SignInByAuthenticatorAsync(CollaborationsApp app, Totp device, string password)
    {
        using var doctor = app.CreatePerson();
        Assert.Equal("delivery", (await doctor.SignInAsync(Doctor, password)).Text("step"));
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        var answered = await doctor.PostAsync("sign-in/authenticator", new { code = device.ComputeTotp(app.Clock.GetUtcNow().UtcDateTime) });
        Assert.Equal("done", answered.Text("step"));
    }

    private static async Task<string> InviteAsync(CollaborationsApp app, string name, string email)
    {
        using var colleague = app.CreatePerson();
        var (practice, _) = await colleague.SignInAsMemberAsync("chloe.martin@riverside.example", app.Password);
        await colleague.PostAsync($"{await colleague.CaseAsync(practice, name)}/patient-talk/invitation", new { email, confirmEmail = email });
        return await app.CreateOutbox().TokenAsync(email, 1);
    }

    private static async Task<(string Token, string Code)> RegisterUpToTheCodeAsync(CollaborationsApp app, CookieContainer jar)
    {
        using var patient = app.CreatePerson(jar);
        patient.Token = await app.CreateOutbox().TokenAsync(Patient, 1);
        await patient.PostAsync("registration/birth-date", new { birthDate = "1980-07-27" });
        var phones = await patient.PostAsync("registration/phones", new { phones = Array.Empty<object>() });
        await patient.PostAsync("registration/delivery", new { phoneId = phones["phones"][0]!["phoneId"]!.GetValue<string>(), channel = "text" });
        return (patient.Token, OutboxReader.CodeOf(await app.CreateOutbox().LatestAsync("+12025550130")));
    }

    private static async Task FinishRegistrationAsync(CollaborationsApp app, CookieContainer jar, string token, string code)
    {
        const string Words = "nine amber kites drift";
        using var patient = app.CreatePerson(jar);
        patient.Token = token;
        Assert.Equal(HttpStatusCode.OK, (await patient.PostAsync("registration/code", new { code })).Status);
        await patient.PostAsync("registration/terms", new { version = "2026-11" });
        Assert.Equal(HttpStatusCode.OK, (await patient.PostAsync("registration/password", new { password = Words, confirmPassword = Words })).Status);
        patient.Token = null;
        Assert.Equal(HttpStatusCode.OK, (await patient.SignInAsync(Patient, Words)).Status);
        Assert.NotNull(await PasswordKeyAsync(app, Patient));
    }

    private static async Task<string?> PasswordKeyAsync(CollaborationsApp app, string email)
    {
        string? key = null;
        await app.ChangeAccountAsync(email, account =>
        {
            key = account.Password.Key;
            return account;
        });
        return key;
    }

    private static async Task TakesReportsAsync(CollaborationsApp app, params string[] keys)
    {
        using var service = app.CreateBrowser();
        foreach (var key in keys)
        {
            using var taken = await service.PostAsJsonAsync($"api/delivery-reports?key={key}", Array.Empty<object>());
            Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        }

        using var refused = await service.PostAsJsonAsync("api/delivery-reports?key=none", Array.Empty<object>());
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    public sealed class Ring
    {
        private static KeyRing Of(string newer) =>
            new(Options.Create(new SecurityOptions { Key = Convert.ToBase64String(new byte[32]), NewerKeys = newer }));

        [Theory]
        [InlineData("", 0)]
        [InlineData("none", 0)]
        [InlineData("none " + Newer, 1)]
        public void Newer_keys_Are_those_that_are_no_placeholder(string newer, int count) => Assert.Equal(count, Of(newer).Newer.Count);

        [Fact]
        public void A_use_that_stays_Follows_from_the_first_key_whatever_came_after() => Assert.Equal(Of("").Derive("audit"), Of(Newer).Derive("audit"));

        [Fact]
        public void A_code_of_a_key_that_was_taken_away_Is_none()
        {
            using var random = RandomNumberGenerator.Create();
            var nonce = new DerivedSecrets(Of(Newer), random).NewNonce();
            var later = new DerivedSecrets(Of(""), random);
            Assert.Null(later.Code(Guid.Empty, 1, nonce));
            Assert.False(later.HasLink(nonce));
        }

        [Theory]
        [InlineData("@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/newer-security-keys)")]
        [InlineData("c2hvcnQ=")]
        public void A_key_that_is_none_Keeps_the_app_from_starting(string newer) =>
            Assert.False(new SecurityOptions { Key = Convert.ToBase64String(new byte[32]), NewerKeys = newer }.HasKeys());

        [Fact]
        public void A_reference_that_was_not_followed_Is_no_hook_key() =>
            Assert.Equal(
                ["0123456789012345678901234567890123456789"],
                new CommunicationOptions
                {
                    HookKey = "0123456789012345678901234567890123456789",
                    FormerHookKey = "@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/former-hook-key)",
                }.AcceptedHookKeys());
    }

    [Collection(OperatorsAtWork.Name)]
    public sealed class Added(CollaborationsApp app)
    {
        [Fact]
        public async Task To_a_file_Is_a_line_that_its_owner_alone_can_read()
        {
            var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
            try
            {
                Assert.Equal(OperatorCommands.Good, (await app.OperateAsync("keys", "add", file)).Code);
                Assert.Equal(OperatorCommands.Good, (await app.OperateAsync("keys", "add", file)).Code);
                var keys = await File.ReadAllTextAsync(file);
                Assert.Equal(3, new SecurityOptions { Key = Newer, NewerKeys = keys }.Keys().Distinct().Count());
                Assert.True(new SecurityOptions { Key = Newer, NewerKeys = keys }.HasKeys());
                Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
            }
            finally
            {
                File.Delete(file);
            }
        }
    }
}
