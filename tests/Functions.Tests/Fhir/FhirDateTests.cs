using Collaborations.Fhir.Reading;

namespace Collaborations.Tests.Fhir;

[Trait("Size", "Small")]
public sealed class FhirDateTests
{
    [Theory]
    [InlineData("2019")]
    [InlineData("2019-02")]
    [InlineData("2020-02-29")]
    [InlineData("2019-05-03T10:00:00Z")]
    [InlineData("2019-05-03T10:00:00.530+14:00")]
    [InlineData("2016-12-31T23:59:60Z")]
    [InlineData("2019-05-03T10:00:00.123456789012-05:00")]
    public void A_date_of_fhir_Is_one(string text) => Assert.True(FhirDates.IsDate(text));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2019-13")]
    [InlineData("2019-02-29")]
    [InlineData("19-02-01")]
    [InlineData("03/05/2019")]
    [InlineData("2019-05-03T10:00")]
    [InlineData("2019-05-03T10:00:00")]
    [InlineData("2019-05-03T25:00:00Z")]
    [InlineData("2019-05-03T10:00:61Z")]
    [InlineData("2019-05-03T10:00:00+99:00")]
    [InlineData("2019-05-03 10:00:00Z")]
    public void Anything_else_Is_none(string text) => Assert.False(FhirDates.IsDate(text));

    [Theory]
    [InlineData(null, true)]
    [InlineData("4.0", true)]
    [InlineData("4.0.1", true)]
    [InlineData("4.3", false)]
    [InlineData("5.0.0", false)]
    [InlineData("3.0", false)]
    [InlineData("four", false)]
    public void Only_R4_Is_taken(string? version, bool taken) => Assert.Equal(taken, FhirVersions.IsTaken(version));

    [Theory]
    [InlineData("http://hl7.org/fhir/StructureDefinition/Patient", true)]
    [InlineData("http://hl7.org/fhir/StructureDefinition/Patient|4.0.1", true)]
    [InlineData("http://hl7.org/fhir/4.0/StructureDefinition/Patient", true)]
    [InlineData("http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient|6.1.0", true)]
    [InlineData("http://hl7.org/fhir/StructureDefinition/Patient|5.0.0", false)]
    [InlineData("http://hl7.org/fhir/3.0/StructureDefinition/Patient", false)]
    public void A_profile_of_the_standard_itself_May_name_the_version(string profile, bool taken) =>
        Assert.Equal(taken, FhirVersions.AreTaken([profile]));
}
