using Collaborations.Collaborating;
using Collaborations.Identifiers;

namespace Collaborations.Tests.Collaborating;

/// <summary>The rules of the record: the edit window by its stored times, and what an edit and a read make of it.</summary>
[Trait("Size", "Small")]
public sealed class CollaborationRuleTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 27, 9, 0, 0, TimeSpan.Zero);
    private static readonly MemberId Me = MemberId.From(Guid.CreateVersion7());
    private static readonly AccountId Account = AccountId.From(Guid.CreateVersion7());

    private readonly Collaborator _one = Person("Nora Quist", "nora@lab.example");
    private readonly Collaborator _two = Person("Ilan Roth", "ilan@lab.example");

    private Collaboration Sent => new(
        1, PatientId.From(Guid.CreateVersion7()), null, Me, new CollaborationEmail("s", "t"), "first", [], [_one, _two], default, Start, Start + Collaboration.EditWindow, 1);

    [Theory]
    [InlineData(179_900, null)]
    [InlineData(180_000, "edit-window-over")]
    [InlineData(180_100, "edit-window-over")]
    public void An_edit_at_the_end_of_the_window_Is_decided_by_the_stored_time(int milliseconds, string? refusal) =>
        Assert.Equal(refusal, Edit(Sent, 1, Start.AddMilliseconds(milliseconds)).Refusal?.Code);

    [Fact]
    public void Locked_by_the_timer_A_machine_whose_clock_is_slow_edits_nothing() =>
        Assert.Equal("edit-window-over", Edit(Sent with { LockedAt = Start.AddMinutes(3) }, 1, Start.AddMinutes(1)).Refusal!.Code);

    [Fact]
    public void Read_Says_who_read_it_and_when()
    {
        var read = Sent.Read(_two, Account, Start.AddSeconds(20)).Read(_one, Account, Start.AddSeconds(40));
        var refusal = Assert.IsType<CollaborationRead>(Edit(read, 1, Start.AddSeconds(50)).Refusal);
        Assert.Equal(("Ilan Roth", Start.AddSeconds(20)), (refusal.Name, refusal.At));
    }

    [Fact]
    public void Read_again_It_is_the_same_record()
    {
        var read = Sent.Read(_one, Account, Start.AddSeconds(20));
        Assert.Same(read, read.Read(read.Find(_one.Contact)!, Account, Start.AddSeconds(40)));
    }

    [Fact]
    public void Based_on_an_older_version_An_edit_is_refused_and_the_reason_of_the_window_comes_first()
    {
        var edited = Edit(Sent, 1, Start.AddSeconds(1)).Value;
        Assert.Equal(2, edited.Version);
        Assert.Equal("changed-meanwhile", Edit(edited, 1, Start.AddSeconds(2)).Refusal!.Code);
        Assert.Equal("edit-window-over", Edit(edited, 1, Start.AddMinutes(3)).Refusal!.Code);
    }

    [Fact]
    public void Removed_while_somebody_edits_They_are_not_put_back()
    {
        var removed = Sent.Remove(_two, Me, "Wrong person", Start.AddSeconds(1));
        Assert.Equal("changed-meanwhile", Edit(removed, 1, Start.AddSeconds(2)).Refusal!.Code);
        Assert.Equal(2, removed.Version);
        Assert.Same(removed, removed.Remove(removed.Find(_two.Contact)!, Me, "Twice", Start.AddSeconds(3)));
    }

    [Fact]
    public void Closed_before_its_emails_went_out_It_asks_for_them_when_it_is_opened_again()
    {
        var kept = Sent.With(_one with { Seen = 1 }).With(_two with { Seen = 1, Delivery = CollaboratorDelivery.Sent });
        Assert.Equal([2, 1], kept.AskWhoGotNothing(Start).Collaborators.Select(each => each.Asked));
    }

    [Fact]
    public void Left_out_and_put_in_again_They_are_out_and_then_asked_anew_by_the_link_they_had()
    {
        var invited = Sent.With(_two with { Seen = 1, Invitation = InvitationId.From(Guid.CreateVersion7()), Delivery = CollaboratorDelivery.Bounced });
        var without = invited.Edit(1, "m", [], [_one], Me, Start.AddSeconds(1)).Value;
        var removed = without.Find(_two.Contact)!;
        Assert.Equal((Me, Start.AddSeconds(1)), (removed.Removal!.By, removed.Removal.At));
        Assert.False(removed.IsDue);
        var back = without.Edit(2, "m", [], [_one, _two], Me, Start.AddSeconds(2)).Value.Find(_two.Contact)!;
        Assert.True(back.IsIn && back.IsDue);
        Assert.Equal((removed.Invitation, CollaboratorDelivery.Queued), (back.Invitation, back.Delivery));
    }

    [Fact]
    public void Left_out_and_put_in_again_five_times_They_are_not_written_to_a_sixth_time()
    {
        var record = Sent;
        for (var emails = 2; emails <= 5; emails++)
        {
            record = Back(Without(record)).Value;
        }

        var without = Without(record);
        Assert.Equal("sent-too-often", Back(without).Refusal!.Code);
        Assert.False(without.Find(_two.Contact)!.IsIn);

        Collaboration Without(Collaboration from) => from.Edit(from.Version, "m", [], [_one], Me, Start.AddSeconds(1)).Value;
        Result<Collaboration> Back(Collaboration from) => from.Edit(from.Version, "m", [], [_one, _two], Me, Start.AddSeconds(1));
    }

    [Fact]
    public void Corrected_The_address_is_another_s_and_the_email_is_asked_for_anew()
    {
        var bounced = _one with { Seen = 1, Account = Account, Delivery = CollaboratorDelivery.Bounced };
        var corrected = Sent.With(bounced.Correct("nora.q@lab.example", Start));
        Assert.Null(corrected.FindByEmail(_one.Email));
        var now = corrected.FindByEmail("nora.q@lab.example")!;
        Assert.Equal((true, null, CollaboratorDelivery.Queued), (now.IsDue, now.Account, now.Delivery));
        Assert.Equal(Account, bounced.Correct(_one.Email, Start).Account);
    }

    [Fact]
    public void Who_stays_Keeps_what_has_become_of_their_email()
    {
        var sent = Sent.With(_one with { Seen = 1, Delivery = CollaboratorDelivery.Delivered });
        Assert.Equal(CollaboratorDelivery.Delivered, Edit(sent, 1, Start).Value.Find(_one.Contact)!.Delivery);
    }

    [Fact]
    public void The_address_of_somebody_who_was_removed_Is_of_the_one_who_is_in()
    {
        var twin = _one with { Contact = ContactId.From(Guid.CreateVersion7()) };
        var changed = Sent.Edit(1, "m", [], [twin, _two], Me, Start).Value;
        Assert.Equal(twin.Contact, changed.FindByEmail(_one.Email)!.Contact);
    }

    [Fact]
    public void Its_state_Is_the_furthest_that_it_has_come()
    {
        var later = Start.AddMinutes(4);
        Assert.Equal(CollaborationState.OpenForEdits, Sent.StateAt(Start));
        Assert.Equal(CollaborationState.Sent, Sent.StateAt(later));
        Assert.Equal(CollaborationState.Delivered, Sent.With(_one with { Delivery = CollaboratorDelivery.Delivered }).StateAt(later));
        var read = Sent.Read(_one, Account, Start);
        Assert.Equal(CollaborationState.Read, read.StateAt(Start));
        Assert.Equal(CollaborationState.Answered, (read with { AnsweredAt = Start }).StateAt(Start));
        var closed = read with { AnsweredAt = Start, Closing = new CollaborationClosing(true, Me, Start, "done") };
        Assert.Equal(CollaborationState.Closed, closed.StateAt(Start));
        Assert.Equal(CollaborationState.Answered, (closed with { Closing = closed.Closing with { Closed = false } }).StateAt(Start));
    }

    private static Collaborator Person(string name, string email) => new(ContactId.From(Guid.CreateVersion7()), name, email, null, Start);

    private Result<Collaboration> Edit(Collaboration collaboration, int version, DateTimeOffset at) =>
        collaboration.Edit(version, "second", [], [_one, _two], Me, at);
}
