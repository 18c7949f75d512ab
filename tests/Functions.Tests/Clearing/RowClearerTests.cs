using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Azure.Data.Tables;
using Collaborations.Accounts;
using Collaborations.Accounts.Proofs;
using Collaborations.Identifiers;
using Collaborations.Invitations;
using Collaborations.Clearing;
using Collaborations.Security;
using Collaborations.Telemetry;
using Collaborations.Verification;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Tests.Support;

namespace Collaborations.Tests.Clearing;

/// <summary>
/// Rows that end: what no rule reads any more goes, and what one still reads stays. Beside the app, on its store, by clocks of years that it never
/// comes to, so that its own clearing does not come between.
/// </summary>
public sealed class RowClearerTests : IClassFixture<CollaborationsApp>, IDisposable
{
    private readonly CollaborationsApp _app;
    private readonly TableServiceClient _tables;
    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();

    public RowClearerTests(CollaborationsApp app) => (_app, _tables) = (app, app.Services.GetRequiredService<TableServiceClient>());

    public void Dispose() => _random.Dispose();

    [Fact]
    public async Task Windows_of_limits_Go_a_day_after_the_day_on_which_they_end_and_those_that_count_stay()
    {
        var at = await AfterOthersAsync(2030);
        foreach (var (purpose, window) in new[] { ("ten-minutes", TimeSpan.FromMinutes(10)), ("hour", TimeSpan.FromHours(1)), ("day", TimeSpan.FromDays(1)) })
        {
            Assert.Null(await at.Throttle.TakeAsync(purpose, "somebody", 1, window, CancellationToken.None));
            Assert.Equal(0, await at.Throttle.ForgetAsync(CancellationToken.None));
            Assert.NotNull(await at.Throttle.TakeAsync(purpose, "somebody", 1, window, CancellationToken.None));
        }

        Assert.Equal(["20300510", "20300510", "20300511"], await DaysAsync("203005"));

        // To the last instant of the day's window it counts, whoever clears meanwhile; a margin later the first two are gone, and then the third.
        at.Clock.Advance(TimeSpan.FromHours(15) - TimeSpan.FromTicks(1));
        Assert.Equal(0, await at.Throttle.ForgetAsync(CancellationToken.None));
        Assert.NotNull(await at.Throttle.TakeAsync("day", "somebody", 1, TimeSpan.FromDays(1), CancellationToken.None));
        at.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromTicks(1));
        Assert.Equal(2, await at.Throttle.ForgetAsync(CancellationToken.None));
        Assert.Equal(["20300511"], await DaysAsync("203005"));
        at.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await at.Throttle.ForgetAsync(CancellationToken.None));
        Assert.Empty(await DaysAsync("203005"));
    }

    [Fact]
    public async Task Codes_of_a_number_Are_counted_on_after_a_clearing()
    {
        var at = await AfterOthersAsync(2031);
        for (var codes = 0; codes < 5; codes++)
        {
            Assert.Null((await at.Codes.BeginAsync(null, Request(), CancellationToken.None)).Refusal);
            Assert.Equal(0, await at.Throttle.ForgetAsync(CancellationToken.None));
            Assert.Equal(0, await at.Challenges.ForgetAsync(CancellationToken.None));
        }

        Assert.Equal("too-many-codes", (await at.Codes.BeginAsync(null, Request(), CancellationToken.None)).Refusal?.Code);
    }

    [Fact]
    public async Task More_than_is_read_at_once_Goes_in_one_clearing()
    {
        var at = await AfterOthersAsync(2032);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 600),
            async (number, stop) => await at.Throttle.TakeAsync("many", number < 540 ? "one" : $"each {number}", 1_000, TimeSpan.FromMinutes(1 + number), stop));
        var before = (await DaysAsync("2032")).Count;
        Assert.True(before > 560, $"{before} windows are no more than what is read at once.");
        at.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(before, await at.Throttle.ForgetAsync(CancellationToken.None));
        Assert.Empty(await DaysAsync("2032"));
    }

    [Fact]
    public async Task A_challenge_Stays_as_long_as_an_invitation_can_go_back_to_it_and_then_goes()
    {
        var at = await AfterOthersAsync(2033);
        var id = (await at.Codes.BeginAsync(null, Request(), CancellationToken.None)).Value.Id;
        at.Clock.Advance(Invitation.Lifetime);
        Assert.Equal(0, await at.Challenges.ForgetAsync(CancellationToken.None));

        // Sent again on the last day: what counts is the newest code, not when the first was made.
        Assert.Equal(id, (await at.Codes.BeginAsync(id, Request(), CancellationToken.None)).Value.Id);
        at.Clock.Advance(ChallengeStore.Kept);
        Assert.Equal(0, await at.Challenges.ForgetAsync(CancellationToken.None));
        Assert.NotNull(await at.Challenges.FindAsync(id, CancellationToken.None));
        at.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(1, await at.Challenges.ForgetAsync(CancellationToken.None));
        Assert.Null(await at.Challenges.FindAsync(id, CancellationToken.None));

        // Whoever comes back to it after all: its code is over, and another one is a new challenge.
        Assert.Equal("code-expired", (await at.Codes.AnswerAsync(id, "123456", CancellationToken.None)).Refusal?.Code);
        Assert.NotEqual(id, (await at.Codes.BeginAsync(id, Request(), CancellationToken.None)).Value.Id);
    }

    [Fact]
    public async Task A_proof_that_nobody_ended_Goes_after_a_week_and_not_before()
    {
        var at = await AfterOthersAsync(2034);
        var id = await ProofAsync(at);
        at.Clock.Advance(ProofStore.Kept);
        Assert.Equal(0, await at.Proofs.ForgetAsync(CancellationToken.None));
        var younger = await ProofAsync(at);
        at.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, await at.Proofs.ForgetAsync(CancellationToken.None));
        Assert.Null(await at.Proofs.FindAsync(id, CancellationToken.None));
        Assert.NotNull(await at.Proofs.FindAsync(younger, CancellationToken.None));
    }

    [Fact]
    public async Task Of_several_processes_The_first_of_a_day_does_it()
    {
        var at = await AfterOthersAsync(2035);
        await at.Clearer.TryAsync(CancellationToken.None);
        var id = await ProofAsync(At(2034));
        await at.Clearer.TryAsync(CancellationToken.None);
        Assert.NotNull(await at.Proofs.FindAsync(id, CancellationToken.None));
        at.Clock.Advance(TimeSpan.FromDays(1));
        await Task.WhenAll(at.Clearer.TryAsync(CancellationToken.None), at.Clearer.TryAsync(CancellationToken.None));
        Assert.Null(await at.Proofs.FindAsync(id, CancellationToken.None));
    }

    [Fact]
    public async Task The_app_Does_it_by_itself()
    {
        var id = await ProofAsync(At(2020));
        await Eventually.IsAsync(
            async () =>
            {
                _app.Clock.Advance(RowClearer.Period);
                return await _app.Services.GetRequiredService<ProofStore>().FindAsync(id, CancellationToken.None) is null;
            },
            "The proof is still there.");
    }

    private static async Task<ProofId> ProofAsync(Then at)
    {
        var (id, account, practice) = (at.Ids.New<ProofId>(), at.Ids.New<AccountId>(), at.Ids.New<PracticeId>());
        Assert.True(await at.Proofs.AddAsync(id, PhoneProof.Begin(ProofKind.PasswordReset, account, practice, "nonce", at.Clock.GetUtcNow()), CancellationToken.None));
        return id;
    }

    private static CodeRequest Request() => new(
        PracticeId.From(Guid.Empty), 500, Language.English, PhoneNumber.Read("+12025550142", ["US"], "number").Value, PhoneKind.Cell, Channel.Text, Asker: null);

    /// <summary>Without what other tests have left of the years before.</summary>
    private async Task<Then> AfterOthersAsync(int year)
    {
        var at = At(year);
        await at.Throttle.ForgetAsync(CancellationToken.None);
        await at.Challenges.ForgetAsync(CancellationToken.None);
        await at.Proofs.ForgetAsync(CancellationToken.None);
        return at;
    }

    /// <summary>The stores as they are at nine o'clock of a day in May of that year.</summary>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "A clearer that never started has nothing to dispose of.")]
    private Then At(int year)
    {
        var clock = new ManualTimeProvider(new DateTimeOffset(year, 5, 10, 9, 0, 0, TimeSpan.Zero));
        var services = _app.Services;
        var throttle = new Throttle(_tables, services.GetRequiredService<KeyedDigests>(), clock);
        var (challenges, proofs, ids) = (new ChallengeStore(_tables, clock), new ProofStore(_tables, clock), new IdGenerator(clock, _random));
        var codes = new ChallengeService(
            challenges, services.GetRequiredService<DerivedSecrets>(), throttle, services.GetRequiredService<Measures>(), ids, clock);
        return new Then(clock, throttle, challenges, proofs, ids, codes, new RowClearer(throttle, challenges, proofs, clock, NullLogger<RowClearer>.Instance));
    }

    /// <summary>On which days the windows end that are there and end then.</summary>
    private async Task<IReadOnlyList<string>> DaysAsync(string begin)
    {
        var days = new List<string>();
        await foreach (var row in _tables.GetTableClient("Throttles").QueryAsync<TableEntity>())
        {
            days.Add(row.PartitionKey.Split('-')[1]);
        }

        return [.. days.Where(day => day.StartsWith(begin, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    private sealed record Then(
        ManualTimeProvider Clock, Throttle Throttle, ChallengeStore Challenges, ProofStore Proofs, IdGenerator Ids, ChallengeService Codes, RowClearer Clearer);
}
