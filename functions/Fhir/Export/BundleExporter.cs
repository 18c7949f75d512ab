using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Collaborations.Documents;
using Collaborations.Fhir.Import;
using Collaborations.Fhir.Resources;
using Collaborations.Fhir.Writing;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Patients;
using Collaborations.Records;

namespace Collaborations.Fhir.Export;

/// <summary>
/// Writes a patient and all their records as a FHIR R4 bundle (collection), entry by entry and file by file; of documents, what is in the library now.
/// The same records give the same bytes, in whichever practice they are: ids are those of where a thing came from, and there is no time of writing in it.
/// </summary>
public sealed class BundleExporter(
    PatientStore patients, PatientIdentityStore identities, RecordStore records, LibraryDocuments library, CaseDocuments documents, FileStore files, FileVault vault)
{
    private const int FlushBytes = 256 * 1024;

    /// <param name="practice">Whose.</param>
    /// <param name="patient">Whom.</param>
    /// <param name="case">The case whose attachments go with it; null for none.</param>
    /// <param name="stream">Gets UTF-8.</param>
    /// <param name="cancellation">The work was given up.</param>
    public async Task WriteAsync(PracticeId practice, PatientId patient, CaseId? @case, Stream stream, CancellationToken cancellation)
    {
        if (await patients.FindAsync(practice, patient, cancellation) is not { Record: var record })
        {
            throw new InvalidOperationException("The patient is gone.");
        }

        await using var json = new Utf8JsonWriter(stream);
        var writer = new FhirWriter(json);
        json.WriteStartObject();
        writer.Text("resourceType", "Bundle");
        writer.Text("type", "collection");
        json.WriteStartArray("entry");
        var source = await SourceAsync(practice, patient, record, cancellation);
        var subject = AddressOf("Patient", source.ResourceId!);
        Begin(writer, subject);
        writer.Head("Patient", source.ResourceId!, source, source.Identifiers.FirstOrDefault(identifier => identifier.Value == record.Code));
        PatientResource.Write(record, writer);
        End(writer);
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            foreach (var (id, each) in await OfKindAsync(practice, patient, @case, kind, cancellation))
            {
                await WriteAsync(writer, id, each, subject, cancellation);
                await FlushAsync(json, cancellation);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // A UUID that follows from the resource's type and id (RFC 9562, version 8), so that the same resource has the same address wherever it is written.
    private static string AddressOf(string resourceType, string id)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{resourceType}/{id}")).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
    }

    private static void Begin(FhirWriter writer, string address)
    {
        writer.Json.WriteStartObject();
        writer.Text("fullUrl", address);
        writer.Json.WriteStartObject("resource");
    }

    private static void End(FhirWriter writer)
    {
        writer.Json.WriteEndObject();
        writer.Json.WriteEndObject();
    }

    private static async Task FlushAsync(Utf8JsonWriter json, CancellationToken cancellation)
    {
        if (json.BytesPending > FlushBytes)
        {
            await json.FlushAsync(cancellation);
        }
    }

    private static string SubjectName(RecordKind kind) => kind switch
    {
        RecordKind.AllergyIntolerance or RecordKind.Immunization => "patient",
        RecordKind.Coverage => "beneficiary",
        _ => "subject",
    };

    // A patient who was made here is known by the practice's own number, which is claimed, so that the bundle leads back to the same patient.
    private async Task<RecordSource> SourceAsync(PracticeId practice, PatientId id, Patient patient, CancellationToken cancellation)
    {
        var source = (await identities.FindSourceAsync(practice, id, cancellation))?.Source ?? new RecordSource(null, [], null);
        if (source.Identifiers.All(identifier => identifier.Value != patient.Code))
        {
            var own = PatientIdentityStore.OwnNumber(practice, patient.Code);
            if (await identities.ClaimAsync(practice, own, id, cancellation) == id)
            {
                source = source with { Identifiers = [.. source.Identifiers, own] };
            }
        }

        return source with { ResourceId = source.ResourceId ?? id.ToString() };
    }

    // In the order of their ids: that of the keys is another in each practice.
    private async Task<IEnumerable<(string Id, HealthRecord Record)>> OfKindAsync(
        PracticeId practice, PatientId patient, CaseId? @case, RecordKind kind, CancellationToken cancellation)
    {
        var found = new List<(string Id, HealthRecord Record)>();
        await foreach (var (key, record) in records.ListAsync(practice, patient, kind, cancellation))
        {
            found.Add((record.Source.ResourceId ?? key, record));
        }

        if (kind == RecordKind.DocumentReference)
        {
            found = await library.AsItIsAsync(new LibraryPlace(practice, patient), found, cancellation);
            var ofCase = @case is { } one ? await documents.ListAsync(one, cancellation) : [];
            var known = found.Select(each => each.Id).ToHashSet(StringComparer.Ordinal);
            found.AddRange(ofCase.Select(document => (document.Source.ResourceId!, (HealthRecord)document)).Where(each => !known.Contains(each.Item1)));
        }

        return found.OrderBy(each => each.Id, StringComparer.Ordinal);
    }

    private async Task WriteAsync(FhirWriter writer, string id, HealthRecord record, string subject, CancellationToken cancellation)
    {
        var type = record.Kind.ToString();
        Begin(writer, AddressOf(type, id));
        writer.Head(type, id, record.Source);
        writer.Reference(SubjectName(record.Kind), subject);
        switch (record)
        {
            case AllergyRecord allergy:
                AllergyResource.Write(allergy, writer);
                break;
            case ConditionRecord condition:
                ConditionResource.Write(condition, writer);
                break;
            case MedicationRequestRecord request:
                MedicationRequestResource.Write(request, writer);
                break;
            case MedicationStatementRecord statement:
                MedicationStatementResource.Write(statement, writer);
                break;
            case ObservationRecord observation:
                ObservationResource.Write(observation, writer);
                break;
            case ImmunizationRecord immunization:
                ImmunizationResource.Write(immunization, writer);
                break;
            case ProcedureRecord procedure:
                ProcedureResource.Write(procedure, writer);
                break;
            case CoverageRecord coverage:
                CoverageResource.Write(coverage, writer);
                break;
            case DocumentRecord document:
                await WriteAsync(writer, document, cancellation);
                break;
            default:
                throw new InvalidOperationException($"There is no resource for a {type}.");
        }

        End(writer);
    }

    private async Task WriteAsync(FhirWriter writer, DocumentRecord document, CancellationToken cancellation)
    {
        DocumentResource.Write(document, writer);
        writer.Json.WriteStartArray("content");
        foreach (var file in document.Files)
        {
            writer.Json.WriteStartObject();
            writer.Json.WriteStartObject("attachment");
            writer.Text("contentType", file.ContentType);
            if (file.Size <= DocumentImporter.LargestAttachment && await files.FindAsync(file.File, cancellation) is { Record.State: FileState.Ready })
            {
                writer.Json.WritePropertyName("data");
                await WriteDataAsync(writer.Json, file.File, cancellation);
            }

            writer.Text("title", file.Title);
            writer.Text("creation", file.CreatedAt);
            writer.Json.WriteEndObject();
            writer.Json.WriteEndObject();
        }

        writer.Json.WriteEndArray();
    }

    private async Task WriteDataAsync(Utf8JsonWriter json, FileId file, CancellationToken cancellation)
    {
        await using var content = await vault.OpenAsync(file, cancellation);
        var buffer = new byte[FlushBytes];
        int read;
        while ((read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation)) > 0)
        {
            json.WriteBase64StringSegment(buffer.AsSpan(0, read), isFinalSegment: false);
            await FlushAsync(json, cancellation);
        }

        json.WriteBase64StringSegment([], isFinalSegment: true);
    }
}
