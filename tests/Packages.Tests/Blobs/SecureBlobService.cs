using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Tests.Support;

namespace Packages.Tests.Blobs;

/// <summary>An Azurite that speaks https under a certificate made here, and takes tokens.</summary>
public sealed class SecureBlobService : IAsyncLifetime, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("certificate-");
    private readonly X509Certificate2 _certificate;
    private readonly HttpClientHandler _handler;
    private AzuriteServer? _server;

    public SecureBlobService()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        _certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(CertificateFile, _certificate.ExportCertificatePem());
        File.WriteAllText(KeyFile, key.ExportPkcs8PrivateKeyPem());
        _handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate?.Thumbprint == _certificate.Thumbprint,
        };
        Http = new HttpClient(_handler);
    }

    /// <summary>Trusts this one certificate.</summary>
    public HttpClient Http { get; }

    public BlobClientOptions Options => new() { Transport = new HttpClientTransport(Http) };

    public Uri Endpoint => (_server ?? throw new InvalidOperationException("The fixture was not started.")).BlobEndpoint;

    private string CertificateFile => Path.Combine(_folder.FullName, "certificate.pem");

    private string KeyFile => Path.Combine(_folder.FullName, "key.pem");

    /// <summary>What the emulator takes for a token of the directory: it reads the claims and checks no signature.</summary>
    public static string Token(string audience = "https://storage.azure.com")
    {
        var now = DateTimeOffset.UtcNow;
        var claims = new Dictionary<string, object>
        {
            ["aud"] = audience,
            ["iss"] = "https://sts.windows.net/00000000-0000-0000-0000-000000000001/",
            ["oid"] = "00000000-0000-0000-0000-000000000002",
            ["tid"] = "00000000-0000-0000-0000-000000000001",
            ["nbf"] = now.AddMinutes(-5).ToUnixTimeSeconds(),
            ["iat"] = now.AddMinutes(-5).ToUnixTimeSeconds(),
            ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
        };
        return $"{Part(new { alg = "RS256", typ = "JWT" })}.{Part(claims)}.{Part("unchecked")}";
    }

    public async Task InitializeAsync() =>
        _server = await AzuriteServer.StartAsync("--oauth", "basic", "--cert", CertificateFile, "--key", KeyFile);

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    public void Dispose()
    {
        Http.Dispose();
        _handler.Dispose();
        _certificate.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string Part<T>(T value) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
