using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Collaborations.Identifiers;
using Collaborations.Security;
using OtpNet;
using QRCoder;

namespace Collaborations.Accounts.Authenticators;

/// <summary>An app that shows codes (TOTP, RFC 6238), which its owner has shown to have.</summary>
/// <param name="Sealed">Its secret; see <see cref="AuthenticatorCodes"/>.</param>
/// <param name="LastStep">Of the last code that was right: a code is right once (RFC 6238, 5.2), and none before it is right any more.</param>
public sealed record AuthenticatorApp(string Sealed, long LastStep);

/// <summary>What an app is set up with.</summary>
/// <param name="Secret">In base32, in groups of four, for those who type it.</param>
/// <param name="Uri">What the QR code says.</param>
/// <param name="QrPath">The dark modules of the QR code as SVG path data, a unit each, with its quiet zone.</param>
/// <param name="QrSize">Units of each side.</param>
public sealed record AuthenticatorEnrolment(string Secret, Uri Uri, string QrPath, int QrSize);

/// <summary>Makes an app's secret and checks its codes. A secret is kept sealed, with the account that it belongs to.</summary>
public sealed class AuthenticatorCodes(Sealing sealing, RandomNumberGenerator random)
{
    /// <summary>160 bits: the length of the hash that uses them (RFC 4226, 4, R6).</summary>
    private const int SecretBytes = 20;
    private const string Issuer = "Collaborations";

    /// <summary>One step of 30 seconds to either side, for clocks that differ (RFC 6238, 5.2).</summary>
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    public string NewSecret(AccountId account)
    {
        Span<byte> secret = stackalloc byte[SecretBytes];
        random.GetBytes(secret);
        return sealing.Seal(Purpose(account), secret);
    }

    public AuthenticatorEnrolment Describe(AccountId id, string email, string @sealed)
    {
        var secret = Base32Encoding.ToString(Open(id, @sealed));
        var uri = new OtpUri(OtpType.Totp, secret, email, Issuer).ToString();
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(uri, QRCodeGenerator.ECCLevel.M);
        var grouped = string.Join(' ', secret.Chunk(4).Select(group => new string(group)));
        return new AuthenticatorEnrolment(grouped, new Uri(uri), PathOf(code.ModuleMatrix), code.ModuleMatrix.Count);
    }

    /// <returns>
    /// The step of the code; null where it is wrong, too old, or was used before, and where the key was taken away that the secret was sealed with:
    /// its owner signs in by a code that is sent.
    /// </returns>
    public long? StepOf(AccountId id, string @sealed, string typed, long lastStep, DateTimeOffset now)
    {
        var code = new string([.. typed.Where(char.IsAsciiDigit)]);
        return sealing.TryOpen(Purpose(id), @sealed, out var secret)
            && new Totp(secret).VerifyTotp(now.UtcDateTime, code, out var step, Window) && step > lastStep
                ? step
                : null;
    }

    private static string Purpose(AccountId account) => $"authenticator/{account}";

    private static string PathOf(List<BitArray> rows)
    {
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                var from = x;
                while (x < rows[y].Count && rows[y][x])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h{from - x}z");
                }
            }
        }

        return path.ToString();
    }

    private byte[] Open(AccountId id, string @sealed) =>
        sealing.TryOpen(Purpose(id), @sealed, out var secret)
            ? secret
            : throw new InvalidOperationException("The secret of an authenticator app was not sealed with this key.");
}
