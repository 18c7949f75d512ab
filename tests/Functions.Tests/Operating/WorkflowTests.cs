using System.Net;
using Azure.Data.Tables;
using Collaborations.Audit;
using Collaborations.Operating;
using Collaborations.Storage;
using Collaborations.Tests.Story;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Operating;

/// <summary>One app for all that operators do where they do not stand in each other's way.</summary>
[CollectionDefinition(Name)]
public sealed class OperatorsAtWork : ICollectionFixture<CollaborationsApp>
{
    public const string Name = "operators at work";
}

/// <summary>Workflows that operators list, show, begin anew, cancel and purge, by the routes and by the command line.</summary>
public sealed class WorkflowTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static async Task<string> NewestAsync(Person operators, string status)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var found = (await operators.GetAsync($"operations/workflows?status={status}"))["workflows"].AsArray();
            if (found.Count > 0)
            {
                return found.MaxBy(each => each!["createdAt"]!.GetValue<DateTimeOffset>())!["workflowId"]!.GetValue<string>();
            }

            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, $"No workflow is {status}.");
        }
    }

    private static async Task BecomesAsync(Person operators, string id, string status)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var now = (await operators.GetAsync($"operations/workflows/{id}"))["workflow"]!["status"]!.GetValue<string>();
            if (now == status)
            {
                return;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, $"{id} is {now} and not {status}.");
        }
    }

    /// <summary>Five wrong passwords lock an account, and its owner gets an email.</summary>
    private static async Task LockAsync(CollaborationsApp app, string email)
    {
        using var stranger = app.CreatePerson();
        for (var tries = 0; tries < 5; tries++)
        {
            await stranger.SignInAsync(email, "not the password at all");
        }
    }

    public sealed class Redrive(CollaborationsApp app) : IClassFixture<CollaborationsApp>
    {
        [Theory]
        [InlineData("ben.lindqvist@riverside.example", SenderState.Refuses, 0)]
        [InlineData("chloe.martin@riverside.example", SenderState.TakesAndDenies, 1)]
        public async Task Failed_because_of_the_sender_Sends_once(string email, SenderState state, int before)
        {
            using var operators = app.CreateOperator();
            app.Sender = state;
            await LockAsync(app, email);
            var id = await FailedAsync(operators);
            app.Sender = SenderState.Works;
            Assert.Equal(before, (await app.CreateOutbox().AllAsync(email)).Count);

            var failed = await operators.GetAsync($"operations/workflows/{id}");
            Assert.NotEmpty(failed["failures"].AsArray());
            Assert.DoesNotContain('@', failed.Body!.ToJsonString());

            Assert.Equal(HttpStatusCode.OK, (await operators.PostAsync($"operations/workflows/{id}/redrive")).Status);
            await BecomesAsync(operators, id, "completed");
            Assert.Single(await app.CreateOutbox().AllAsync(email));
            Assert.Equal("workflow-completed", (await operators.PostAsync($"operations/workflows/{id}/redrive")).Code);
        }

        // Ten tries, by the clock of the rules.
        private async Task<string> FailedAsync(Person operators)
        {
            var began = TimeProvider.System.GetTimestamp();
            while (TimeProvider.System.GetElapsedTime(began) < Patience)
            {
                var found = (await operators.GetAsync("operations/workflows?status=failed"))["workflows"].AsArray();
                if (found.Count > 0)
                {
                    return found[0]!["workflowId"]!.GetValue<string>();
                }

                app.Clock.Advance(TimeSpan.FromMinutes(10));
            }

            throw new TimeoutException("The workflow does not fail.");
        }
    }

    [Collection(OperatorsAtWork.Name)]
    public sealed class Cancel(CollaborationsApp app)
    {
        [Fact]
        public async Task Running_Is_ended_for_a_reason_of_the_list_and_purged_by_id_and_leaves_lines_of_operators()
        {
            using var operators = app.CreateOperator();
            var id = await WaitingAsync(operators);
            Assert.Equal("workflow-not-ended", (await operators.PostAsync($"operations/workflows/{id}/redrive")).Code);
            Assert.Equal("workflow-not-ended", (await operators.SendAsync(HttpMethod.Delete, $"operations/workflows/{id}")).Code);
            Assert.Equal("malformed", (await operators.PostAsync($"operations/workflows/{id}/cancel", new { reason = "asked by Rosa" })).Code);
            Assert.Equal(HttpStatusCode.OK, (await operators.PostAsync($"operations/workflows/{id}/cancel", new { reason = "stuck" })).Status);
            await BecomesAsync(operators, id, "cancelled");
            Assert.Equal("workflow-ended", (await operators.PostAsync($"operations/workflows/{id}/cancel", new { reason = "stuck" })).Code);
            Assert.Equal(1, (await operators.SendAsync(HttpMethod.Delete, $"operations/workflows/{id}"))["purged"].GetValue<int>());
            Assert.Equal(HttpStatusCode.NotFound, (await operators.GetAsync($"operations/workflows/{id}")).Status);

            var lines = await LinesAsync(id);
            Assert.Contains((AuditAction.WorkflowCancelled, AuditLine.Done), lines);
            Assert.Contains((AuditAction.WorkflowPurged, AuditLine.Done), lines);
            Assert.Equal(OperatorCommands.Good, (await app.OperateAsync("audit", "verify", "accounts")).Code);
        }

        // An invitation waits for its reader.
        private async Task<string> WaitingAsync(Person operators)
        {
            using var doctor = app.CreatePerson();
            var (practice, _) = await doctor.SignInAsMemberAsync("ben.lindqvist@riverside.example", app.Password);
            const string Email = "grace.kim@home.example";
            await doctor.PostAsync($"{await doctor.CaseAsync(practice, "Kim")}/patient-talk/invitation", new { email = Email, confirmEmail = Email });
            return await NewestAsync(operators, "running&prefix=registration-");
        }

        private async Task<IReadOnlyList<(AuditAction Action, string Outcome)>> LinesAsync(string subject)
        {
            var lines = new List<(AuditAction, string)>();
            await foreach (var row in app.Services.GetRequiredService<TableServiceClient>().GetTableClient("Audit").QueryAsync<TableEntity>("PartitionKey eq 'operators' and RowKey ge 'line-'"))
            {
                var line = RecordRow.Read<ChainedLine>(row).Record.Line;
                if (line.Subject == subject)
                {
                    lines.Add((line.Action, line.Outcome));
                }
            }

            return lines;
        }
    }

    [Collection(OperatorsAtWork.Name)]
    public sealed class Purge(CollaborationsApp app)
    {
        [Fact]
        public async Task Ended_before_an_instant_Is_forgotten_and_what_runs_is_kept()
        {
            using var operators = app.CreateOperator();
            await LockAsync(app, "chloe.martin@riverside.example");
            var id = await NewestAsync(operators, "completed");
            var before = (await operators.GetAsync($"operations/workflows/{id}"))["workflow"]!["createdAt"]!.GetValue<DateTimeOffset>();
            var (code, said) = await app.OperateAsync("workflows", "purge", "ended", "--before", before.AddHours(-1).ToString("O"), "--address", CollaborationsApp.Address);
            Assert.Equal((OperatorCommands.Good, "0 purged."), (code, said.Trim()));
            (code, said) = await app.OperateAsync("workflows", "purge", "ended", "--before", before.AddHours(1).ToString("O"), "--address", CollaborationsApp.Address);
            Assert.Equal(OperatorCommands.Good, code);
            Assert.Contains(" purged.", said, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await operators.GetAsync($"operations/workflows/{id}")).Status);
        }
    }

    [Collection(OperatorsAtWork.Name)]
    public sealed class Protection(CollaborationsApp app)
    {
        [Fact]
        public async Task Without_the_key_There_is_no_such_route()
        {
            using var doctor = app.CreatePerson();
            await doctor.SignInAsMemberAsync("ben.lindqvist@riverside.example", app.Password);
            using var guesser = app.CreateOperator(CollaborationsApp.OperatorKey + "x");
            foreach (var person in new[] { doctor, guesser })
            {
                Assert.Equal("not-found", (await person.GetAsync("operations/workflows")).Code);
                Assert.Equal("not-found", (await person.PostAsync("operations/workflow-purges", new { endedBefore = "2030-01-01T00:00:00Z" })).Code);
            }
        }

        [Theory]
        [InlineData("")]
        [InlineData("short")]
        [InlineData("@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/operator-key)")]
        public void A_key_that_is_none_Opens_nothing(string key) => Assert.False(new OperationsOptions { Key = key }.IsOn());

        [Fact]
        public async Task Many_wrong_keys_from_one_address_Are_slowed_and_the_right_one_is_not()
        {
            using var guesser = app.CreateOperator("a-key-of-somebody-who-guesses-and-guesses");
            var status = HttpStatusCode.NotFound;
            for (var tries = 0; tries < 70 && status == HttpStatusCode.NotFound; tries++)
            {
                status = (await guesser.GetAsync("operations/workflows")).Status;
            }

            Assert.Equal(HttpStatusCode.TooManyRequests, status);
            using var operators = app.CreateOperator();
            Assert.Equal(HttpStatusCode.OK, (await operators.GetAsync("operations/workflows")).Status);
            app.Clock.Advance(TimeSpan.FromMinutes(11));
        }
    }

    [Collection(OperatorsAtWork.Name)]
    public sealed class CommandLine(CollaborationsApp app)
    {
        [Fact]
        public async Task List_and_show_Print_ids_and_no_names()
        {
            using var operators = app.CreateOperator();
            await LockAsync(app, "amara.okafor@riverside.example");
            var id = await NewestAsync(operators, "completed");
            var (code, said) = await app.OperateAsync("workflows", "list", "--status", "completed", "--address", CollaborationsApp.Address);
            Assert.Equal(OperatorCommands.Good, code);
            Assert.Contains(id, said, StringComparison.Ordinal);
            Assert.DoesNotContain('@', said);
            (code, said) = await app.OperateAsync("workflows", "show", id, "--json", "--address", CollaborationsApp.Address);
            Assert.Equal(OperatorCommands.Good, code);
            Assert.StartsWith("""{"workflow":{"workflowId":""", said, StringComparison.Ordinal);
            Assert.DoesNotContain('@', said);
        }

        [Theory]
        [InlineData("http://pages.example/")]
        [InlineData("nowhere")]
        public async Task An_address_to_which_the_key_would_go_in_the_open_Is_refused(string address)
        {
            var (code, said) = await app.OperateAsync("workflows", "list", "--address", address);
            Assert.Equal(OperatorCommands.Bad, code);
            Assert.Contains("OPERATOR_KEY", said, StringComparison.Ordinal);
        }

        [Fact]
        public async Task Not_there_Is_said_and_ends_with_1()
        {
            var (code, said) = await app.OperateAsync("workflows", "redrive", "nothing-of-this-id", "--address", CollaborationsApp.Address);
            Assert.Equal((OperatorCommands.Bad, "Refused: 404 not-found"), (code, said.Trim()));
        }
    }
}
