using Azure;
using Azure.Data.Tables;
using Collaborations.Audit;
using Collaborations.Identifiers;
using Collaborations.Operating;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Operating;

/// <summary>What operators run beside the app.</summary>
[Collection(OperatorsAtWork.Name)]
public sealed class OperatorCommandTests(CollaborationsApp app)
{
    [Fact]
    public async Task The_audit_of_a_practice_Is_verified_and_a_deleted_line_is_named()
    {
        // A chain of its own: other tests of this app verify that of the sample practice.
        var practice = app.Services.GetRequiredService<IdGenerator>().New<PracticeId>().ToString();
        var trail = app.Services.GetRequiredService<AuditTrail>();
        for (var lines = 0; lines < 3; lines++)
        {
            var at = DateTimeOffset.FromUnixTimeMilliseconds(app.Clock.GetUtcNow().ToUnixTimeMilliseconds());
            await trail.AppendAsync(practice, new AuditLine(at, null, AuditAction.CaseRead, null, null, AuditLine.Done), CancellationToken.None);
        }

        var (code, said) = await app.OperateAsync("audit", "verify", practice);
        Assert.Equal(OperatorCommands.Good, code);
        Assert.Contains($"{practice}: whole, ", said, StringComparison.Ordinal);

        var table = app.Services.GetRequiredService<TableServiceClient>().GetTableClient("Audit");
        await table.DeleteEntityAsync(practice, "line-000000000001", ETag.All);
        (code, said) = await app.OperateAsync("audit", "verify", practice);
        Assert.Equal(OperatorCommands.Bad, code);
        Assert.Contains("broken at line 1 (Missing)", said, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_that_leads_elsewhere_Is_not_followed_with_the_key()
    {
        using var handler = Assert.IsType<HttpClientHandler>(new OperatorConsole(new ConfigurationBuilder().Build(), TextReader.Null, TextWriter.Null).Network());
        Assert.False(handler.AllowAutoRedirect);
    }

    [Fact]
    public async Task The_chains_of_no_practice_Are_verified_together()
    {
        using var stranger = app.CreatePerson();
        await stranger.SignInAsync("nobody@nowhere.example", "not the password at all");
        var (code, said) = await app.OperateAsync("audit", "verify", "accounts");
        Assert.Equal((OperatorCommands.Good, 33), (code, said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("audit", "verify", "no id")]
    [InlineData("dance")]
    public async Task What_is_no_command_Is_answered_with_those_there_are(params string[] command)
    {
        var (code, said) = await app.OperateAsync(command);
        Assert.Equal(OperatorCommands.Unknown, code);
        Assert.Contains("ops audit verify PRACTICE", said, StringComparison.Ordinal);
    }
}
