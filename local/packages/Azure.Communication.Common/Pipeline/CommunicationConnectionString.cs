namespace Azure.Communication.Pipeline;

/// <summary>
/// The connection string of a communication resource, <c>endpoint=https://...;accesskey=...</c>, taken apart.
/// Names are compared without case; what follows the first "=" of a part is the value, so a padded Base64 key stays whole.
/// </summary>
internal sealed class CommunicationConnectionString
{
    private CommunicationConnectionString(Uri endpoint, AzureKeyCredential credential)
    {
        Endpoint = endpoint;
        Credential = credential;
    }

    public Uri Endpoint { get; }

    public AzureKeyCredential Credential { get; }

    /// <exception cref="ArgumentException">The string is empty; <see cref="ArgumentNullException"/> where it is null.</exception>
    /// <exception cref="InvalidOperationException">A part has no name or value, stands twice, or endpoint or access key is missing.</exception>
    public static CommunicationConnectionString Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || equals == part.Length - 1)
            {
                throw new InvalidOperationException("A part of the connection string is not of the form \"name=value\".");
            }

            if (!settings.TryAdd(part[..equals].TrimEnd(), part[(equals + 1)..].TrimStart()))
            {
                throw new InvalidOperationException($"The connection string has \"{part[..equals]}\" twice.");
            }
        }

        return new CommunicationConnectionString(
            new Uri(Required(settings, "endpoint")),
            new AzureKeyCredential(Required(settings, "accesskey")));
    }

    private static string Required(Dictionary<string, string> settings, string name) =>
        settings.TryGetValue(name, out var value)
            ? value
            : throw new InvalidOperationException($"The connection string lacks \"{name}\".");
}
