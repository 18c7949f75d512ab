using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Collaborations.Fhir.Import;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Patients;
using Collaborations.Records;
using Collaborations.Security;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Fhir;

/// <summary>Two imports at the same time that share an identifier.</summary>
public sealed class ConcurrentImportTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    [Fact]
    public async Task An_identifier_that_became_anothers_meanwhile_Is_named_in_the_report()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var services = app.Services;
        var (shared, other) = (new SourceIdentifier("http://shared.example", "7"), PatientId.From(Guid.CreateVersion7()));

        // The other import claims it when this one has asked whose its identifiers are and claimed its first.
        var meanwhile = new BeforeTheSecondWrite(() => services.GetRequiredService<PatientIdentityStore>().ClaimAsync(clinic.Id, shared, other, default));
        var options = new TableClientOptions();
        options.AddPolicy(meanwhile, HttpPipelinePosition.PerRetry);
        var slow = new TableServiceClient(services.GetRequiredService<IConfiguration>()["Storage:ConnectionString"]!, options);
        var identities = new PatientIdentityStore(slow, services.GetRequiredService<KeyedDigests>());
        var importer = ActivatorUtilities.CreateInstance<BundleImporter>(services, ActivatorUtilities.CreateInstance<PatientImporter>(services, identities));
        var patient = Bundles.Patient("1").With(
            "identifier", Bundles.Json("""[{"system":"http://one.example","value":"1"},{"system":"http://shared.example","value":"7"}]"""));
        var (id, file) = (ImportId.From(Guid.CreateVersion7()), FileId.From(Guid.CreateVersion7()));
        await services.GetRequiredService<FileVault>().PrepareAsync(default);
        await services.GetRequiredService<FileVault>().WriteAsync(file, new MemoryStream(Bundles.Of(patient).Bytes()), default);
        var import = new FhirImport(MemberId.From(Guid.CreateVersion7()), file, 1, ImportState.Running, null, 0, 0, 0, app.Clock.GetUtcNow(), null);
        await services.GetRequiredService<FhirImportStore>().AddAsync(clinic.Id, id, import, default);

        Assert.False(await importer.ImportAsync(clinic.Id, id, processes: null, default));
        Assert.True(meanwhile.IsOver);
        Assert.Equal(["1 Patient identifiers-of-two-patients identifier +"], await clinic.ReportAsync(await clinic.Manager.GetAsync($"{clinic.Path}/imports/{id}")));
        Assert.Equal(other, await services.GetRequiredService<PatientIdentityStore>().FindAsync(clinic.Id, shared, default));
    }

    private sealed class BeforeTheSecondWrite(Func<Task> act) : HttpPipelinePolicy
    {
        private int _writes;

        public bool IsOver => _writes >= 2;

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (message.Request.Method == RequestMethod.Post
                && message.Request.Uri.Path.EndsWith("/PatientIdentities", StringComparison.Ordinal)
                && ++_writes == 2)
            {
                await act();
            }

            await ProcessNextAsync(message, pipeline);
        }
    }
}
