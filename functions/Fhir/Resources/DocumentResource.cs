using Collaborations.Fhir.Reading;
using Collaborations.Fhir.Writing;
using Collaborations.Records;

namespace Collaborations.Fhir.Resources;

/// <summary>The content of a document, as it came.</summary>
/// <param name="Title">Its name.</param>
/// <param name="ContentType">Without parameters.</param>
/// <param name="CreatedAt">As written.</param>
/// <param name="Bytes">Null where it is somewhere else.</param>
/// <param name="Url">Where.</param>
internal sealed record AttachmentContent(string? Title, string? ContentType, string? CreatedAt, byte[]? Bytes, string? Url);

/// <summary>DocumentReference (FHIR R4, 2.41), and Binary (2.42).</summary>
internal static class DocumentResource
{
    // LOINC: a study of images, and the part "radiology".
    private static readonly string[] ImagingCodes = ["18748-4", "LP29684-5", "imaging", "RAD"];

    /// <returns>The document without its files, and what they are made of.</returns>
    public static (DocumentRecord Record, IReadOnlyList<AttachmentContent> Contents)? Read(FhirElement resource, RecordSource source)
    {
        var status = resource.Status("current", "superseded", "entered-in-error");
        var contents = Contents(resource);
        if (status is null || contents.Count == 0)
        {
            return null;
        }

        var (type, categories) = (resource.Concept("type"), resource.Concepts("category"));
        var library = categories.Append(type).OfType<Concept>().SelectMany(concept => concept.Codings).Any(coding => ImagingCodes.Contains(coding.Code, StringComparer.Ordinal))
            ? Library.Images
            : Library.Correspondence;
        var identified = resource.One("masterIdentifier") is { } master && master.Text("value") is { } value
            ? source with { Identifiers = [new SourceIdentifier(master.Text("system") ?? string.Empty, value), .. source.Identifiers] }
            : source;
        return (new DocumentRecord(identified, status, library, type, categories, resource.Date("date"), resource.Text("description"), []), contents);
    }

    /// <returns>Null for a Binary without content; why is noted.</returns>
    public static AttachmentContent? ReadBinary(FhirElement resource)
    {
        resource.Skip("id", "meta");
        return Content(resource, "data");
    }

    /// <summary>All but the contents.</summary>
    public static void Write(DocumentRecord record, FhirWriter writer)
    {
        writer.Text("status", record.Status);
        writer.Concept("type", record.Type);
        writer.Concepts("category", record.Categories);
        writer.Text("date", record.Date);
        writer.Text("description", record.Description);
    }

    private static List<AttachmentContent> Contents(FhirElement resource)
    {
        var found = new List<AttachmentContent>();
        foreach (var content in resource.Many("content"))
        {
            content.Skip("format");
            if (content.One("attachment") is not { } attachment)
            {
                resource.Notes.Add(Reasons.ElementMissing, "content.attachment");
                continue;
            }

            attachment.Skip("hash", "size");
            if (Content(attachment, "data") is { } read)
            {
                found.Add(read);
            }
        }

        if (found.Count == 0 && resource.Notes.All.Count == 0)
        {
            resource.Notes.Add(Reasons.ElementMissing, "content");
        }

        return found;
    }

    private static AttachmentContent? Content(FhirElement element, string data)
    {
        if (element.IsCut(data))
        {
            element.Skip(data);
            element.Notes.Add(Reasons.AttachmentTooLarge, element.PathOf(data));
            return null;
        }

        var type = element.Text("contentType")?.Split(';')[0].Trim();
        var (bytes, url) = (element.Bytes(data), element.Text("url"));
        if (bytes is null && url is null)
        {
            element.Notes.Add(Reasons.ElementMissing, element.PathOf(data));
            return null;
        }

        return new AttachmentContent(element.Text("title"), type, element.Date("creation"), bytes, url);
    }
}
