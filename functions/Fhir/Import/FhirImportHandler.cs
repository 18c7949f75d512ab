using Collaborations.Fhir.Reading;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Practices;
using Collaborations.Processes;
using Microsoft.DurableTask.Client;

namespace Collaborations.Fhir.Import;

public sealed record FhirVersionNotTaken() : InvalidInput(Reasons.VersionNotTaken, "fhirVersion");

public sealed record BundleTooLarge() : TooLarge("bundle-too-large");

/// <summary>A bundle that somebody is about to upload.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="FhirVersion">As in the media type's parameter, such as 4.0; nothing for R4.</param>
public sealed record ImportForm(long Size, string? FhirVersion);

/// <summary>How far an import is.</summary>
public sealed record ImportAnswer(
    ImportId ImportId, ImportState State, int? Total, int Taken, int Refused, int Lines, DateTimeOffset BegunAt, DateTimeOffset? EndedAt)
{
    public static ImportAnswer Of(ImportId id, FhirImport import) =>
        new(id, import.State, import.Total, import.Taken, import.Refused, import.Lines, import.BegunAt, import.EndedAt);
}

/// <summary>Where and how to upload.</summary>
public sealed record ImportUpload(ImportAnswer Import, Uri Url, int BlockBytes, DateTimeOffset ExpiresAt);

/// <summary>One page of a practice's imports, the newest first.</summary>
public sealed record ImportList(IReadOnlyList<ImportAnswer> Imports, string? Cursor);

public sealed record ImportReport(IReadOnlyList<ImportLine> Lines, string? Cursor);

/// <summary>Begins imports, and says how far they are.</summary>
public sealed class FhirImportHandler(
    FhirImportStore imports, ImportListStore lists, ImportLineStore lines, FileVault vault, ProcessGate gate, IdGenerator ids, TimeProvider clock)
{
    /// <summary>Bytes. Product rule: 100 MB.</summary>
    public const long MaximumSize = 100L * 1024 * 1024;

    private const int PageSize = 100;
    private const int ListPageSize = 20;
    private const int MostBlocks = 1_000;

    public async Task<Result<ImportUpload>> BeginAsync(MemberCaller caller, ImportForm form, CancellationToken cancellation)
    {
        if (!FhirVersions.IsTaken(form.FhirVersion))
        {
            return new FhirVersionNotTaken();
        }

        switch (form.Size)
        {
            case <= 0:
                return new FileIsEmpty();
            case > MaximumSize:
                return new BundleTooLarge();
            default:
                var (id, file) = (ids.New<ImportId>(), ids.New<FileId>());
                var import = new FhirImport(caller.Id, file, form.Size, ImportState.Uploading, null, 0, 0, 0, clock.GetUtcNow(), null);
                await lists.AddAsync(caller.Practice, id, import.BegunAt, cancellation);
                if (!await imports.AddAsync(caller.Practice, id, import, cancellation))
                {
                    throw new InvalidOperationException("A new import's id is taken.");
                }

                var (address, expires) = await vault.SignUploadAsync(file, cancellation);
                return new ImportUpload(ImportAnswer.Of(id, import), address, FileVault.BlockBytes, expires);
        }
    }

    /// <summary>Every block has arrived. Said again, nothing happens but the answer.</summary>
    public async Task<Result<ImportAnswer>> CompleteAsync(
        PracticeId practice, ImportId id, BlocksForm form, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (await imports.FindAsync(practice, id, cancellation) is not { Record: var import })
        {
            return new NotFound();
        }

        if (import.State == ImportState.Uploading && (await CommitAsync(practice, id, import, form, cancellation)).IsRefused(out var refusal, out _))
        {
            return refusal;
        }

        // Asked again after the record was written and before the process began, it begins now.
        await ProcessGate.StartOnceAsync(
            processes, nameof(FhirImportOrchestration), FhirImportOrchestration.InstanceOf(id), new FhirImportInput(practice, id), cancellation);
        await gate.WaitAsync(
            async () => (await imports.FindAsync(practice, id, cancellation))?.Record.State is not ImportState.Running, cancellation);
        return await ReadAsync(practice, id, cancellation);
    }

    public async Task<Result<ImportAnswer>> ReadAsync(PracticeId practice, ImportId id, CancellationToken cancellation) =>
        await imports.FindAsync(practice, id, cancellation) is { Record: var import } ? ImportAnswer.Of(id, import) : new NotFound();

    public async Task<Result<ImportList>> ListAsync(PracticeId practice, string? cursor, CancellationToken cancellation)
    {
        var page = await lists.PageAsync(practice, ListPageSize, string.IsNullOrEmpty(cursor) ? null : cursor, cancellation);
        var found = await Task.WhenAll(page.Rows.Select(async id => (Id: id, Import: await imports.FindAsync(practice, id, cancellation))));
        return new ImportList([.. found.Where(each => each.Import is not null).Select(each => ImportAnswer.Of(each.Id, each.Import!.Record))], page.Cursor);
    }

    public async Task<Result<ImportReport>> ReportAsync(PracticeId practice, ImportId id, string? cursor, CancellationToken cancellation)
    {
        if (await imports.FindAsync(practice, id, cancellation) is null)
        {
            return new NotFound();
        }

        var page = await lines.PageAsync(id, PageSize, string.IsNullOrEmpty(cursor) ? null : cursor, cancellation);
        return new ImportReport(page.Rows, page.Cursor);
    }

    private async Task<Result<Done>> CommitAsync(PracticeId practice, ImportId id, FhirImport import, BlocksForm form, CancellationToken cancellation)
    {
        if (form.Blocks.Count is 0 or > MostBlocks)
        {
            return new BlocksMissing();
        }

        if (await vault.CommitAsync(import.File, form.Blocks, cancellation) is not { } size)
        {
            // Whoever said the same a moment earlier has had them taken in already.
            return await imports.FindAsync(practice, id, cancellation) is { Record.State: not ImportState.Uploading } ? Done.Instance : new BlocksMissing();
        }

        if (size > MaximumSize)
        {
            return new BundleTooLarge();
        }

        return await imports.ChangeAsync<Done>(
            practice,
            id,
            current => (current.State == ImportState.Uploading ? current with { State = ImportState.Running, Size = size } : current, Done.Instance),
            cancellation);
    }
}
