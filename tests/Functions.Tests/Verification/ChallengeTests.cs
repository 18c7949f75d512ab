using System.Globalization;
using Collaborations.Accounts;
using Collaborations.Identifiers;
using Collaborations.Tests.Storage;
using Collaborations.Verification;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Verification;

/// <summary>A code by telephone: how long it works, how often one may be wrong, and how many are sent.</summary>
public sealed class ChallengeTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private readonly ChallengeService _codes = app.Services.GetRequiredService<ChallengeService>();
    private readonly ChallengeStore _store = app.Services.GetRequiredService<ChallengeStore>();
    private readonly PracticeId _practice = app.Services.GetRequiredService<IdGenerator>().New<PracticeId>();

    [Fact]
    public async Task Works_until_ten_minutes_are_over_and_once()
    {
        var first = await BeginAsync(1);
        app.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        Assert.Null(await AnswerAsync(first, await CodeAsync(first)));
        Assert.Equal("code-used", await AnswerAsync(first, await CodeAsync(first)));

        var second = await BeginAsync(2);
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("code-expired", await AnswerAsync(second, await CodeAsync(second)));
    }

    [Fact]
    public async Task Right_after_five_wrong_ones_Is_too_late_and_a_new_code_does_not_set_the_count_back()
    {
        var id = await BeginAsync(3);
        for (var tries = 0; tries < 5; tries++)
        {
            Assert.Equal("wrong-code", await AnswerAsync(id, await WrongAsync(id)));
        }

        Assert.Equal("too-many-wrong-codes", await AnswerAsync(id, await CodeAsync(id)));
        await AgainAsync(id, 3);
        for (var tries = 0; tries < 5; tries++)
        {
            Assert.Equal("wrong-code", await AnswerAsync(id, await WrongAsync(id)));
        }

        app.Clock.Advance(TimeSpan.FromMinutes(2));
        var refused = Assert.IsType<TooManyWrongCodes>((await _codes.BeginAsync(id, Request(3), CancellationToken.None)).Refusal);

        // Not for ever: what is said to be the wait is the wait, and then it is another challenge.
        app.Clock.Advance(refused.RetryAfter);
        Assert.NotEqual(id, (await _codes.BeginAsync(id, Request(3), CancellationToken.None)).Value.Id);
    }

    [Fact]
    public async Task The_code_before_a_re_send_Is_over_at_once_also_when_the_two_race()
    {
        var id = await BeginAsync(4);
        var before = await CodeAsync(id);
        app.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal("resend-too-soon", (await _codes.BeginAsync(id, Request(4), CancellationToken.None)).Refusal?.Code);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        var (again, answer) = (_codes.BeginAsync(id, Request(4), CancellationToken.None), AnswerAsync(id, before));
        await Task.WhenAll(again, answer);

        // Whichever was written first decides: either the old code was right, and there is no other, or it is wrong.
        var challenge = (await _store.FindAsync(id, CancellationToken.None))!.Record;
        Assert.Equal(await answer is null, challenge.Used);
        if (!challenge.Used)
        {
            Assert.Equal(2, challenge.Sequence);
            Assert.Equal("wrong-code", await AnswerAsync(id, before));
        }
    }

    [Fact]
    public async Task To_one_number_Five_an_hour_and_thirty_a_day_are_sent()
    {
        // From the beginning of a day, since the limits count in whole hours and days.
        var now = app.Clock.GetUtcNow();
        app.Clock.Advance(now.Date.AddDays(1) - now.UtcDateTime);
        for (var hour = 0; hour < 6; hour++)
        {
            for (var number = 0; number < 5; number++)
            {
                await BeginAsync(5);
            }

            Assert.Equal("too-many-codes", (await _codes.BeginAsync(null, Request(5), CancellationToken.None)).Refusal?.Code);
            app.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal("too-many-codes", (await _codes.BeginAsync(null, Request(5), CancellationToken.None)).Refusal?.Code);
        app.Clock.Advance(TimeSpan.FromHours(18));
        await BeginAsync(5);
    }

    [Fact]
    public async Task Asked_for_by_one_link_for_ever_new_numbers_Are_ten_in_a_day()
    {
        ChallengeId? current = null;
        for (var line = 0; line < 10; line++)
        {
            current = (await _codes.BeginAsync(current, Stranger(line), CancellationToken.None)).Value.Id;
        }

        Assert.Equal("too-many-codes", (await _codes.BeginAsync(current, Stranger(10), CancellationToken.None)).Refusal?.Code);

        // Another link, and whoever is known already, are not kept back by it.
        Assert.Null((await _codes.BeginAsync(null, Stranger(11) with { Asker = "another" }, CancellationToken.None)).Refusal);
        Assert.Null((await _codes.BeginAsync(null, Stranger(12) with { Asker = null }, CancellationToken.None)).Refusal);
    }

    [Fact]
    public async Task To_neighbours_Fifty_an_hour_are_sent()
    {
        NextHour();
        for (var line = 0; line < 50; line++)
        {
            Assert.Null((await _codes.BeginAsync(null, Neighbour(line), CancellationToken.None)).Refusal);
        }

        Assert.Equal("too-many-codes", (await _codes.BeginAsync(null, Neighbour(50), CancellationToken.None)).Refusal?.Code);

        // Other numbers are not kept back by it, and neither are these when the hour is over.
        Assert.Null((await _codes.BeginAsync(null, Neighbour(0) with { Phone = Number("+14155550199") }, CancellationToken.None)).Refusal);
        NextHour();
        Assert.Null((await _codes.BeginAsync(null, Neighbour(50), CancellationToken.None)).Refusal);
    }

    [Fact]
    public async Task Of_a_practice_As_many_are_sent_in_a_day_as_its_cap_says_and_who_is_known_has_as_many_apart()
    {
        var practice = app.Services.GetRequiredService<IdGenerator>().New<PracticeId>();
        CodeRequest Of(int line, string? asker) => Stranger(line) with { Practice = practice, DailyCap = 3, Asker = asker };
        foreach (var asker in new[] { "somebody who registers", null })
        {
            for (var line = 20; line < 23; line++)
            {
                Assert.Null((await _codes.BeginAsync(null, Of(line, asker), CancellationToken.None)).Refusal);
            }

            Assert.Equal("too-many-codes", (await _codes.BeginAsync(null, Of(23, asker), CancellationToken.None)).Refusal?.Code);
        }

        // Another practice has its own.
        Assert.Null((await _codes.BeginAsync(null, Of(23, "another") with { Practice = _practice, DailyCap = 500 }, CancellationToken.None)).Refusal);
    }

    [Fact]
    public async Task Asked_for_twice_at_once_One_goes_and_one_is_counted()
    {
        NextHour();
        var id = await BeginAsync(7);
        app.Clock.Advance(TimeSpan.FromMinutes(2));

        // Both have passed the limits; the other one is a moment quicker.
        var slower = ActivatorUtilities.CreateInstance<ChallengeService>(
            app.Services,
            new ChallengeStore(
                Interruption.In(app, "Challenges", Moment.Before, async () => Assert.Null((await _codes.BeginAsync(id, Request(7), default)).Refusal)),
                app.Clock));
        Assert.Equal("resend-too-soon", (await slower.BeginAsync(id, Request(7), default)).Refusal?.Code);
        for (var times = 2; times < 5; times++)
        {
            await AgainAsync(id, 7);
        }

        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("too-many-codes", (await _codes.BeginAsync(id, Request(7), default)).Refusal?.Code);
    }

    [Fact]
    public async Task Refused_by_one_limit_It_counts_for_no_other()
    {
        NextHour();
        CodeRequest Of(int cap) => Request(9) with { Practice = app.Services.GetRequiredService<IdGenerator>().New<PracticeId>(), DailyCap = cap };
        for (var times = 0; times < 5; times++)
        {
            Assert.Equal("too-many-codes", (await _codes.BeginAsync(null, Of(cap: 0), default)).Refusal?.Code);
        }

        for (var times = 0; times < 5; times++)
        {
            Assert.Null((await _codes.BeginAsync(null, Of(cap: 1), default)).Refusal);
        }
    }

    [Fact]
    public async Task To_a_landline_No_text_is_sent()
    {
        var refused = await _codes.BeginAsync(null, Request(6) with { Kind = PhoneKind.Landline }, CancellationToken.None);
        Assert.Equal("not-a-text-number", refused.Refusal?.Code);
    }

    private CodeRequest Request(int line)
    {
        var number = PhoneNumber.Read(string.Create(CultureInfo.InvariantCulture, $"+1202555{line}{line}00"), ["US"], "number").Value;
        return new CodeRequest(_practice, 500, Language.English, number, PhoneKind.Cell, Channel.Text, Asker: null);
    }

    private static PhoneNumber Number(string typed) => PhoneNumber.Read(typed, ["US"], "number").Value;

    private CodeRequest Stranger(int line) =>
        Request(8) with { Phone = Number(string.Create(CultureInfo.InvariantCulture, $"+1305{line + 600:D3}0100")), Asker = "one link" };

    private CodeRequest Neighbour(int line) => Request(8) with { Phone = Number(string.Create(CultureInfo.InvariantCulture, $"+1305777{line:D4}")) };

    // The limits count in whole hours.
    private void NextHour() => app.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(app.Clock.GetUtcNow().Ticks % TimeSpan.TicksPerHour));

    private async Task<ChallengeId> BeginAsync(int line) => (await _codes.BeginAsync(null, Request(line), CancellationToken.None)).Value.Id;

    private async Task AgainAsync(ChallengeId id, int line)
    {
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Null((await _codes.BeginAsync(id, Request(line), CancellationToken.None)).Refusal);
    }

    private async Task<string> CodeAsync(ChallengeId id) => _codes.CodeOf(id, (await _store.FindAsync(id, CancellationToken.None))!.Record)!;

    private async Task<string> WrongAsync(ChallengeId id) => await CodeAsync(id) == "000000" ? "000001" : "000000";

    private async Task<string?> AnswerAsync(ChallengeId id, string code) => (await _codes.AnswerAsync(id, code, CancellationToken.None)).Refusal?.Code;
}
