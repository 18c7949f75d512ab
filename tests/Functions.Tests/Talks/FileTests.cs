using System.Net;
using System.Text;
using Collaborations.Tests.Story;

namespace Collaborations.Tests.Talks;

/// <summary>Files that are not what they should be: each is refused or held back with its reason, and nothing else is lost.</summary>
public sealed class FileTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    // In two parts, so that no scanner takes this file for the one it names (EICAR anti-malware test file).
    private const string Eicar = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Theory]
    [InlineData("photo.png", 0, "file-empty")]
    [InlineData("photo.png", 524_288_001, "file-too-large")]
    [InlineData("photo.jpg.php", 10, "file-type-not-taken")]
    [InlineData("page.html", 10, "file-type-not-taken")]
    [InlineData("", 10, "file-name-missing")]
    [InlineData("noending", 10, "file-type-not-taken")]
    public async Task A_name_or_a_size_that_is_not_taken_Is_refused_before_a_byte_moves(string name, long size, string code)
    {
        var (person, files) = await OpenAsync();
        var begun = await person.PostAsync(files, new { name, size });
        Assert.Equal(code, begun.Code);
        person.Dispose();
    }

    [Fact]
    public async Task What_is_not_what_its_name_says_Is_held_back_and_cannot_be_opened()
    {
        var (person, files) = await OpenAsync();
        var file = await person.UploadAsync(files, "photo.png", Encoding.ASCII.GetBytes("<script>alert(1)</script>"));
        Assert.Equal("quarantined", file.Text("state"));
        Assert.Equal("typeMismatch", file.Text("reason"));
        Assert.NotEqual(HttpStatusCode.OK, (await person.GetAsync($"files/{file.Text("fileId")}/address")).Status);
        person.Dispose();
    }

    [Fact]
    public async Task The_test_file_of_virus_scanners_Is_held_back_as_malware()
    {
        var (person, files) = await OpenAsync();
        var file = await person.UploadAsync(files, "letter.txt", Encoding.ASCII.GetBytes(Eicar));
        Assert.Equal("quarantined", file.Text("state"));
        Assert.Equal("malware", file.Text("reason"));
        person.Dispose();
    }

    [Fact]
    public async Task What_is_what_it_says_Is_opened_by_the_case_and_by_nobody_else()
    {
        var (person, files) = await OpenAsync();
        var file = await person.UploadAsync(files, "../../photo.png", Png);
        Assert.Equal("ready", file.Text("state"));
        var address = await person.GetAsync($"files/{file.Text("fileId")}/address?purpose=download");
        using var http = new HttpClient();
        using var got = await http.GetAsync(new Uri(address.Text("url")));
        Assert.Equal(Png, await got.Content.ReadAsByteArrayAsync());
        Assert.StartsWith("attachment", got.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("photo", new Uri(address.Text("url")).AbsolutePath, StringComparison.Ordinal);

        // A doctor who is no member of the case.
        using var other = app.CreatePerson();
        await other.SignInAsync("amara.okafor@riverside.example", app.Password);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"files/{file.Text("fileId")}/address")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"files/{file.Text("fileId")}")).Status);
        person.Dispose();
    }

    // Attachments of a case that is Ben's alone.
    private async Task<(Person Person, string Files)> OpenAsync()
    {
        var person = app.CreatePerson();
        var signedIn = await person.SignInAsync("ben.lindqvist@riverside.example", app.Password);
        var practice = signedIn["session"]["affiliations"]![0]!["practiceId"]!.GetValue<string>();
        var found = await person.GetAsync($"practices/{practice}/cases?q=Baker");
        return (person, $"practices/{practice}/cases/{found["cases"][0]!["caseId"]!.GetValue<string>()}/attachments");
    }
}
