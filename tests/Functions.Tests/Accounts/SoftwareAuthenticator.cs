using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Collaborations.Tests.Accounts;

/// <summary>A browser with a passkey, as WebAuthn Level 3 describes what both send: no attestation, one key on P-256, and somebody who is there.</summary>
internal sealed class SoftwareAuthenticator(string origin, string rpId) : IDisposable
{
    private const byte PresentAndVerified = 0x05;
    private const byte HasCredential = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _credential = RandomNumberGenerator.GetBytes(32);
    private byte[] _user = [];
    private uint _signatures;

    /// <summary>What it says of whoever is there.</summary>
    public byte Flags { get; set; } = PresentAndVerified;

    public JsonObject Create(JsonNode options)
    {
        _user = Base64Url.DecodeFromChars(options["user"]!["id"]!.GetValue<string>());
        var authData = AuthData((byte)(Flags | HasCredential), [.. new byte[16], 0, (byte)_credential.Length, .. _credential, .. CoseKey()]);

        // CBOR (RFC 8949): {"fmt": "none", "attStmt": {}, "authData": bytes}.
        byte[] attestation = [0xa3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xa0, 0x68, .. "authData"u8, 0x58, (byte)authData.Length, .. authData];
        return Credential(new JsonObject
        {
            ["clientDataJSON"] = Text(ClientData("webauthn.create", options)),
            ["attestationObject"] = Text(attestation),
            ["transports"] = new JsonArray("internal"),
        });
    }

    public JsonObject Get(JsonNode options)
    {
        _signatures++;
        var authData = AuthData(Flags, []);
        var clientData = ClientData("webauthn.get", options);
        byte[] signed = [.. authData, .. SHA256.HashData(clientData)];
        return Credential(new JsonObject
        {
            ["clientDataJSON"] = Text(clientData),
            ["authenticatorData"] = Text(authData),
            ["signature"] = Text(_key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            ["userHandle"] = Text(_user),
        });
    }

    public void Dispose() => _key.Dispose();

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private JsonObject Credential(JsonObject response) => new()
    {
        ["id"] = Text(_credential),
        ["rawId"] = Text(_credential),
        ["type"] = "public-key",
        ["response"] = response,
        ["clientExtensionResults"] = new JsonObject(),
    };

    private byte[] ClientData(string type, JsonNode options) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["type"] = type,
        ["challenge"] = options["challenge"]!.GetValue<string>(),
        ["origin"] = origin,
        ["crossOrigin"] = false,
    }.ToJsonString());

    private byte[] AuthData(byte flags, byte[] credential)
    {
        var count = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(count, _signatures);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(rpId)), flags, .. count, .. credential];
    }

    // COSE key (RFC 9052): {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}.
    private byte[] CoseKey()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        return [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
    }
}
