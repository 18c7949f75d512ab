using Collaborations.Http;
using Collaborations.Identifiers;
using Collaborations.Practices.Retention;
using Collaborations.Processes;
using Microsoft.DurableTask.Client;

namespace Collaborations.Practices.Settings;

/// <summary>Settings, and the version to name when they are changed.</summary>
public sealed record ReadSettings(PracticeSettings Settings, string Version);

/// <summary>Reads and changes a practice's settings; of two managers who change the same version, one is told.</summary>
public sealed class SettingsHandler(PracticeStore practices, TimeProvider clock)
{
    public async Task<Result<ReadSettings>> ReadAsync(PracticeId id, CancellationToken cancellation) =>
        await practices.FindAsync(id, cancellation) is { } practice ? Read(practice.Record) : new NotFound();

    public async Task<Result<ReadSettings>> ChangeAsync(
        PracticeId id, PracticeSettings settings, string? expected, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (await practices.FindAsync(id, cancellation) is not { } before)
        {
            return new NotFound();
        }

        if (expected != Read(before.Record).Version)
        {
            return new PreconditionFailed();
        }

        return await settings.Check().ThenAsync<ReadSettings>(async typed =>
        {
            var changed = typed with { Retention = RetentionRule.Of(settings.RetentionYears, before.Record.Retention, clock.GetUtcNow()) };
            if (!await practices.ReplaceAsync(id, changed, before, cancellation))
            {
                return new PreconditionFailed();
            }

            // At every save: a practice that was brought back from a backup has a rule, and perhaps no process of it.
            if (changed.Retention is { } rule)
            {
                var input = new RetentionInput(id, rule.Number);
                await ProcessGate.StartOnceAsync(processes, nameof(RetentionOrchestration), RetentionOrchestration.InstanceOf(input), input, cancellation);
            }

            return Read(changed);
        });
    }

    private static ReadSettings Read(Practice practice)
    {
        var settings = PracticeSettings.Of(practice);
        return new ReadSettings(settings, VersionTag.Of(settings));
    }
}
