using System.Text;
using Collaborations.Fhir.Import;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Patients;
using Collaborations.Practices;

namespace Collaborations.Samples;

/// <summary>Gives some of the sample's patients records as another system would: by a FHIR bundle that is brought in.</summary>
public sealed class SampleRecords(
    PatientIdentityStore identities, FhirImportStore imports, BundleImporter importer, FileVault vault, IdGenerator ids, TimeProvider clock)
{
    private const string Bundle = "Collaborations.Samples.records.json";

    /// <summary>In the bundle, for the system of the practice's own numbers.</summary>
    private const string NumberSystem = "urn:practice";

    /// <param name="manager">Who brings it in.</param>
    /// <param name="patients">By the practice's numbers.</param>
    /// <param name="cancellation">The process ends.</param>
    public async Task MakeAsync(MemberCaller manager, IReadOnlyDictionary<string, PatientId> patients, CancellationToken cancellation)
    {
        foreach (var (number, patient) in patients)
        {
            await identities.ClaimAsync(manager.Practice, PatientIdentityStore.OwnNumber(manager.Practice, number), patient, cancellation);
        }

        var (id, file) = (ids.New<ImportId>(), ids.New<FileId>());
        var content = await ReadAsync(PatientIdentityStore.OwnNumber(manager.Practice, string.Empty).System, cancellation);
        await vault.WriteAsync(file, stream => stream.WriteAsync(content, cancellation).AsTask(), cancellation);
        var import = new FhirImport(manager.Id, file, content.Length, ImportState.Running, null, 0, 0, 0, clock.GetUtcNow(), null);
        await imports.AddAsync(manager.Practice, id, import, cancellation);
        while (await importer.ImportAsync(manager.Practice, id, processes: null, cancellation))
        {
            // Its turns end by the clock.
        }

        await vault.DeleteAsync(file, cancellation);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(string system, CancellationToken cancellation)
    {
        await using var stream = typeof(SampleRecords).Assembly.GetManifestResourceStream(Bundle)
            ?? throw new InvalidOperationException("The sample's records are not in the program.");
        using var reader = new StreamReader(stream);
        var text = await reader.ReadToEndAsync(cancellation);
        return Encoding.UTF8.GetBytes(text.Replace(NumberSystem, system, StringComparison.Ordinal));
    }
}
