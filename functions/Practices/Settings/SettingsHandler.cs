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
            // Perhaps it is their own change, whose answer and whose process were cut off.
            if (before.Record.Retention is { } same && same.Years == settings.RetentionYears)
            {
                await BeginAsync(id, same, processes, cancellation);
            }

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
                await BeginAsync(id, rule, processes, CancellationToken.None);
            }

            return Read(changed);
        });
    }

    private static Task BeginAsync(PracticeId id, RetentionRule rule, DurableTaskClient processes, CancellationToken cancellation)
    {
        var input = new RetentionInput(id, rule.Number);
        return ProcessGate.StartOnceAsync(processes, nameof(RetentionOrchestration), RetentionOrchestration.InstanceOf(input), input, cancellation);
    }

    private static ReadSettings Read(Practice practice)
    {
        var settings = PracticeSettings.Of(practice);
        return new ReadSettings(settings, VersionTag.Of(settings));
    }
}
