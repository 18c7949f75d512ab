using Collaborations.Files;
using Collaborations.Files.Pictures;
using Collaborations.Identifiers;
using Collaborations.Tests.Fhir;
using Microsoft.Extensions.DependencyInjection;
using static Collaborations.Tests.Files.Pictures;

namespace Collaborations.Tests.Files;

/// <summary>Nobody gets to know from a picture where it was taken.</summary>
public sealed class CleanedUploadTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private static readonly byte[] Pixels = [.. Segment(0xDA, [1, 1, 0, 0, 63, 0]), .. new byte[9_000_000], 0xFF, 0xD9];
    private static readonly byte[] Picture = Join([0xFF, 0xD8], Exif(Tiff(6, isBig: false)), Pixels);
    private static readonly byte[] Clean = Join([0xFF, 0xD8], Exif(OnlyOrientation(6)), Pixels);

    [Fact]
    public async Task What_is_fetched_of_an_upload_Names_no_place()
    {
        using var person = app.CreatePerson();
        var signedIn = await person.SignInAsync("ben.lindqvist@riverside.example", app.Password);
        var practice = signedIn["session"]["affiliations"]![0]!["practiceId"]!.GetValue<string>();
        var found = await person.GetAsync($"practices/{practice}/cases?q=Baker");
        var uploaded = await person.UploadAsync($"practices/{practice}/cases/{found["cases"][0]!["caseId"]!.GetValue<string>()}/attachments", "photo.jpg", Picture);
        var file = $"files/{uploaded.Text("fileId")}";
        Assert.Equal(("ready", Clean.Length), (uploaded.Text("state"), uploaded["size"].GetValue<int>()));
        using var store = new HttpClient();
        Assert.Equal(Clean, await store.GetByteArrayAsync(new Uri((await person.GetAsync($"{file}/address")).Text("url"))));
    }

    [Fact]
    public async Task What_an_import_brings_Names_no_place_either()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var small = Join([0xFF, 0xD8], Exif(Tiff(6, isBig: false)), Segment(0xDA, [1]), [0xFF, 0xD9]);
        await clinic.ImportAsync(Bundles.Of(Bundles.Patient("1"), Bundles.Document("d", "Patient/1", "image/jpeg", small, "Photo")));
        var file = (await clinic.RecordsAsync(await clinic.PatientAsync("falk")))["documents"]![0]!["files"]![0]!["fileId"]!.GetValue<string>();
        using var store = new HttpClient();
        var got = await store.GetByteArrayAsync(new Uri((await clinic.Manager.GetAsync($"files/{file}/address")).Text("url")));
        Assert.Equal(Join([0xFF, 0xD8], Exif(OnlyOrientation(6)), Segment(0xDA, [1]), [0xFF, 0xD9]), got);
    }

    [Fact]
    public async Task Cut_off_anywhere_and_begun_again_It_comes_to_the_same()
    {
        var (files, vault) = (app.Services.GetRequiredService<FileStore>(), app.Services.GetRequiredService<FileVault>());
        var cleaner = app.Services.GetRequiredService<PictureCleaner>();
        var id = app.Services.GetRequiredService<IdGenerator>().New<FileId>();
        var record = new FileRecord(default, default, null, default, FromPatient: true, "photo.jpg", "image/jpeg", FileKind.Image, Picture.Length, FileState.Checking, null, default, null);
        await files.AddAsync(id, record, default);
        await vault.PrepareAsync(default);
        await vault.WriteAsync(id, new MemoryStream(Picture), default);

        // Twice from the same record, as when the first was believed to be dead; and once from the record that the first left.
        await cleaner.CleanAsync(id, record, default);
        await cleaner.CleanAsync(id, record, default);
        var noted = (await files.FindAsync(id, default))!.Record;
        Assert.Null(await cleaner.CleanAsync(id, noted, default));
        await using var content = await vault.OpenAsync(id, default);
        using var kept = new MemoryStream();
        await content.CopyToAsync(kept);
        Assert.Equal(Clean, kept.ToArray());
        Assert.Equal(Clean.Length, (await files.FindAsync(id, default))!.Record.Size);
    }
}
