using System.Net;
using Collaborations.Tests.Story;

namespace Collaborations.Tests.Talks;

/// <summary>What somebody may write, and how often a button may be pressed.</summary>
public sealed class PostingTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    [Theory]
    [InlineData("🦷🙂‍↔️ é é")]
    [InlineData("مرحبا، هل الألم أقل اليوم؟")]
    [InlineData("שלום ‎abc‏ עולם")]
    public async Task Whatever_the_script_It_comes_back_as_it_was_typed(string text)
    {
        using var doctor = app.CreatePerson();
        var thread = await ThreadAsync(doctor, "Baker");
        var sent = await doctor.PostAsync($"threads/{thread}/messages", Message(text), key: text);
        Assert.Equal((HttpStatusCode.Created, text), (sent.Status, sent.Text("text")));
        Assert.Equal(text, (await doctor.GetAsync($"threads/{thread}"))["messages"].AsArray()[^1]!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task Longer_than_a_message_may_be_It_is_refused_in_plain_words_and_nothing_is_sent()
    {
        using var doctor = app.CreatePerson();
        var thread = await ThreadAsync(doctor, "Delgado");
        var longest = await doctor.PostAsync($"threads/{thread}/messages", Message(new string('a', 20_000)), key: "longest");
        Assert.Equal(HttpStatusCode.Created, longest.Status);
        var longer = await doctor.PostAsync($"threads/{thread}/messages", Message(new string('a', 20_001)), key: "longer");
        Assert.Equal((HttpStatusCode.BadRequest, "too-long"), (longer.Status, longer.Body!["errors"]!["text"]![0]!.GetValue<string>()));
        var tenMegabytes = await doctor.PostAsync($"threads/{thread}/messages", Message(new string('a', 10_000_000)), key: "ten");
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "body-too-large"), (tenMegabytes.Status, tenMegabytes.Code));
        Assert.Single((await doctor.GetAsync($"threads/{thread}"))["messages"].AsArray());
    }

    [Fact]
    public async Task Pressed_ten_times_at_once_It_is_sent_once()
    {
        using var doctor = app.CreatePerson();
        var thread = await ThreadAsync(doctor, "Marchand");
        var sent = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => doctor.PostAsync($"threads/{thread}/messages", Message("Once"), key: "same")));
        Assert.All(sent, reply => Assert.Equal(HttpStatusCode.Created, reply.Status));
        Assert.Single(sent.Select(reply => reply.Text("messageId")).Distinct());
        Assert.Single((await doctor.GetAsync($"threads/{thread}"))["messages"].AsArray());
    }

    private static object Message(string text) => new { text, files = Array.Empty<string>() };

    private async Task<string> ThreadAsync(Person doctor, string patient)
    {
        var (practice, _) = await doctor.SignInAsMemberAsync("ben.lindqvist@riverside.example", app.Password);
        return (await doctor.GetAsync($"{await doctor.CaseAsync(practice, patient)}/doctor-talk")).Text("threadId");
    }
}
