using Collaborations.Accounts;
using Collaborations.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Collaborations.Terms;

public sealed class TermsFunctions(Edge edge, TermsOfUse terms)
{
    [Function(nameof(GetTerms))]
    public Task<IResult> GetTerms([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "terms")] HttpRequest request) =>
        edge.AnonymousAsync(
            request,
            note: null,
            () => Task.FromResult(Result<TermsText>.FromValue(terms.In(Languages.Parse(request.Query["language"])))));
}
