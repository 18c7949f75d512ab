using System.Net;

namespace Collaborations.Tests.Story;

/// <summary>The product's main story, by the requests of its pages.</summary>
public sealed class MainStoryTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Doctor = "ben.lindqvist@riverside.example";
    private const string PatientPassword = "eleven grey herons wade";

    [Theory]
    [InlineData("text", "Rosa", "rosa.delgado@home.example", "1958-04-23", "+12025550121")]
    [InlineData("call", "Élodie", "elodie.marchand@home.example", "1987-06-30", "+12025550124")]
    public async Task A_patient_is_invited_registers_answers_with_a_photo_and_the_member_shares_it(
        string channel, string name, string email, string birthDate, string phone)
    {
        using var member = app.CreatePerson();
        var outbox = app.CreateOutbox();

        // The member signs in, finds the case and invites.
        var signedIn = await member.SignInAsync(Doctor, app.Password);
        Assert.Equal(HttpStatusCode.OK, signedIn.Status);
        var practice = signedIn["session"]["affiliations"]![0]!["practiceId"]!.GetValue<string>();
        var found = await member.GetAsync($"practices/{practice}/cases?q={Uri.EscapeDataString(name)}");
        var @case = $"practices/{practice}/cases/{found["cases"][0]!["caseId"]!.GetValue<string>()}";
        Assert.Equal("notInvited", (await member.GetAsync($"{@case}/patient-talk")).Text("state"));
        var invited = await member.PostAsync(
            $"{@case}/patient-talk/invitation", new { email, confirmEmail = email, firstMessage = "Hello, how is the tooth today?" });
        Assert.Equal(HttpStatusCode.Created, invited.Status);
        Assert.Equal("invited", invited.Text("state"));

        // The patient opens the link on a phone and goes through the steps.
        using var patient = app.CreatePerson();
        var mail = await outbox.LatestAsync(email);
        Assert.DoesNotContain("tooth", mail.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        await member.SeesAsync($"{@case}/patient-talk", "delivered");
        patient.Token = OutboxReader.TokenOf(mail);
        Assert.Equal("birthDate", (await patient.GetAsync("registration")).Text("step"));
        Assert.Equal("phone", (await patient.PostAsync("registration/birth-date", new { birthDate })).Text("step"));
        var phones = await patient.PostAsync("registration/phones", new { phones = Array.Empty<object>() });
        Assert.Equal("delivery", phones.Text("step"));
        var phoneId = phones["phones"][0]!["phoneId"]!.GetValue<string>();
        var sent = await patient.PostAsync("registration/delivery", new { phoneId, channel });
        Assert.Equal("code", sent.Text("step"));
        var code = OutboxReader.CodeOf(await outbox.LatestAsync(phone));
        Assert.Equal("terms", (await patient.PostAsync("registration/code", new { code })).Text("step"));
        var version = (await patient.GetAsync("terms?language=es")).Text("version");
        Assert.Equal("password", (await patient.PostAsync("registration/terms", new { version })).Text("step"));
        var finished = await patient.PostAsync("registration/password", new { password = PatientPassword, confirmPassword = PatientPassword });
        Assert.Equal(email, finished.Text("email"));
        patient.Token = null;
        Assert.Equal(HttpStatusCode.OK, (await patient.SignInAsync(email, PatientPassword)).Status);
        await member.SeesAsync($"{@case}/patient-talk", "signedIn");

        // The message waits; the patient answers with a photo.
        var inbox = await patient.GetAsync("inbox");
        var item = Assert.Single(inbox["items"].AsArray());
        Assert.Equal(1, item!["unread"]!.GetValue<int>());
        var thread = $"threads/{item["threadId"]!.GetValue<string>()}";
        Assert.Equal("Hello, how is the tooth today?", (await patient.GetAsync(thread))["messages"][0]!["text"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NoContent, (await patient.PutAsync($"{thread}/read", new { sequence = 1 })).Status);
        var photo = await patient.UploadAsync($"{thread}/files", "photo.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]);
        Assert.Equal("ready", photo.Text("state"));
        var fileId = photo.Text("fileId");
        var answer = await patient.PostAsync($"{thread}/messages", new { text = "Better. Here is a photo.", files = new[] { fileId } }, key: "one");
        Assert.Equal(HttpStatusCode.Created, answer.Status);

        // The member reads it, with the mail that says so, and shares the photo with the case.
        await outbox.LatestAsync(Doctor);
        var talk = await member.GetAsync($"{@case}/patient-talk");
        Assert.Equal("talking", talk.Text("state"));
        var seen = await member.GetAsync($"threads/{talk.Text("threadId")}");
        Assert.True(seen["messages"][1]!["files"]![0]!["canShare"]!.GetValue<bool>());
        Assert.Single(seen["messages"][0]!["readBy"]!.AsArray());
        var first = await member.PutAsync($"{@case}/attachments/{fileId}");
        var again = await member.PutAsync($"{@case}/attachments/{fileId}");
        Assert.Equal(first.Body!.ToJsonString(), again.Body!.ToJsonString());
        Assert.Single((await member.GetAsync($"{@case}/attachments"))["attachments"].AsArray());
        Assert.False((await member.GetAsync($"threads/{talk.Text("threadId")}"))["messages"][1]!["files"]![0]!["canShare"]!.GetValue<bool>());
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync($"files/{fileId}/address")).Status);
    }
}
