using Azure.Core;

namespace Azure.Storage.Blobs.Pipeline;

/// <summary>
/// One request to the service and how its answer is read, as a value: made by a pure function (see Rest), sent by a <see
/// cref="BlobSession"/>
/// synchronously or not.
/// </summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Resource">The address of the account, container or blob, with whatever query it carries already.</param>
/// <param name="Expected">The status that means success; every other one is an error.</param>
/// <param name="Read">Makes the result of a successful answer.</param>
internal sealed record StorageOperation<T>(RequestMethod Method, Uri Resource, int Expected, Func<Response, T> Read)
{
    private List<(string Name, string Value)> _query = [];
    private List<(string Name, string Value)> _headers = [];

    public IReadOnlyList<(string Name, string Value)> QueryParameters => _query;

    public IReadOnlyList<(string Name, string Value)> RequestHeaders => _headers;

    public RequestContent? Body { get; init; }

    /// <summary>The answer's body is handed on as it arrives instead of being read into memory first.</summary>
    public bool StreamsBody { get; init; }

    /// <summary>A second status that means success (206 beside 200 for a download).</summary>
    public int? AlsoExpected { get; init; }

    /// <summary>Answers of another status that are results all the same; null for none.</summary>
    public Func<Response, bool>? AlsoTakes { get; init; }

    public bool IsExpected(Response response) =>
        response.Status == Expected || response.Status == AlsoExpected || AlsoTakes?.Invoke(response) == true;

    /// <summary>The same request with another result.</summary>
    public StorageOperation<TOther> To<TOther>(Func<Response, TOther> read, Func<Response, bool>? alsoTakes = null) =>
        new(Method, Resource, Expected, read)
        {
            _query = _query,
            _headers = _headers,
            Body = Body,
            StreamsBody = StreamsBody,
            AlsoExpected = AlsoExpected,
            AlsoTakes = alsoTakes,
        };

    /// <summary>Adds a query parameter, its value not yet escaped; nothing for null.</summary>
    public StorageOperation<T> Query(string name, string? value)
    {
        if (value is not null)
        {
            _query.Add((name, value));
        }

        return this;
    }

    /// <summary>Adds a header; nothing for null.</summary>
    public StorageOperation<T> Header(string name, string? value)
    {
        if (value is not null)
        {
            _headers.Add((name, value));
        }

        return this;
    }
}
