using System.Security.Cryptography;
using Collaborations.Security;
using Microsoft.Extensions.Options;

namespace Collaborations.Tests.Verification;

/// <summary>Codes as they are made, with the machine's own randomness: every digit at every place is as likely as any other.</summary>
[Trait("Size", "Small")]
public sealed class CodeSpreadTests
{
    private const int Codes = 100_000;
    private const int Digits = 6;

    /// <summary>
    /// Of ten digits that are equally likely the sum has nine degrees of freedom, and is above 70 by chance once in 6 x 10^10 times. Six places are
    /// looked at, so that a false alarm comes once in 10^10 runs, and a test with real randomness may have one in 10^9. A digit that is a tenth too rare
    /// at one place gives 120 on average.
    /// </summary>
    private const double Unlikely = 70;

    [Fact]
    public void A_hundred_thousand_codes_Have_every_digit_at_every_place_as_often()
    {
        using var random = RandomNumberGenerator.Create();
        var secrets = new DerivedSecrets(new KeyRing(Options.Create(new SecurityOptions { Key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) })), random);
        int[][] seen = [.. Enumerable.Range(0, Digits).Select(_ => new int[10])];
        for (var made = 0; made < Codes; made++)
        {
            var code = secrets.Code(Guid.CreateVersion7(), sequence: 1, secrets.NewNonce())!;
            Assert.Equal(Digits, code.Length);
            for (var place = 0; place < Digits; place++)
            {
                seen[place][code[place] - '0']++;
            }
        }

        Assert.All(seen, digits => Assert.InRange(digits.Sum(count => Math.Pow(count - (Codes / 10.0), 2) / (Codes / 10.0)), 0, Unlikely));

        // Ten thousand are expected; a generator that never gives one shows above, too.
        Assert.NotEqual(0, seen[0][0]);
    }
}
