using Collaborations.Identifiers;
using Collaborations.PatientInfo;
using Collaborations.Practices;
using Collaborations.Tests.Fhir;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.PatientInfo;

/// <summary>Standard Patient Info: a part of the record as a PDF that says what was true at that moment.</summary>
public sealed class PatientInfoTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    [Theory]
    [InlineData(PatientInfoKind.Demographics, "Patient details", "Falk")]
    [InlineData(PatientInfoKind.Allergies, "Allergies", "Penicillin")]
    public async Task Each_kind_Says_what_is_on_record(PatientInfoKind kind, string title, string word)
    {
        using var clinic = await Clinic.OpenAsync(app);
        await clinic.ImportAsync(Bundles.Of([Bundles.Patient("1"), .. Bundles.Everything("", "Patient/1")]));
        using var pdf = new PdfText(await MakeAsync(clinic, kind));
        Assert.Contains(title, pdf.All, StringComparison.Ordinal);
        Assert.Contains(word, pdf.All, StringComparison.Ordinal);
    }

    private async Task<byte[]> MakeAsync(Clinic clinic, PatientInfoKind kind)
    {
        var order = new PatientInfoOrder(clinic.Id, Identifier.Parse<PatientId>(await clinic.PatientAsync("falk")), kind, await MemberAsync(clinic));
        return (await app.Services.GetRequiredService<PatientInfoWriter>().MakeAsync(order, default)).Value.Content;
    }

    private async Task<MemberId> MemberAsync(Clinic clinic)
    {
        await foreach (var (id, _) in app.Services.GetRequiredService<MemberStore>().ListAsync(clinic.Id, default))
        {
            return id;
        }

        throw new InvalidOperationException("The clinic has no member.");
    }
}
