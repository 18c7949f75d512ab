using Collaborations.Collaborating;
using Collaborations.Identifiers;
using Collaborations.Invitations.Registration;
using Collaborations.Messaging;
using Collaborations.Tests.Story;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Collaborating;

/// <summary>What becomes of a collaboration's emails, and of one that nobody reads.</summary>
public sealed class CollaborationProcessTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    [Fact]
    public async Task Unread_It_is_locked_reminded_on_day_3_and_15_and_the_link_dies_on_day_30()
    {
        const string Email = "silent@harbour.example";
        using var office = await Office.OpenAsync(app);
        var outbox = app.CreateOutbox();
        var started = await office.StartAsync(Office.Draft(await office.PatientAsync("Huang"), await office.ContactAsync("Si", "Lent", Email)));
        var id = started.Text("collaborationId");
        using var person = app.CreatePerson();
        person.Token = OutboxReader.TokenOf(await outbox.LatestAsync(Email));
        await office.SeesAsync(id, reply => Office.StateOf(reply, "Si Lent") == "delivered");
        await office.AdvanceAsync(TimeSpan.FromMinutes(3));
        Assert.Equal("delivered", (await office.SeesAsync(id, reply => reply.Text("state") != "openForEdits")).Text("state"));

        foreach (var (days, emails) in new[] { (3, 2), (12, 3) })
        {
            await office.AdvanceAsync(TimeSpan.FromDays(days));
            var mail = await outbox.LatestAsync(Email, emails);
            Assert.Equal($"Reminder: collaboration {started["number"]} at Riverside Dental", mail["subject"]!.GetValue<string>());
        }

        Assert.Equal("phone", (await person.GetAsync("registration")).Text("step"));
        await office.AdvanceAsync(TimeSpan.FromDays(15));
        Assert.Equal("link-not-open", (await person.GetAsync("registration")).Code);
        await office.Member.SignInAsync(Office.Doctor, app.Password);
        await office.SeesAsync(id, reply => Office.StateOf(reply, "Si Lent") == "expired");

        // Sent again, there is a new link.
        var contact = (await office.Member.GetAsync(office.Of(id)))["collaborators"][0]!["contactId"]!.GetValue<string>();
        Assert.Equal("queued", Office.StateOf(await office.Member.PostAsync($"{office.Of(id)}/collaborators/{contact}/resend"), "Si Lent"));
        Assert.NotEqual(person.Token, OutboxReader.TokenOf(await outbox.LatestAsync(Email, 4)));
        await office.SeesAsync(id, reply => Office.StateOf(reply, "Si Lent") == "delivered");
    }

    [Fact]
    public async Task An_email_that_comes_back_Is_seen_on_it_and_mailed_to_its_starter()
    {
        const string Email = "nobody@harbour.example";
        using var office = await Office.OpenAsync(app);
        var started = await office.StartAsync(Office.Draft(await office.PatientAsync("Huang"), await office.ContactAsync("No", "Body", Email)));
        var id = started.Text("collaborationId");
        await office.SeesAsync(id, reply => Office.StateOf(reply, "No Body") == "delivered");
        var practice = Identifier.Parse<PracticeId>(office.Path.Split('/')[1]);
        var record = await app.Services.GetRequiredService<CollaborationStore>().FindAsync(practice, Identifier.Parse<CollaborationId>(id), default);
        var process = RegistrationOrchestration.InstanceOf(record!.Record.Collaborators[0].Invitation!.Value, generation: 1);
        var send = app.Services.GetRequiredService<SendIds>().Of(process, "0");
        object[] reports = [new { eventType = "Microsoft.Communication.EmailDeliveryReportReceived", data = new { messageId = send.Value, status = "Bounced" } }];
        await office.Member.PostAsync($"delivery-reports?key={CollaborationsApp.HookKey}", reports);

        await office.SeesAsync(id, reply => Office.StateOf(reply, "No Body") == "bounced");
        await app.CreateOutbox().FindAsync(Office.Doctor, $"An email of collaboration {started["number"]} did not arrive");
    }

    [Fact]
    public async Task Somebody_who_has_an_account_Gets_the_notice_alone_and_no_link()
    {
        using var office = await Office.OpenAsync(app);
        var outbox = app.CreateOutbox();
        var before = (await outbox.AllAsync(Office.Manager)).Count;
        var contact = await office.ContactAsync("Amara", "Okafor", Office.Manager);
        var id = (await office.StartAsync(Office.Draft(await office.PatientAsync("Huang"), contact))).Text("collaborationId");
        var mail = await outbox.LatestAsync(Office.Manager, before + 1);
        Assert.Contains($"collaborations/{id}", mail["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain("register", mail["text"]!.GetValue<string>(), StringComparison.Ordinal);
        using var colleague = await Office.OpenAsync(app, Office.Manager);
        Assert.Equal(1, (await colleague.Member.GetAsync("collaborations/count"))["count"].GetValue<int>());
        Assert.Equal($"Please look at the {Office.Secret} crown.", (await colleague.Member.PostAsync($"collaborations/{id}/open"))["content"]["message"]!.GetValue<string>());
    }
}
