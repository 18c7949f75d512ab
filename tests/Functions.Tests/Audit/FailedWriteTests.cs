using Collaborations.Audit;
using Collaborations.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Audit;

/// <summary>What is written before somebody leaves, or before a service does, stands: so does a line of it.</summary>
public sealed class FailedWriteTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Strangers = "strangers-0";

    [Theory]
    [InlineData("POST", 1)]
    [InlineData("GET", 0)]
    public async Task A_use_that_throws_Leaves_a_line_where_it_may_have_written(string method, int lines)
    {
        var edge = app.Services.GetRequiredService<Edge>();
        var before = await CountAsync();
        var request = new DefaultHttpContext { Request = { Method = method } }.Request;
        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            edge.AnonymousAsync<Done>(request, new AuditNote(AuditAction.CaseRead), () => throw new OperationCanceledException("The client left.")));

        Assert.Equal(before + lines, await CountAsync());
    }

    private async Task<int> CountAsync()
    {
        var count = 0;
        await foreach (var (_, line) in app.Services.GetRequiredService<AuditStore>().ListAsync(Strangers, CancellationToken.None))
        {
            count += line!.Line.Outcome == AuditLine.Failed ? 1 : 0;
        }

        return count;
    }
}
