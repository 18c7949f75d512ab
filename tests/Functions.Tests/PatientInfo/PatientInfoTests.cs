using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Collaborations.Accounts;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.PatientInfo;
using Collaborations.Practices;
using Collaborations.Tests.Fhir;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.PatientInfo;

/// <summary>Standard Patient Info: a part of the record as a PDF that says what was on record at that moment.</summary>
public sealed class PatientInfoTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    /// <summary>Points: nothing is drawn nearer to the edge.</summary>
    private const double Margin = 50;

    public static TheoryData<PatientInfoKind, string[]> Kinds => new()
    {
        { PatientInfoKind.Demographics, ["Patient details", "First name", "Nora", "1971-03-09", "French", "nora.1@home.example", "+12025550171"] },
        { PatientInfoKind.Allergies, ["Allergies", "Penicillin", "Told by the patient.", "Hives, moderate", "high", "active", "confirmed", "1999"] },
        { PatientInfoKind.Problems, ["Problems", "Gingivitis, Lower jaw", "mild", "resolved", "2020-01 – 2020-02", "in the spring"] },
        { PatientInfoKind.Medications, ["Amoxicillin 250 MG", "One capsule, three times a day", "prescribed", "Fluoride rinse", "reported"] },
        { PatientInfoKind.Results, ["Blood pressure", "Systolic: 121.50 mmHg", "90 to 140", "normal", "2023-06-01 04:15"] },
        { PatientInfoKind.Immunisations, ["Td (adult)", "LT-77", "0.5 mL", "left arm", "completed", "2018-09-14"] },
        { PatientInfoKind.Procedures, ["Procedures", "completed"] },
        { PatientInfoKind.Insurance, ["Insurance", "Insurer", "active"] },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_kind_Says_what_is_on_record_of_whom_when_and_by_whom(PatientInfoKind kind, string[] words)
    {
        using var clinic = await Clinic.OpenAsync(app);
        await clinic.ImportAsync(Bundles.Of([Bundles.Patient("1"), .. Bundles.Everything("", "Patient/1")]));
        using var pdf = new PdfText(await MakeAsync(clinic, kind));
        string[] always = ["Harbor Dental", "Nora Falk, born 1971-03-09, number N-1", "Made by Mara Quist.", "America/New_York", "Page 1 of 1"];

        // A cell breaks where its column ends; the words of a line are what counts here.
        Assert.All(always.Concat(words).SelectMany(text => text.Split(' ')), word => Assert.Contains(word, pdf.All, StringComparison.Ordinal));
        Assert.DoesNotContain("□", pdf.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_on_record_It_says_so_and_not_that_there_is_nothing()
    {
        using var clinic = await OpenAsync();
        using var pdf = new PdfText(await MakeAsync(clinic, PatientInfoKind.Allergies));
        Assert.Contains("No allergies are on record. The patient may have some that nobody wrote down.", pdf.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_entered_in_error_Is_not_told_on()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var wrong = Bundles.Allergy("a", "Patient/1").With(
            "verificationStatus", Bundles.Json("""{ "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification", "code": "entered-in-error" }] }"""));
        await clinic.ImportAsync(Bundles.Of(Bundles.Patient("1"), wrong.Without("clinicalStatus")));
        using var pdf = new PdfText(await MakeAsync(clinic, PatientInfoKind.Allergies));
        Assert.DoesNotContain("Penicillin", pdf.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_table_Goes_on_with_its_headings_and_numbers_its_pages()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var results = Enumerable.Range(0, 120).Select(each => Bundles.Observation($"o{each}", "Patient/1").With("effectiveDateTime", $"2023-01-{(each % 28) + 1:D2}"));
        await clinic.ImportAsync(Bundles.Of([Bundles.Patient("1"), .. results]));
        using var pdf = new PdfText(await MakeAsync(clinic, PatientInfoKind.Results));
        Assert.True(pdf.Pages.Count > 3, "It fits on a few pages.");
        foreach (var (number, page) in pdf.Pages.Index())
        {
            var text = PdfText.Of(page);
            Assert.Contains("Nora Falk", text, StringComparison.Ordinal);
            Assert.Contains("Usual range", text, StringComparison.Ordinal);
            Assert.Contains($"Page {number + 1} of {pdf.Pages.Count}", text, StringComparison.Ordinal);
        }

        Assert.Equal(120, pdf.All.Split("Systolic:").Length - 1);
        AssertInside(pdf);
    }

    [Fact]
    public async Task A_note_that_no_page_holds_And_a_word_that_no_column_holds_Are_broken_and_whole()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var word = string.Concat(Enumerable.Repeat("Wxyz", 80));
        var note = string.Join(' ', Enumerable.Range(0, 2_000).Select(each => $"w{each}"));
        var allergy = Bundles.Allergy("a", "Patient/1").With("code", Bundles.Json($$"""{ "text": "{{word}}" }""")).With("note", Bundles.Json($$"""[{ "text": "{{note}}" }]"""));
        await clinic.ImportAsync(Bundles.Of(Bundles.Patient("1"), allergy));
        using var pdf = new PdfText(await MakeAsync(clinic, PatientInfoKind.Allergies));
        AssertInside(pdf);
        var words = pdf.All.Split(' ').ToHashSet();
        Assert.All(Enumerable.Range(0, 2_000), each => Assert.Contains($"w{each}", words));
        Assert.Equal(80, string.Concat(pdf.Pages.SelectMany(page => page.Letters).Select(letter => letter.Value)).Count(letter => letter == 'x'));
    }

    [Fact]
    public async Task Names_Stand_in_their_own_letters_and_letters_that_are_not_there_are_named()
    {
        using var clinic = await Clinic.OpenAsync(app);
        await clinic.ImportAsync(Bundles.Of(Bundles.Patient("1", "Παππάς-Žižković falk", "Юлия 王")));
        using var pdf = new PdfText(await MakeAsync(clinic, PatientInfoKind.Demographics));
        Assert.All(["Παππάς-Žižković", "Юлия", "□", "738B"], text => Assert.Contains(text, pdf.All, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Language.Spanish, "Alergias", "Página 1 de 1", "activo")]
    [InlineData(Language.French, "Allergies", "Page 1 sur 1", "actif")]
    public async Task The_words_Are_those_of_the_practice_s_language(Language language, string title, string page, string status)
    {
        using var clinic = await OpenAsync(Bundles.Allergy("a", "Patient/1"));
        var practices = app.Services.GetRequiredService<PracticeStore>();
        var before = (await practices.FindAsync(clinic.Id, default))!;
        Assert.True(await practices.ReplaceAsync(clinic.Id, before.Record with { Language = language }, before, default));
        using var pdf = new PdfText(await MakeAsync(clinic, PatientInfoKind.Allergies));
        Assert.All([title, page, status], text => Assert.Contains(text, pdf.All, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_record_at_the_same_time_Is_the_same_file_and_says_nothing_of_the_patient_about_itself()
    {
        using var clinic = await OpenAsync(Bundles.Allergy("a", "Patient/1"));
        var content = await MakeAsync(clinic, PatientInfoKind.Allergies);
        Assert.Equal(content, await MakeAsync(clinic, PatientInfoKind.Allergies));
        using var pdf = new PdfText(content);
        Assert.Equal(("Allergies", null, null, null), (pdf.About.Title, pdf.About.Author, pdf.About.Subject, pdf.About.Keywords));
        Assert.DoesNotContain("Falk", Encoding.Latin1.GetString(content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_Stays_as_it_was_made_whatever_becomes_of_the_record()
    {
        using var clinic = await OpenAsync();
        var (writer, vault) = (app.Services.GetRequiredService<PatientInfoWriter>(), app.Services.GetRequiredService<FileVault>());
        var id = app.Services.GetRequiredService<IdGenerator>().New<FileId>();
        var order = await OrderAsync(clinic, PatientInfoKind.Allergies);
        var digests = new List<string>();
        FileId Keep(string digest)
        {
            digests.Add(digest);
            return id;
        }

        Assert.Equal(id, (await writer.WriteAsync(order, Keep, default)).Value);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(id, (await writer.WriteAsync(order, Keep, default)).Value);
        await clinic.ImportAsync(Bundles.Of(Bundles.Patient("1"), Bundles.Allergy("a", "Patient/1")));
        Assert.Equal(id, (await writer.WriteAsync(order, Keep, default)).Value);

        // Its maker knows by the digest whether the record is another, and not by the time at which it was asked.
        Assert.Equal(digests[0], digests[1]);
        Assert.NotEqual(digests[0], digests[2]);
        using var kept = new MemoryStream();
        await using (var content = await vault.OpenAsync(id, default))
        {
            await content.CopyToAsync(kept);
        }

        using var pdf = new PdfText(kept.ToArray());
        Assert.Contains("No allergies are on record.", pdf.All, StringComparison.Ordinal);
        var file = await clinic.Manager.GetAsync($"files/{id}");
        Assert.Equal(("Allergies.pdf", "ready"), (file.Text("name"), file.Text("state")));
        Assert.IsType<NotFound>((await writer.WriteAsync(order with { Patient = default }, _ => default, default)).Refusal);
    }

    [Fact]
    public async Task A_member_Looks_at_one_and_nobody_else_does()
    {
        using var clinic = await OpenAsync(Bundles.Allergy("a", "Patient/1"));
        var path = $"{clinic.Path}/patients/{await clinic.PatientAsync("falk")}/information";
        var shown = await clinic.Manager.PostAsync($"{path}/allergies");
        using var store = new HttpClient();
        using var got = await store.GetAsync(new Uri(shown.Text("url")));
        Assert.Equal("application/pdf", got.Content.Headers.ContentType!.MediaType);
        using var pdf = new PdfText(await got.Content.ReadAsByteArrayAsync());
        Assert.Contains("Penicillin", pdf.All, StringComparison.Ordinal);
        Assert.Equal("patient-info-kind-unknown", (await clinic.Manager.PostAsync($"{path}/1")).Code);

        using var stranger = app.CreatePerson();
        await stranger.SignInAsync("ben.lindqvist@riverside.example", app.Password);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"{path}/allergies")).Status);
    }

    private static void AssertInside(PdfText pdf) =>
        Assert.All(pdf.Pages, page => Assert.All(page.Letters, letter =>
            Assert.True(
                letter.StartBaseLine.X >= Margin - 1 && letter.EndBaseLine.X <= page.Width - Margin + 1 && letter.StartBaseLine.Y >= Margin - 1,
                $"{letter.Value} on page {page.Number} stands at {letter.StartBaseLine}.")));

    private async Task<Clinic> OpenAsync(params JsonObject[] records)
    {
        var clinic = await Clinic.OpenAsync(app);
        await clinic.ImportAsync(Bundles.Of([Bundles.Patient("1"), .. records]));
        return clinic;
    }

    private async Task<byte[]> MakeAsync(Clinic clinic, PatientInfoKind kind) =>
        (await app.Services.GetRequiredService<PatientInfoWriter>().MakeAsync(await OrderAsync(clinic, kind), default)).Value.Content.ToArray();

    private async Task<PatientInfoOrder> OrderAsync(Clinic clinic, PatientInfoKind kind)
    {
        var members = new List<MemberId>();
        await foreach (var (id, _) in app.Services.GetRequiredService<MemberStore>().ListAsync(clinic.Id, default))
        {
            members.Add(id);
        }

        return new PatientInfoOrder(clinic.Id, Identifier.Parse<PatientId>(await clinic.PatientAsync("falk")), kind, Assert.Single(members));
    }
}
