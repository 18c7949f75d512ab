using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Host.Tests.Outbox;

public sealed class OutboxFeedTests
{
    public sealed class Get : OutboxHost
    {
        [Fact]
        public async Task Empty_outbox_is_an_empty_array() =>
            Assert.Equal("[]", await Http.GetStringAsync("/outbox.json"));

        [Fact]
        public async Task Message_has_exactly_the_named_parts()
        {
            await SendEmailAsync("ana@home.example");

            var names = (await OnlyMessageAsync()).EnumerateObject().Select(part => part.Name);

            Assert.Equal(["id", "kind", "to", "at", "subject", "text", "html", "spoken"], names);
        }

        [Fact]
        public async Task Newest_is_last()
        {
            await SendEmailAsync("first@home.example");
            Time.Advance(TimeSpan.FromMinutes(1));
            await Sms.SendAsync(PracticeNumber, "+14255550123", "second");

            Assert.Equal(["email", "text"], (await FeedAsync()).Select(message => message.GetProperty("kind").GetString()));
        }

        [Fact]
        public async Task After_a_known_message_only_newer_ones_are_given()
        {
            await SendEmailAsync("first@home.example");
            await SendEmailAsync("second@home.example");
            var first = (await FeedAsync())[0].GetProperty("id").GetString();

            var newer = await FeedAsync("?after=" + first);

            Assert.Equal("second@home.example", Assert.Single(newer).GetProperty("to").GetString());
            Assert.Empty(await FeedAsync("?after=" + newer[0].GetProperty("id").GetString()));
        }

        [Fact]
        public async Task After_an_unknown_message_all_are_given()
        {
            await SendEmailAsync("first@home.example");

            Assert.Single(await FeedAsync("?after=gone"));
        }

        [Fact]
        public async Task Unchanged_feed_is_not_sent_again()
        {
            await SendEmailAsync("first@home.example");
            using var response = await Http.GetAsync("/outbox.json");

            Assert.Equal(HttpStatusCode.NotModified, await AskAgainAsync(response.Headers.ETag!));
            Assert.Equal(HttpStatusCode.NotModified, await AskAgainAsync(EntityTagHeaderValue.Any));
            await SendEmailAsync("second@home.example");
            Assert.Equal(HttpStatusCode.OK, await AskAgainAsync(response.Headers.ETag!));
        }

        [Fact]
        public async Task Id_is_the_same_after_a_restart()
        {
            await SendEmailAsync("first@home.example");
            var before = await OnlyMessageAsync();

            await RestartAsync();

            Assert.True(JsonElement.DeepEquals(before, await OnlyMessageAsync()));
        }

        private async Task<HttpStatusCode> AskAgainAsync(EntityTagHeaderValue tag)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/outbox.json");
            request.Headers.IfNoneMatch.Add(tag);
            using var response = await Http.SendAsync(request);
            return response.StatusCode;
        }
    }

    public sealed class Disk : OutboxHost
    {
        [Fact]
        public async Task Each_message_is_one_whole_line_as_soon_as_it_is_answered()
        {
            await SendEmailAsync("first@home.example", text: "two\nlines");
            var afterFirst = new FileInfo(File).Length;
            await SendEmailAsync("second@home.example");
            var afterSecond = new FileInfo(File).Length;

            await StopAsync();
            var written = await System.IO.File.ReadAllTextAsync(File);

            Assert.InRange(afterFirst, 1, afterSecond - 1);
            Assert.Equal(afterSecond, new FileInfo(File).Length);
            Assert.EndsWith("\n", written, StringComparison.Ordinal);
            var lines = written.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(2, lines.Length);
            Assert.All(lines, line => JsonDocument.Parse(line).Dispose());
        }

        [Fact]
        public void Only_its_owner_may_read_the_file() =>
            Assert.True(OperatingSystem.IsWindows() || System.IO.File.GetUnixFileMode(File) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));

        [Fact]
        public async Task Second_outbox_on_the_same_data_does_not_start()
        {
            var second = new OutboxHost { Folder = Folder };

            await Assert.ThrowsAsync<IOException>(second.StartAsync);
            await second.StopAsync();
        }

        [Fact]
        public async Task Cut_last_line_is_skipped_and_the_next_stands_alone()
        {
            await SendEmailAsync("first@home.example");
            await SendEmailAsync("second@home.example");
            await StopAsync();
            await using (var file = new FileStream(File, FileMode.Open))
            {
                file.SetLength(file.Length - 40);
            }

            await StartAsync();
            Assert.Equal("first@home.example", (await OnlyMessageAsync()).GetProperty("to").GetString());
            await SendEmailAsync("third@home.example");
            await RestartAsync();

            Assert.Equal(["first@home.example", "third@home.example"], await ReceiversAsync());
        }

        [Fact]
        public async Task Line_that_lost_only_its_end_is_kept()
        {
            await SendEmailAsync("first@home.example");
            await StopAsync();
            await using (var file = new FileStream(File, FileMode.Open))
            {
                file.SetLength(file.Length - 1);
            }

            await StartAsync();
            await SendEmailAsync("second@home.example");
            await RestartAsync();

            Assert.Equal(["first@home.example", "second@home.example"], await ReceiversAsync());
        }

        [Fact]
        public async Task Strange_lines_are_skipped()
        {
            await SendEmailAsync("first@home.example");
            await StopAsync();
            await System.IO.File.AppendAllTextAsync(File, "\n{}\n[1]\nnull\n{\"message\":{\"id\":\"x\"}}\n\0\0\0\n");

            await StartAsync();

            Assert.Equal(["first@home.example"], await ReceiversAsync());
        }

        [Fact]
        public async Task Memory_keeps_the_last_ones_and_the_file_all()
        {
            await StopAsync();
            Capacity = 2;
            await StartAsync();
            foreach (var name in new[] { "a", "b", "c" })
            {
                await SendEmailAsync(name + "@home.example");
            }

            Assert.Equal(["b@home.example", "c@home.example"], await ReceiversAsync());
            await StopAsync();
            Assert.Equal(3, (await System.IO.File.ReadAllLinesAsync(File)).Length);
            await StartAsync();
            Assert.Equal(["b@home.example", "c@home.example"], await ReceiversAsync());
        }

        private async Task<IEnumerable<string?>> ReceiversAsync() =>
            (await FeedAsync()).Select(message => message.GetProperty("to").GetString());
    }
}
