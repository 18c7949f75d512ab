using System.Net;
using System.Text.Json.Nodes;
using Collaborations.Tests.Storage;
using Collaborations.Tests.Story;

namespace Collaborations.Tests.Talks;

/// <summary>A case is marked as unread while something in it is, also where one writes while another reads.</summary>
public sealed class UnreadMarkTests : IClassFixture<CollaborationsApp>
{
    private static readonly Interruption Hook = new();
    private readonly CollaborationsApp _app;

    public UnreadMarkTests(CollaborationsApp app)
    {
        _app = app;
        Hook.Into(app);
    }

    [Fact]
    public async Task Read_before_the_mark_is_set_It_is_not_left_unread()
    {
        using var writer = _app.CreatePerson();
        using var reader = _app.CreatePerson();
        var (thread, list) = await SitAsync(writer, reader, "Delgado");
        Hook.Next("CaseLists", Moment.BeforeALook, async () => await ReadAsync(reader, thread));
        await WriteAsync(writer, thread, "Seen at once");
        Assert.False(await IsUnreadAsync(reader, list));
    }

    [Fact]
    public async Task Written_before_the_mark_is_taken_off_It_stays_unread()
    {
        using var writer = _app.CreatePerson();
        using var reader = _app.CreatePerson();
        var (thread, list) = await SitAsync(writer, reader, "Kim");
        await WriteAsync(writer, thread, "First");
        Assert.True(await IsUnreadAsync(reader, list));
        Hook.Next("CaseLists", Moment.BeforeALook, async () => await WriteAsync(writer, thread, "Second"));
        await ReadAsync(reader, thread);
        Assert.True(await IsUnreadAsync(reader, list));
        await ReadAsync(reader, thread);
        Assert.False(await IsUnreadAsync(reader, list));
    }

    private async Task<(string Thread, string List)> SitAsync(Person writer, Person reader, string patient)
    {
        var (practice, _) = await writer.SignInAsMemberAsync("ben.lindqvist@riverside.example", _app.Password);
        await reader.SignInAsync("amara.okafor@riverside.example", _app.Password);
        var thread = (await writer.GetAsync($"{await writer.CaseAsync(practice, patient)}/doctor-talk")).Text("threadId");
        return ($"threads/{thread}", $"practices/{practice}/cases?q={patient}");
    }

    private static async Task WriteAsync(Person writer, string thread, string text) =>
        Assert.Equal(HttpStatusCode.Created, (await writer.PostAsync($"{thread}/messages", new { text, files = Array.Empty<string>() }, key: text)).Status);

    // As many as there are.
    private static async Task ReadAsync(Person reader, string thread)
    {
        var last = (await reader.GetAsync(thread))["messages"].AsArray().OfType<JsonNode>().Max(each => each["sequence"]!.GetValue<int>());
        Assert.Equal(HttpStatusCode.NoContent, (await reader.PutAsync($"{thread}/read", new { sequence = last })).Status);
    }

    private static async Task<bool> IsUnreadAsync(Person reader, string list) => (await reader.GetAsync(list))["cases"][0]!["unread"]!.GetValue<bool>();
}
