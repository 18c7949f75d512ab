using Microsoft.Extensions.Configuration;

namespace Collaborations.Operating;

/// <summary>Where commands read and write, and how they reach an app that runs.</summary>
/// <param name="Configuration">As the app's: the store, and the keys.</param>
/// <param name="Input">What a command asks for that must not stand on a command line, which every process of the machine can read.</param>
/// <param name="Output">What is found out: ids, times and counts, never a name or an address.</param>
public sealed record OperatorConsole(IConfiguration Configuration, TextReader Input, TextWriter Output)
{
    /// <summary>Carries requests to the app, and nowhere else: the operators' key follows no redirection.</summary>
    public Func<HttpMessageHandler> Network { get; init; } = static () => new HttpClientHandler { AllowAutoRedirect = false };
}

/// <summary>One command.</summary>
/// <param name="Words">That it begins with.</param>
/// <param name="Usage">How it is called and what it does, a line each.</param>
/// <param name="Values">How many words follow that are no options.</param>
/// <param name="Options">The options it takes, without their hyphens; a switch, which takes no value, ends with a question mark.</param>
/// <param name="RunAsync">Gives the exit code.</param>
internal sealed record OperatorCommand(
    string[] Words, string Usage, int Values, string[] Options, Func<OperatorCall, CancellationToken, Task<int>> RunAsync)
{
    /// <returns>The call; null where these words are another command or none.</returns>
    public OperatorCall? Match(IReadOnlyList<string> words, OperatorConsole console)
    {
        if (words.Count < Words.Length || !words.Take(Words.Length).SequenceEqual(Words, StringComparer.Ordinal))
        {
            return null;
        }

        var (values, options) = (new List<string>(), new Dictionary<string, string>(StringComparer.Ordinal));
        for (var place = Words.Length; place < words.Count; place++)
        {
            if (!words[place].StartsWith("--", StringComparison.Ordinal))
            {
                values.Add(words[place]);
            }
            else if (Options.Contains($"{words[place][2..]}?", StringComparer.Ordinal))
            {
                options[words[place][2..]] = string.Empty;
            }
            else if (Options.Contains(words[place][2..], StringComparer.Ordinal) && place + 1 < words.Count)
            {
                options[words[place][2..]] = words[++place];
            }
            else
            {
                return null;
            }
        }

        return values.Count == Values ? new OperatorCall(console, values, options) : null;
    }
}

/// <summary>A command as somebody called it.</summary>
/// <param name="Console">Where it reads and writes.</param>
/// <param name="Values">The words that are no options.</param>
/// <param name="Options">By name.</param>
internal sealed record OperatorCall(OperatorConsole Console, IReadOnlyList<string> Values, IReadOnlyDictionary<string, string> Options)
{
    public Task SayAsync(string line, CancellationToken cancellation) => Console.Output.WriteLineAsync(line.AsMemory(), cancellation);
}
