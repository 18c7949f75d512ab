using Collaborations.Audit;
using Collaborations.Http;
using Collaborations.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Collaborations.Operating;

/// <summary>
/// Lets operators in, by a key of their own: to anybody else there are no such routes. What they do is a line of a chain of theirs; a key that is
/// wrong is a line of the stranger's.
/// </summary>
public sealed class OperatorGate(Edge edge, ClientAddress addresses, Throttle throttle, IOptions<OperationsOptions> options)
{
    public const string Header = "Operator-Key";

    /// <summary>Ours: requests with a wrong key from one address. Nobody guesses the right one; beyond this somebody is filling the audit.</summary>
    private const int WrongKeysPerSource = 60;
    private static readonly TimeSpan SourceWindow = TimeSpan.FromMinutes(10);

    /// <param name="request">Brings the key in <see cref="Header"/>.</param>
    /// <param name="note">What is tried, on what.</param>
    /// <param name="use">The use case.</param>
    /// <param name="answer">Null for 200 with the value.</param>
    public async Task<IResult> RunAsync<T>(HttpRequest request, AuditNote note, Func<Task<Result<T>>> use, Func<T, IResult>? answer = null)
    {
        var given = request.Headers[Header].ToString();
        if (given.Length == 0 || !options.Value.IsOn())
        {
            return Problems.From(new NotFound());
        }

        note.ByOperator = KeyedDigests.Same(given, options.Value.Key);
        if (!note.ByOperator
            && await throttle.TakeAsync("operators", addresses.Of(request), WrongKeysPerSource, SourceWindow, request.HttpContext.RequestAborted) is { } wait)
        {
            return Problems.From(new TooManyRequests(wait));
        }

        return await edge.AnonymousAsync(request, note, async () => note.ByOperator ? await use() : new NotFound(), answer);
    }
}
