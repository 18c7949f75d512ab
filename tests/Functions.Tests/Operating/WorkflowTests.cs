using System.Net;
using Azure.Data.Tables;
using Collaborations.Audit;
using Collaborations.Fhir.Import;
using Collaborations.Identifiers;
using Collaborations.Operating;
using Collaborations.Operating.Workflows;
using Collaborations.Storage;
using Collaborations.Tests.Fhir;
using Collaborations.Tests.Story;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

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
    private static async Task<string> NewestAsync(Person operators, string status)
    {
        var found = await Eventually.ReadAsync(
            async () => (await operators.GetAsync($"operations/workflows?status={status}"))["workflows"].AsArray(),
            there => there.Count > 0,
            _ => $"No workflow is {status}.");
        return found.MaxBy(each => each!["createdAt"]!.GetValue<DateTimeOffset>())!["workflowId"]!.GetValue<string>();
    }

    private static async Task BecomesAsync(Person operators, string id, string status)
    {
        await Eventually.ReadAsync(
            async () => (await operators.GetAsync($"operations/workflows/{id}"))["workflow"]!["status"]!.GetValue<string>(),
            now => now == status,
            now => $"{id} is {now} and not {status}.");
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

    // Ten tries, by the clock of the rules.
    private static async Task<string> FailedAsync(CollaborationsApp app, Person operators, string which = "")
    {
        var found = await Eventually.ReadAsync(
            async () =>
            {
                app.Clock.Advance(TimeSpan.FromMinutes(10));
                return (await operators.GetAsync($"operations/workflows?status=failed{which}"))["workflows"].AsArray();
            },
            there => there.Count > 0,
            _ => "The workflow does not fail.");
        return found[0]!["workflowId"]!.GetValue<string>();
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
            var id = await FailedAsync(app, operators);
            app.Sender = SenderState.Works;
            Assert.Equal(before, (await app.CreateOutbox().AllAsync(email)).Count);

            var failed = await operators.GetAsync($"operations/workflows/{id}");
            Assert.NotEmpty(failed["failures"].AsArray());
            Assert.DoesNotContain('@', failed.Body!.ToJsonString());
            var history = failed["history"].AsArray().Select(each => (Kind: each!["kind"]!.GetValue<string>(), Line: each)).ToList();
            Assert.Equal(("started", "failed"), (history[0].Kind, history[^1].Kind));
            var line = history.First(each => each.Kind == "activityFailed").Line!;
            Assert.Contains(line["name"]!.GetValue<string>(), history.Where(each => each.Kind == "activityBegun").Select(each => each.Line!["name"]!.GetValue<string>()));
            Assert.NotEmpty(line["failures"]!.AsArray());

            Assert.Equal(HttpStatusCode.OK, (await operators.PostAsync($"operations/workflows/{id}/redrive")).Status);
            await BecomesAsync(operators, id, "completed");
            Assert.Single(await app.CreateOutbox().AllAsync(email));
            Assert.Equal("workflow-completed", (await operators.PostAsync($"operations/workflows/{id}/redrive")).Code);
        }

        [Fact]
        public async Task Whatever_gives_up_on_its_record_when_it_fails_Is_for_a_person_to_ask_for_again()
        {
            var names = new List<string>();
            foreach (var file in Directory.EnumerateFiles(RepositoryRoot.Combine("functions"), "*Orchestration.cs", SearchOption.AllDirectories))
            {
                var text = await File.ReadAllTextAsync(file);
                if (text.Contains("catch (TaskFailedException)", StringComparison.Ordinal) && text.Contains("            throw;", StringComparison.Ordinal))
                {
                    names.Add(Path.GetFileNameWithoutExtension(file));
                }
            }

            Assert.Equal(WorkflowHandler.BegunAnewByPersons, names.Order(StringComparer.Ordinal));
        }

        [Theory]
        [InlineData(true, "workflow-not-ended")]
        [InlineData(false, "not-found")]
        public async Task Begun_anew_or_purged_by_another_meanwhile_Is_refused(bool isThere, string code)
        {
            await using var processes = new OvertakenClient(isThere);
            var answer = await WorkflowHandler.RedriveAsync(processes, "one", CancellationToken.None);
            Assert.True(answer.IsRefused(out var refusal, out _));
            Assert.Equal(code, refusal.Code);
        }
    }

    /// <summary>Apart from those above, which lock accounts and look for whatever has failed.</summary>
    public sealed class RedriveOfCancelledAndGivenUp(CollaborationsApp app) : IClassFixture<CollaborationsApp>
    {
        /// <summary>Days later the service has forgotten the id of an email; whether it was taken is on record here.</summary>
        [Fact]
        public async Task Cancelled_after_its_email_went_out_Sends_it_no_second_time()
        {
            const string Email = "rosa.delgado@home.example";
            using var operators = app.CreateOperator();
            using var doctor = app.CreatePerson();
            var (practice, _) = await doctor.SignInAsMemberAsync("ben.lindqvist@riverside.example", app.Password);
            app.Sender = SenderState.KnowsNoIds;
            await doctor.PostAsync($"{await doctor.CaseAsync(practice, "Rosa")}/patient-talk/invitation", new { email = Email, confirmEmail = Email });
            await app.CreateOutbox().LatestAsync(Email);
            var id = await NewestAsync(operators, "running&prefix=registration-");
            await WaitsForItsReaderAsync(operators, id);
            await operators.PostAsync($"operations/workflows/{id}/cancel", new { reason = "startedByMistake" });
            await BecomesAsync(operators, id, "cancelled");

            Assert.Equal(HttpStatusCode.OK, (await operators.PostAsync($"operations/workflows/{id}/redrive")).Status);
            await WaitsForItsReaderAsync(operators, id);
            app.Sender = SenderState.Works;
            Assert.Single(await app.CreateOutbox().AllAsync(Email));
        }

        // Its status is the step that it waits at, and it comes to one after its email.
        private static async Task WaitsForItsReaderAsync(Person operators, string id)
        {
            await BecomesAsync(operators, id, "running");
            await Eventually.IsAsync(
                async () => (await operators.GetAsync($"operations/workflows/{id}")).Body!["customStatus"] is not null, $"{id} does not come to a step.");
        }

        [Fact]
        public async Task A_failed_import_Is_for_a_person_to_bring_in_again()
        {
            // Its bundle is nowhere.
            var import = ImportId.From(Guid.CreateVersion7());
            using var clinic = await Clinic.OpenAsync(app);
            var record = new FhirImport(
                MemberId.From(Guid.CreateVersion7()), FileId.From(Guid.CreateVersion7()), 1, ImportState.Running, null, 0, 0, 0, app.Clock.GetUtcNow(), null);
            await app.Services.GetRequiredService<FhirImportStore>().AddAsync(clinic.Id, import, record, default);
            await clinic.Manager.PostAsync($"{clinic.Path}/imports/{import}/complete", new { blocks = new[] { "AAAA" } });
            using var operators = app.CreateOperator();
            var id = await FailedAsync(app, operators, "&prefix=import-");
            Assert.Equal("workflow-begun-anew-by-person", (await operators.PostAsync($"operations/workflows/{id}/redrive")).Code);
            var (code, said) = await app.OperateAsync("workflows", "redrive", id, "--address", CollaborationsApp.Address);
            Assert.Equal((OperatorCommands.Bad, "Refused: 409 workflow-begun-anew-by-person"), (code, said.Trim()));
            Assert.Equal("failed", (await operators.GetAsync($"operations/workflows/{id}"))["workflow"]!["status"]!.GetValue<string>());
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
            var after = before.AddHours(1).ToString("O");
            (code, said) = await app.OperateAsync("workflows", "purge", "ended", "--before", after, "--address", CollaborationsApp.Address);
            Assert.Equal((OperatorCommands.Bad, "Refused: 400 time-in-future"), (code, said.Trim()));
            app.Clock.Advance(TimeSpan.FromHours(2));
            (code, said) = await app.OperateAsync("workflows", "purge", "ended", "--before", after, "--address", CollaborationsApp.Address);
            Assert.Equal(OperatorCommands.Good, code);
            Assert.Contains(" purged.", said, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await operators.GetAsync($"operations/workflows/{id}")).Status);
        }
    }

    public sealed class PurgeOfFailed(CollaborationsApp app) : IClassFixture<CollaborationsApp>
    {
        [Fact]
        public async Task Failed_Is_kept_unless_it_is_said()
        {
            using var operators = app.CreateOperator();
            app.Sender = SenderState.Refuses;
            await LockAsync(app, "ben.lindqvist@riverside.example");
            var id = await FailedAsync(app, operators);
            app.Clock.Advance(TimeSpan.FromHours(1));
            var now = app.Clock.GetUtcNow().ToString("O");
            await app.OperateAsync("workflows", "purge", "ended", "--before", now, "--address", CollaborationsApp.Address);
            Assert.Equal(HttpStatusCode.OK, (await operators.GetAsync($"operations/workflows/{id}")).Status);
            var (code, said) = await app.OperateAsync("workflows", "purge", "ended", "--before", now, "--failed", "--address", CollaborationsApp.Address);
            Assert.Equal((OperatorCommands.Good, "1 purged."), (code, said.Trim()));
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
            (code, said) = await app.OperateAsync("workflows", "show", id, "--address", CollaborationsApp.Address);
            Assert.Equal(OperatorCommands.Good, code);
            var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Contains(lines, line => line.Contains("Z started ", StringComparison.Ordinal));
            Assert.Contains(lines, line => line.Contains("Z activityCompleted ", StringComparison.Ordinal));
            Assert.EndsWith("Z completed", lines[^1].TrimEnd(), StringComparison.Ordinal);
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
