using System.Net;
using Azure.Data.Tables;
using Collaborations.Tests.Contract;
using Collaborations.Tests.Story;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Audit;

/// <summary>Every route as every role: what touches a patient or is about security leaves one line, done or refused, and no more than one.</summary>
public sealed class EveryRouteTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    /// <summary>Say nothing of anybody, or only what the page of a signed-in person asks by itself.</summary>
    private static readonly string[] Silent =
        ["GET /health", "GET /terms", "GET /session", "POST /session/keep", "GET /inbox/count", "GET /collaborations/count", "GET /sign-in", "GET /account/password-rules",
            "POST /sign-in/passkey/options", "POST /csp-reports", "POST /delivery-reports", "POST /call-events"];

    /// <summary>Open to whoever comes; the others leave no line of somebody who is not signed in, or anybody could fill the chains.</summary>
    private static readonly string[] Open = ["/registration", "/sign-in", "/password-reset", "/password-resets"];

    /// <summary>Not there for whoever has no operator's key, so nothing is tried on them; with one they leave a line (WorkflowTests).</summary>
    private const string Operators = "/operations";

    private const string Patient = "grace.kim@home.example";
    private const string PatientWords = "nine amber kites drift";

    public static TheoryData<string?> Roles { get; } =
        [null, "ben.lindqvist@riverside.example", "amara.okafor@riverside.example", "chloe.martin@riverside.example", Patient];

    private readonly TableClient _table = app.Services.GetRequiredService<TableServiceClient>().GetTableClient("Audit");

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Called_as_anyone_Leaves_exactly_the_lines_it_should(string? email)
    {
        using var person = app.CreatePerson();
        var (practice, @case) = await PlaceAsync();
        await SignInAsync(person, email);
        var unexpected = new List<string>();
        foreach (var operation in OpenApiContract.Current.Operations)
        {
            var (method, template) = (operation.Split(' ')[0], operation.Split(' ')[1]);
            var before = await LinesAsync();
            var reply = await person.SendAsync(new HttpMethod(method), Filled(template, practice, @case), method == "GET" ? null : new { });
            var lines = await LinesAsync() - before;
            var should = Silent.Contains(operation) || Under(template, Operators) || (email is null && !Open.Any(open => Under(template, open))) ? 0 : 1;
            if (lines != should)
            {
                unexpected.Add($"{operation}: {lines} lines instead of {should} ({reply.Status} {reply.Code})");
            }

            if (operation == "POST /sign-out")
            {
                await SignInAsync(person, email);
            }
        }

        Assert.Empty(unexpected);
    }

    private static bool Under(string template, string open) => template == open || template.StartsWith(open + "/", StringComparison.Ordinal);

    private static string Filled(string template, string practice, string @case)
    {
        var path = template.TrimStart('/').Replace("{practiceId}", practice, StringComparison.Ordinal).Replace("{caseId}", @case, StringComparison.Ordinal);
        return string.Join('/', path.Split('/').Select(part => part.StartsWith('{') ? "00000000000070008000000000000001" : part));
    }

    private async Task SignInAsync(Person person, string? email)
    {
        if (email == Patient)
        {
            await SignInAsPatientAsync(person);
        }
        else if (email is not null)
        {
            Assert.Equal("done", (await person.SignInAsync(email, app.Password)).Text("step"));
        }
    }

    private async Task SignInAsPatientAsync(Person patient)
    {
        if ((await patient.SignInAsync(Patient, PatientWords)).Status != HttpStatusCode.OK)
        {
            using var doctor = app.CreatePerson();
            var (practice, _) = await doctor.SignInAsMemberAsync("ben.lindqvist@riverside.example", app.Password);
            await doctor.PostAsync($"{await doctor.CaseAsync(practice, "Kim")}/patient-talk/invitation", new { email = Patient, confirmEmail = Patient });
            await patient.RegisterAsync(app.CreateOutbox(), Patient, "1980-07-27", "+12025550130", PatientWords);
        }
    }

    private async Task<(string Practice, string Case)> PlaceAsync()
    {
        using var doctor = app.CreatePerson();
        var signedIn = await doctor.SignInAsync("ben.lindqvist@riverside.example", app.Password);
        var practice = signedIn["session"]["affiliations"]![0]!["practiceId"]!.GetValue<string>();
        return (practice, (await doctor.GetAsync($"practices/{practice}/cases"))["cases"][0]!["caseId"]!.GetValue<string>());
    }

    private async Task<int> LinesAsync()
    {
        var lines = 0;
        await foreach (var _ in _table.QueryAsync<TableEntity>("RowKey ge 'line-' and RowKey lt 'line.'", select: ["RowKey"]))
        {
            lines++;
        }

        return lines;
    }
}
