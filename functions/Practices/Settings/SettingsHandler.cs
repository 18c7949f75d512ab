using Collaborations.Http;
using Collaborations.Identifiers;

namespace Collaborations.Practices.Settings;

/// <summary>Settings, and the version to name when they are changed.</summary>
public sealed record ReadSettings(PracticeSettings Settings, string Version);

/// <summary>Reads and changes a practice's settings; of two managers who change the same version, one is told.</summary>
public sealed class SettingsHandler(PracticeStore practices)
{
    public async Task<Result<ReadSettings>> ReadAsync(PracticeId id, CancellationToken cancellation) =>
        await practices.FindAsync(id, cancellation) is { } practice ? Read(practice.Record) : new NotFound();

    public async Task<Result<ReadSettings>> ChangeAsync(
        PracticeId id, PracticeSettings settings, string? expected, CancellationToken cancellation)
    {
        if (await practices.FindAsync(id, cancellation) is not { } before)
        {
            return new NotFound();
        }

        if (expected != Read(before.Record).Version)
        {
            return new PreconditionFailed();
        }

        return await settings.Check().ThenAsync<ReadSettings>(async changed =>
            await practices.ReplaceAsync(id, changed, before, cancellation) ? Read(changed) : new PreconditionFailed());
    }

    private static ReadSettings Read(Practice practice)
    {
        var settings = PracticeSettings.Of(practice);
        return new ReadSettings(settings, VersionTag.Of(settings));
    }
}
