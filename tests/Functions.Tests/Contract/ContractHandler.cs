namespace Collaborations.Tests.Contract;

/// <summary>Stands in every test client's way: an answer of the API that breaks the contract fails the test that got it.</summary>
public sealed class ContractHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var path = request.RequestUri!.AbsolutePath;
        if (path.StartsWith("/api/", StringComparison.Ordinal) && request.Method != HttpMethod.Head)
        {
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            var broken = await OpenApiContract.Current.CheckAsync(
                request.Method.Method, path["/api".Length..], (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, body);
            Assert.True(broken.Count == 0, string.Join(Environment.NewLine, broken));
        }

        return response;
    }
}
