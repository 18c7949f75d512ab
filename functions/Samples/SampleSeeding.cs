using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Collaborations.Samples;

/// <summary>Fills an empty store before the first request is answered.</summary>
public sealed class SampleSeeding(SamplePractice practice, SampleStore samples, RandomNumberGenerator random, IOptions<SampleOptions> options) : IHostedService
{
    // Without signs that are taken for one another.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Groups = 5;
    private const int GroupLength = 4;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Kind == SampleKind.None || await samples.AreThereAsync(cancellationToken))
        {
            return;
        }

        var password = NewPassword();
        var emails = await practice.MakeAsync(options.Value.Kind, password, cancellationToken);
        if (options.Value.SignInsFile is { Length: > 0 } file)
        {
            await WriteAsync(file, emails, password, cancellationToken);
        }

        await samples.NoteAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task WriteAsync(string file, IReadOnlyList<string> emails, string password, CancellationToken cancellation)
    {
        var open = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            open.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var writer = new StreamWriter(file, open);
        await writer.WriteLineAsync("Sign in as:".AsMemory(), cancellation);
        foreach (var email in emails)
        {
            await writer.WriteLineAsync($"  {email}".AsMemory(), cancellation);
        }

        await writer.WriteLineAsync($"with the password  {password}".AsMemory(), cancellation);
    }

    // New for each store: a password that stands in a public file is no password.
    private string NewPassword()
    {
        var bytes = new byte[Groups * GroupLength];
        random.GetBytes(bytes);
        return string.Join('-', bytes.Select(value => Letters[value % Letters.Length]).Chunk(GroupLength).Select(group => new string(group)));
    }
}
