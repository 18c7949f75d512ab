using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Story;

/// <summary>The main story in two browsers: a member at a desk, a patient with a phone. Every page it passes is left as a picture.</summary>
[Collection(Pages.Name)]
public sealed class MainStoryTests(Chromium chromium, Site site)
{
    private readonly MainStory _story = new(chromium, site);

    [Fact]
    public async Task With_a_text_A_wrong_code_a_re_send_and_a_change_of_delivery()
    {
        await using var member = await _story.SignInAsync();
        await MainStory.InviteAsync(member, "Rosa Delgado", "rosa.delgado@home.example", "Hello Rosa, how is the tooth?");
        await member.LookAsync("story-invited");

        await using var patient = await _story.OpenLinkAsync("rosa.delgado@home.example");
        await MainStory.BirthDateAsync(patient, "1", "1", "1958");
        await Expect(patient.Page.GetByText("You have 2 tries left").First).ToBeVisibleAsync();
        await patient.LookAsync("story-birth-date-wrong");
        await MainStory.BirthDateAsync(patient, "23", "4", "1958");
        await MainStory.PhonesAsync(patient);
        await MainStory.DeliverAsync(patient, "Text message: Cell phone ending in 21");
        var first = await _story.Outbox.CodeAsync("+12025550121");
        await MainStory.EnterAsync(patient, first == "000000" ? "111111" : "000000");
        await Expect(patient.Page.GetByText("You have 4 tries left").First).ToBeVisibleAsync();
        await patient.LookAsync("story-code-wrong");

        await patient.Button("Re-send code").ClickAsync();
        await _story.Outbox.CodeAsync("+12025550121", count: 2);
        await Expect(patient.Page.GetByText("A new code is on its way").First).ToBeVisibleAsync();
        await MainStory.EnterAsync(patient, first);
        await Expect(patient.Page.GetByText("This is not the code we sent").First).ToBeVisibleAsync();

        await patient.Button("Change delivery method").ClickAsync();
        await MainStory.DeliverAsync(patient, "Phone call: Phone ending in 22");
        await MainStory.EnterAsync(patient, await _story.Outbox.CodeAsync("+12025550122"));
        await MainStory.FinishAsync(patient);

        await MainStory.ReadAndAnswerAsync(patient, "Hello Rosa, how is the tooth?");
        await MainStory.ShareAsync(member);
        await _story.EmailsAsync("rosa.delgado@home.example");
    }

    [Fact]
    public async Task With_a_call_And_a_reload_at_every_step()
    {
        await using var member = await _story.SignInAsync();
        await MainStory.InviteAsync(member, "Élodie Marchand", "elodie.marchand@home.example", "Bonjour Élodie");

        await using var patient = await _story.OpenLinkAsync("elodie.marchand@home.example");
        await patient.Page.ReloadAsync();
        await MainStory.BirthDateAsync(patient, "30", "6", "1987");
        await Expect(patient.Heading("Which phone can we reach you on?")).ToBeVisibleAsync();
        await patient.Page.ReloadAsync();
        await MainStory.PhonesAsync(patient);
        await Expect(patient.Heading("How should we send your code?")).ToBeVisibleAsync();
        await patient.Page.ReloadAsync();
        await MainStory.DeliverAsync(patient, "Phone call: Cell phone ending in 24");
        var code = await _story.Outbox.CodeAsync("+12025550124");
        await patient.Page.ReloadAsync();
        await MainStory.EnterAsync(patient, code);
        await Expect(patient.Heading("Terms of Use")).ToBeVisibleAsync();
        await patient.Page.ReloadAsync();
        await MainStory.FinishAsync(patient);

        await MainStory.ReadAndAnswerAsync(patient, "Bonjour Élodie");
        await MainStory.ShareAsync(member);
    }
}
