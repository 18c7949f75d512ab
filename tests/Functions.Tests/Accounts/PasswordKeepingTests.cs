using System.Net;
using System.Security.Cryptography;
using System.Text;
using Collaborations.Accounts;
using Collaborations.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Accounts;

/// <summary>A password as it is kept and as it is asked for again.</summary>
public sealed class PasswordKeepingTests : IClassFixture<CollaborationsApp>
{
    private const string Doctor = "ben.lindqvist@riverside.example";
    private const string Colleague = "chloe.martin@riverside.example";
    private const string Manager = "amara.okafor@riverside.example";
    private readonly CollaborationsApp _app;

    public PasswordKeepingTests(CollaborationsApp app)
    {
        _app = app;
        app.MoreServices = static services => services.AddSingleton(HashCost.Usual);
    }

    [Theory]
    [InlineData(NormalizationForm.FormC)]
    [InlineData(NormalizationForm.FormD)]
    public async Task A_word_that_can_be_spelt_in_two_ways_Signs_in_in_both(NormalizationForm set)
    {
        var word = $"älteste brücken über {set}";
        await SetAsync(word.Normalize(set));
        Assert.NotEqual(word.Normalize(NormalizationForm.FormC), word.Normalize(NormalizationForm.FormD));
        Assert.True(await TakesAsync(word.Normalize(NormalizationForm.FormC)));
        Assert.True(await TakesAsync(word.Normalize(NormalizationForm.FormD)));
        Assert.False(await TakesAsync(word.Replace('ü', 'u')));
    }

    // 15 code points, 30 of UTF-16 and 60 bytes.
    [Fact]
    public async Task Fifteen_emoji_Are_taken_and_sign_in()
    {
        string[] emoji = ["🦊", "🌵", "🚲", "🍋", "🎻", "🪁", "🐙", "🧭", "🏔", "🫖", "🦉", "🧵", "🛶", "🌋", "🪐"];
        Assert.Equal(HttpStatusCode.BadRequest, await ChooseAsync(string.Concat(emoji[..14])));
        await SetAsync(string.Concat(emoji));
        Assert.True(await TakesAsync(string.Concat(emoji)));
        Assert.False(await TakesAsync(string.Concat(emoji[..14])));
    }

    [Fact]
    public async Task Two_hundred_characters_Are_taken_whole()
    {
        var @long = string.Concat(Enumerable.Range(0, 4).Select(part => Convert.ToHexStringLower(SHA256.HashData([(byte)part]))))[..200];
        await SetAsync(@long);
        Assert.True(await TakesAsync(@long));
        Assert.False(await TakesAsync(@long[..^1] + (@long[^1] == '0' ? '1' : '0')));
        Assert.False(await TakesAsync(@long[..^1]));
    }

    // OWASP Password Storage Cheat Sheet: PBKDF2-HMAC-SHA512 with at least 220,000 rounds; ASVS 5.0, appendix C: 210,000.
    [Fact]
    public async Task Kept_It_is_a_slow_hash_of_its_own_salt_and_says_at_what_cost()
    {
        var kept = await RecordAsync(Manager);
        Assert.Equal("pbkdf2-hmac-sha512", kept.Algorithm);
        Assert.True(kept.Rounds >= 220_000, $"{kept.Rounds} rounds are too few.");
        Assert.Equal((16, 64), (Convert.FromBase64String(kept.Salt).Length, Convert.FromBase64String(kept.Hash).Length));

        // What it says of itself is what was done.
        Assert.Equal(kept.Hash, Hash(Peppered(_app.Password), kept.Salt, kept.Rounds));
    }

    [Fact]
    public async Task Kept_It_cannot_be_tried_by_whoever_has_the_tables_alone()
    {
        var kept = await RecordAsync(Manager);
        var password = Encoding.UTF8.GetBytes(_app.Password);
        Assert.NotEqual(kept.Hash, Hash(password, kept.Salt, kept.Rounds));
        Assert.NotEqual(kept.Hash, Hash(HMACSHA512.HashData(Array.Empty<byte>(), password), kept.Salt, kept.Rounds));
    }

    [Fact]
    public async Task Of_two_who_chose_the_same_Nothing_is_alike()
    {
        var (one, other) = (await RecordAsync(Colleague), await RecordAsync(Manager));
        Assert.Equal(one.Hash, Hash(Peppered(_app.Password), one.Salt, one.Rounds));
        Assert.Equal(other.Hash, Hash(Peppered(_app.Password), other.Salt, other.Rounds));
        Assert.NotEqual(one.Salt, other.Salt);
        Assert.NotEqual(one.Hash, other.Hash);
    }

    [Fact]
    public async Task Kept_at_a_lower_cost_It_is_hashed_anew_when_it_is_right_and_not_when_it_is_wrong()
    {
        const string Password = "seven copper owls glide";
        await SetAsync(Password);
        var salt = Convert.ToBase64String(new byte[16]);
        var cheap = new PasswordRecord("pbkdf2-hmac-sha512", 1_000, salt, Hash(Peppered(Password), salt, 1_000));
        await _app.ChangeAccountAsync(Doctor, account => account with { Password = cheap });
        Assert.False(await TakesAsync("seven copper owls glare"));
        Assert.Equal(cheap, await RecordAsync(Doctor));

        Assert.True(await TakesAsync(Password));
        var anew = await RecordAsync(Doctor);
        Assert.True(anew.Rounds >= 220_000, $"{anew.Rounds} rounds are too few.");
        Assert.NotEqual(salt, anew.Salt);
        Assert.True(await TakesAsync(Password));
        Assert.Equal(anew, await RecordAsync(Doctor));
    }

    private static string Hash(byte[] peppered, string salt, int rounds) =>
        Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(peppered, Convert.FromBase64String(salt), rounds, HashAlgorithmName.SHA512, 64));

    private byte[] Peppered(string password) =>
        HMACSHA512.HashData(_app.Services.GetRequiredService<KeyRing>().All("passwords").Find(null)!, Encoding.UTF8.GetBytes(password));

    private async Task<PasswordRecord> RecordAsync(string email)
    {
        PasswordRecord? record = null;
        await _app.ChangeAccountAsync(email, account =>
        {
            record = account.Password;
            return account;
        });
        return record!;
    }

    private async Task SetAsync(string password)
    {
        Assert.Equal(HttpStatusCode.NoContent, await ChooseAsync(password));
        Assert.NotEqual(password, _app.Password);
    }

    /// <summary>Whatever the doctor's password is, they change it to this.</summary>
    private async Task<HttpStatusCode> ChooseAsync(string password)
    {
        var known = await _app.Services.GetRequiredService<PasswordHasher>().HashAsync(_app.Password, CancellationToken.None);
        await _app.ChangeAccountAsync(Doctor, account => account with { Password = known.Value, Guesses = Guesses.None });
        using var owner = _app.CreatePerson();
        await owner.SignInAsync(Doctor, _app.Password);
        return (await owner.PostAsync("account/password", new { currentPassword = _app.Password, password, confirmPassword = password })).Status;
    }

    private async Task<bool> TakesAsync(string password)
    {
        using var owner = _app.CreatePerson();
        var answer = await owner.SignInAsync(Doctor, password);
        Assert.Contains(answer.Code, new[] { null, "wrong-credentials" });
        return answer.Status == HttpStatusCode.OK;
    }
}
