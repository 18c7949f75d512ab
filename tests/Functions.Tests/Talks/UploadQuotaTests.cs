using System.Net;
using Collaborations.Tests.Story;

namespace Collaborations.Tests.Talks;

/// <summary>How much one person may upload in a day.</summary>
public sealed class UploadQuotaTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    [Fact]
    public async Task Twenty_of_the_largest_files_Are_taken_in_a_day_and_one_more_the_next()
    {
        using var doctor = app.CreatePerson();
        var (practice, _) = await doctor.SignInAsMemberAsync("ben.lindqvist@riverside.example", app.Password);
        var files = $"{await doctor.CaseAsync(practice, "Baker")}/attachments";
        for (var count = 0; count < 20; count++)
        {
            Assert.Equal(HttpStatusCode.Created, (await BeginAsync(doctor, files)).Status);
        }

        var refused = await BeginAsync(doctor, files);
        Assert.Equal((HttpStatusCode.TooManyRequests, "too-much-uploaded"), (refused.Status, refused.Code));
        app.Clock.Advance(TimeSpan.FromDays(1));
        await doctor.SignInAsync("ben.lindqvist@riverside.example", app.Password);
        Assert.Equal(HttpStatusCode.Created, (await BeginAsync(doctor, files)).Status);
    }

    private static Task<Reply> BeginAsync(Person doctor, string files) => doctor.PostAsync(files, new { name = "scan.pdf", size = 500_000_000 });
}
