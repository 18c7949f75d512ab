using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NJsonSchema;
using NJsonSchema.Validation;
using Tests.Support;
using YamlDotNet.Serialization;

namespace Collaborations.Tests.Contract;

/// <summary>functions/openapi.yaml, read once, as something an answer can be held against.</summary>
public sealed class OpenApiContract
{
    private static readonly Lazy<OpenApiContract> FromRepository =
        new(() => new OpenApiContract(File.ReadAllText(RepositoryRoot.Combine("functions", "openapi.yaml"))));

    private readonly JsonObject _document;
    private readonly List<(Regex Path, string Template)> _paths;
    private readonly ConcurrentDictionary<JsonObject, Lazy<Task<JsonSchema>>> _schemas = [];

    public OpenApiContract(string yaml)
    {
        var graph = new DeserializerBuilder().Build().Deserialize<object>(yaml);
        var json = new SerializerBuilder().JsonCompatible().Build().Serialize(graph);
        _document = JsonNode.Parse(WithTypedScalars(json))!.AsObject();
        _paths = [.. _document["paths"]!.AsObject().Select(path => (Template(path.Key), path.Key))];
    }

    public static OpenApiContract Current => FromRepository.Value;

    /// <summary>Every operation as "GET /health".</summary>
    public IEnumerable<string> Operations =>
        from path in _document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Key is "get" or "put" or "post" or "patch" or "delete"
        select $"{operation.Key.ToUpperInvariant()} {path.Key}";

    /// <param name="method">As sent.</param>
    /// <param name="path">Below /api, without a query.</param>
    /// <param name="status">As answered.</param>
    /// <param name="contentType">Without parameters; null where there is no body.</param>
    /// <param name="body">As answered.</param>
    /// <returns>What the answer breaks; empty when it keeps the contract.</returns>
    public async Task<IReadOnlyList<string>> CheckAsync(string method, string path, int status, string? contentType, string body)
    {
        var template = _paths.FirstOrDefault(known => known.Path.IsMatch(path)).Template;
        var operation = template is null
            ? null
            : _document["paths"]![template]!.AsObject().FirstOrDefault(entry => method.Equals(entry.Key, StringComparison.OrdinalIgnoreCase)).Value;
        if (operation is null)
        {
            return [$"{method} {path} is not in the contract."];
        }

        // Failures share one form, which an operation names once as its default; a success is named by its status.
        var named = operation["responses"]![status.ToString(System.Globalization.CultureInfo.InvariantCulture)]
            ?? (status >= 400 ? operation["responses"]!["default"] : null);
        if (Resolve(named) is not JsonObject response)
        {
            return [$"{method} {template} does not name the status {status}."];
        }

        if (response["content"] is not JsonObject content)
        {
            return body.Length == 0 ? [] : [$"{method} {template} {status} has a body that the contract does not name."];
        }

        if (contentType is null || content[contentType]?["schema"] is not JsonObject schema)
        {
            return [$"{method} {template} {status} answers {contentType ?? "nothing"} instead of {string.Join(" or ", content.Select(kind => kind.Key))}."];
        }

        // A file is named by its kind; what is in it has no schema.
        if (!contentType.EndsWith("json", StringComparison.Ordinal))
        {
            return [];
        }

        // Each is made once, since it holds the whole document's schemas. NJsonSchema does not say that one may be used by two at once.
        var made = await _schemas.GetOrAdd(schema, named => new(() => SchemaAsync(named))).Value;
        ICollection<ValidationError> problems;
        lock (made)
        {
            problems = made.Validate(body);
        }

        return [.. problems.Select(problem => $"{method} {template} {status}: {problem}")];
    }

    private static Regex Template(string path) =>
        new("^" + Regex.Replace(Regex.Escape(path), @"\\\{[^}]+}", "[^/]+") + "$", RegexOptions.CultureInvariant);

    // The serializer writes every scalar as a string; numbers and truth values mean themselves again.
    private static string WithTypedScalars(string json) =>
        Regex.Replace(json, "(?<=: )\"(true|false|-?[0-9]+)\"(?=[,}\\]])", "$1");

    private JsonNode? Resolve(JsonNode? node) =>
        node?["$ref"] is { } reference
            ? Resolve(reference.GetValue<string>().TrimStart('#', '/').Split('/').Aggregate((JsonNode?)_document, (at, step) => at?[step]))
            : node;

    private Task<JsonSchema> SchemaAsync(JsonObject schema)
    {
        // Not as a reference at the root: NJsonSchema does not find one there that other schemas refer to as well.
        var whole = Resolve(schema)!.DeepClone().AsObject();
        whole["definitions"] = _document["components"]?["schemas"]?.DeepClone();
        return JsonSchema.FromJsonAsync(whole.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal));
    }
}
