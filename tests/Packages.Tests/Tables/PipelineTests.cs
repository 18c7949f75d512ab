using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Packages.Tests.Tables;

public static class PipelineTests
{
    private static TableClient Table(ScriptedHandler script) =>
        new(new Uri("https://acct.example"), "t", new TableSharedKeyCredential("acct", Secret), script.Options);

    private const string Secret = "a2V5a2V5a2V5";

    public sealed class SharedKey
    {
        [Fact]
        public async Task Request_IsSignedOverDateAndPathAsSent()
        {
            using var script = new ScriptedHandler().Answer(204);
            await Table(script).DeleteEntityAsync("it's", "a b");
            var request = Assert.Single(script.Requests);
            var date = request.Headers["x-ms-date"];
            Assert.EndsWith("GMT", date, StringComparison.Ordinal);

            // Written by hand from "Authorize with Shared Key": date, line feed, account, path as encoded on the wire.
            var text = date + "\n/acct/t(PartitionKey='it%27%27s',RowKey='a%20b')";
            var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Secret), Encoding.UTF8.GetBytes(text)));
            Assert.Equal($"SharedKeyLite acct:{signature}", request.Headers["Authorization"]);
        }

        [Fact]
        public void AccountInThePath_StandsTwiceInWhatIsSigned()
        {
            using var script = new ScriptedHandler().Answer(200, """{"value":[]}""");
            var credential = new TableSharedKeyCredential("devstore", Secret);
            var table = new TableClient(new Uri("http://127.0.0.1:10002/devstore"), "t", credential, script.Options);
            Assert.Empty(table.Query<Reading>("A eq 1"));
            var request = script.Requests[0];
            var signature = Convert.ToBase64String(HMACSHA256.HashData(
                Convert.FromBase64String(Secret), Encoding.UTF8.GetBytes(request.Headers["x-ms-date"] + "\n/devstore/devstore/t()")));
            Assert.Equal($"SharedKeyLite devstore:{signature}", request.Headers["Authorization"]);
        }

        [Fact]
        public void NewKey_SignsTheNextRequest()
        {
            using var script = new ScriptedHandler().Answer(204);
            var credential = new TableSharedKeyCredential("acct", Secret);
            var table = new TableClient(new Uri("https://acct.example"), "t", credential, script.Options);
            credential.SetAccountKey("bmV3bmV3");
            table.DeleteEntity("p", "r");
            var text = script.Requests[0].Headers["x-ms-date"] + "\n/acct/t(PartitionKey='p',RowKey='r')";
            var signature = Convert.ToBase64String(HMACSHA256.HashData("newnew"u8, Encoding.UTF8.GetBytes(text)));
            Assert.Equal($"SharedKeyLite acct:{signature}", script.Requests[0].Headers["Authorization"]);
        }

        [Fact]
        public void KeyThatIsNotBase64_IsRefused() => Assert.Throws<FormatException>(() => new TableSharedKeyCredential("acct", "?"));
    }

    public sealed class Retries
    {
        [Theory]
        [InlineData(408)]
        [InlineData(429)]
        [InlineData(500)]
        [InlineData(503)]
        public async Task PassingFailure_IsTriedAgainWithTheSameBody(int status)
        {
            using var script = new ScriptedHandler().Answer(status, ScriptedHandler.Error("ServerBusy", "Later.")).Answer(204);
            Assert.Equal(204, (await Table(script).AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1 })).Status);
            Assert.Equal(2, script.Requests.Count);
            Assert.Equal(script.Requests[0].Body, script.Requests[1].Body);
            Assert.Equal(script.Requests[0].Headers["x-ms-client-request-id"], script.Requests[1].Headers["x-ms-client-request-id"]);
        }

        [Fact]
        public void LastingFailure_IsGivenUpAfterTheStatedTries()
        {
            using var script = new ScriptedHandler();
            foreach (var _ in Enumerable.Range(0, 3))
            {
                script.Answer(503, ScriptedHandler.Error("ServerBusy", "Later."));
            }

            var options = script.Options;
            options.Retry.MaxRetries = 2;
            var table = new TableClient(new Uri("https://acct.example"), "t", TableService.Key, options);
            var refusal = Assert.Throws<RequestFailedException>(() => table.AddEntity(new Reading()));
            Assert.Equal((503, "ServerBusy"), (refusal.Status, refusal.ErrorCode));
            Assert.Equal(3, script.Requests.Count);
        }

        [Theory]
        [InlineData(400)]
        [InlineData(403)]
        [InlineData(409)]
        [InlineData(412)]
        public void Refusal_IsNotTriedAgain(int status)
        {
            using var script = new ScriptedHandler().Answer(status, ScriptedHandler.Error("Refused", "No."));
            var refusal = Assert.Throws<RequestFailedException>(() => Table(script).AddEntity(new Reading()));
            Assert.Equal((status, "Refused"), (refusal.Status, refusal.ErrorCode));
            Assert.Contains("No.", refusal.Message, StringComparison.Ordinal);
            Assert.Single(script.Requests);
        }
    }

    public sealed class Errors
    {
        [Theory]
        [InlineData("<html>Bad gateway</html>", "text/html")]
        [InlineData("{\"error\":1}", ScriptedHandler.Json)]
        [InlineData("{\"odata.error\":[]}", ScriptedHandler.Json)]
        [InlineData("", ScriptedHandler.Json)]
        public void BodyOfAnotherForm_LeavesTheStatusAndNoCode(string body, string type)
        {
            using var script = new ScriptedHandler().Answer(400, body, type);
            var refusal = Assert.Throws<RequestFailedException>(() => Table(script).AddEntity(new Reading()));
            Assert.Equal(400, refusal.Status);
            Assert.Null(refusal.ErrorCode);
            Assert.False(refusal.ErrorCode == TableErrorCode.InvalidInput);
            Assert.True(refusal.ErrorCode != TableErrorCode.InvalidInput);
        }

        [Fact]
        public void ErrorCodes_CompareWithoutCase()
        {
            Assert.True(TableErrorCode.EntityAlreadyExists == "entityalreadyexists");
            Assert.True("EntityNotFound" != TableErrorCode.EntityAlreadyExists);
            Assert.Equal(new TableErrorCode("ENTITYNOTFOUND"), TableErrorCode.EntityNotFound);
            Assert.Equal(new TableErrorCode("entitynotfound").GetHashCode(), TableErrorCode.EntityNotFound.GetHashCode());
            Assert.Equal("EntityNotFound", TableErrorCode.EntityNotFound.ToString());
            Assert.Throws<ArgumentNullException>(() => new TableErrorCode(null!));
        }
    }

    public sealed class Cancellation
    {
        [Fact]
        public async Task CancelledCall_EndsWithoutARequest()
        {
            using var script = new ScriptedHandler();
            using var source = new CancellationTokenSource();
            await source.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Table(script).AddEntityAsync(new Reading(), source.Token));
            Assert.ThrowsAny<OperationCanceledException>(() => Table(script).GetEntity<Reading>("p", "r", cancellationToken: source.Token));
            Assert.ThrowsAny<OperationCanceledException>(() => Table(script).Query<Reading>(cancellationToken: source.Token).ToList());
            Assert.Empty(script.Requests);
        }

        [Theory]
        [InlineData(true)]
        [InlineData(false)]
        public async Task CancelledEnumeration_EndsBeforeTheNextPage(bool throughTheCall)
        {
            using var script = new ScriptedHandler()
                .Answer(200, """{"value":[]}""", headers: ("x-ms-continuation-NextPartitionKey", "1!4!YQ--"));
            using var source = new CancellationTokenSource();
            var pages = Table(script).QueryAsync<Reading>(cancellationToken: throughTheCall ? source.Token : default).AsPages();
            await using var reading = pages.GetAsyncEnumerator(throughTheCall ? default : source.Token);
            Assert.True(await reading.MoveNextAsync());
            await source.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await reading.MoveNextAsync());
            Assert.Single(script.Requests);
        }
    }

    public sealed class Tracing
    {
        [Fact]
        public void EveryCall_IsOneActivityWithItsOutcome()
        {
            using var script = new ScriptedHandler().Answer(204).Answer(404, ScriptedHandler.Error("TableNotFound", "No table."));
            using var mine = new Activity("test").Start();
            var seen = new List<Activity>();
            using var listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == "Azure.Data.Tables.TableClient",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = activity =>
                {
                    // Tests of other classes may run beside this one.
                    if (activity.ParentId == mine.Id)
                    {
                        seen.Add(activity);
                    }
                },
            };
            ActivitySource.AddActivityListener(listener);
            Table(script).UpsertEntity(new Reading());
            Assert.Throws<RequestFailedException>(() => Table(script).AddEntity(new Reading()));
            var quiet = script.Answer(204).Options;
            quiet.Diagnostics.IsDistributedTracingEnabled = false;
            new TableClient(new Uri("https://acct.example"), "t", TableService.Key, quiet).UpsertEntity(new Reading());

            Assert.Equal(["TableClient.UpsertEntity", "TableClient.AddEntity"], seen.Select(activity => activity.OperationName));
            Assert.Equal([ActivityStatusCode.Unset, ActivityStatusCode.Error], seen.Select(activity => activity.Status));
            Assert.Equal("TableNotFound", seen[1].GetTagItem("error.type"));
        }
    }

    public sealed class Transport
    {
        // The class is compiled into each storage package, so its type can only be told by its assembly.
        private static HttpPipeline Build(HttpPipelineOptions options, HttpPipelineTransport? store)
        {
            var builder = typeof(TableClient).Assembly.GetType("Local.Storage.StorePipeline", throwOnError: true)!;
            return (HttpPipeline)builder.GetMethod("Build", BindingFlags.Static | BindingFlags.Public)!.Invoke(null, [options, store])!;
        }

        [Fact]
        public void StoreOfTheConnectionString_IsAskedAndTheOptionsStayAsTheyWere()
        {
            using var script = new ScriptedHandler().Answer(204);
            var options = new TableClientOptions();
            var own = options.Transport;
            Assert.Equal(204, Ask(Build(new HttpPipelineOptions(options), script.Options.Transport)));
            Assert.Same(own, options.Transport);
        }

        [Fact]
        public void TransportOfTheCaller_WinsOverTheStore()
        {
            using var caller = new ScriptedHandler().Answer(204);
            using var store = new ScriptedHandler();
            Assert.Equal(204, Ask(Build(new HttpPipelineOptions(caller.Options), store.Options.Transport)));
            Assert.Empty(store.Requests);
        }

        private static int Ask(HttpPipeline pipeline)
        {
            using var message = pipeline.CreateMessage();
            message.Request.Uri.Reset(new Uri("https://acct.example/"));
            pipeline.Send(message, CancellationToken.None);
            return message.Response.Status;
        }
    }
}
