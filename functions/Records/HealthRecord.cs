using System.Text.Json.Serialization;
using Collaborations.Identifiers;

namespace Collaborations.Records;

/// <summary>The kinds, by their names in FHIR R4. The numbers stand in keys: never changed, never reused.</summary>
public enum RecordKind
{
    AllergyIntolerance = 0,
    Condition = 10,
    MedicationRequest = 20,
    MedicationStatement = 30,
    Observation = 40,
    Immunization = 50,
    Procedure = 60,
    Coverage = 70,
    DocumentReference = 80,
}

/// <summary>One entry of a patient's health record: what a clinician needs to see of it, and where it came from.</summary>
/// <param name="Source">Its identity.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(AllergyRecord), nameof(RecordKind.AllergyIntolerance))]
[JsonDerivedType(typeof(ConditionRecord), nameof(RecordKind.Condition))]
[JsonDerivedType(typeof(MedicationRequestRecord), nameof(RecordKind.MedicationRequest))]
[JsonDerivedType(typeof(MedicationStatementRecord), nameof(RecordKind.MedicationStatement))]
[JsonDerivedType(typeof(ObservationRecord), nameof(RecordKind.Observation))]
[JsonDerivedType(typeof(ImmunizationRecord), nameof(RecordKind.Immunization))]
[JsonDerivedType(typeof(ProcedureRecord), nameof(RecordKind.Procedure))]
[JsonDerivedType(typeof(CoverageRecord), nameof(RecordKind.Coverage))]
[JsonDerivedType(typeof(DocumentRecord), nameof(RecordKind.DocumentReference))]
public abstract record HealthRecord(RecordSource Source)
{
    [JsonIgnore]
    public abstract RecordKind Kind { get; }
}

/// <param name="Manifestations">What happened.</param>
/// <param name="Severity">mild, moderate or severe.</param>
public sealed record AllergyReaction(IReadOnlyList<Concept> Manifestations, string? Severity);

/// <param name="Source">Its identity.</param>
/// <param name="ClinicalStatus">Whether it is active.</param>
/// <param name="VerificationStatus">Whether it is sure.</param>
/// <param name="Type">allergy or intolerance.</param>
/// <param name="Categories">food, medication, environment, biologic.</param>
/// <param name="Criticality">low, high, or unable-to-assess.</param>
/// <param name="Code">Against what.</param>
/// <param name="Onset">Since when.</param>
/// <param name="RecordedDate">When it was written down.</param>
/// <param name="Reactions">What it did.</param>
/// <param name="Notes">In words.</param>
public sealed record AllergyRecord(
    RecordSource Source,
    Concept? ClinicalStatus,
    Concept? VerificationStatus,
    string? Type,
    IReadOnlyList<string> Categories,
    string? Criticality,
    Concept? Code,
    When? Onset,
    string? RecordedDate,
    IReadOnlyList<AllergyReaction> Reactions,
    IReadOnlyList<string> Notes) : HealthRecord(Source)
{
    [JsonIgnore]
    public override RecordKind Kind => RecordKind.AllergyIntolerance;
}

/// <summary>A problem or diagnosis.</summary>
public sealed record ConditionRecord(
    RecordSource Source,
    Concept? ClinicalStatus,
    Concept? VerificationStatus,
    IReadOnlyList<Concept> Categories,
    Concept? Severity,
    Concept? Code,
    IReadOnlyList<Concept> BodySites,
    When? Onset,
    When? Abatement,
    string? RecordedDate,
    IReadOnlyList<string> Notes) : HealthRecord(Source)
{
    [JsonIgnore]
    public override RecordKind Kind => RecordKind.Condition;
}

/// <summary>How a medicine is taken.</summary>
/// <param name="Text">In words.</param>
/// <param name="AsNeeded">Whether only when needed.</param>
/// <param name="Frequency">How many times in a period.</param>
/// <param name="Period">How long the period is.</param>
/// <param name="PeriodUnit">s, min, h, d, wk, mo or a.</param>
/// <param name="Route">By which way into the body.</param>
/// <param name="Dose">How much at a time.</param>
public sealed record Dosage(
    string? Text, bool? AsNeeded, int? Frequency, decimal? Period, string? PeriodUnit, Concept? Route, Quantity? Dose);

/// <summary>A prescription.</summary>
public sealed record MedicationRequestRecord(
    RecordSource Source, string Status, string Intent, Concept Medication, string? AuthoredOn, IReadOnlyList<Dosage> Dosages, IReadOnlyList<string> Notes)
    : HealthRecord(Source)
{
    [JsonIgnore]
    public override RecordKind Kind => RecordKind.MedicationRequest;
}

/// <summary>A medicine that the patient takes, took, or does not take.</summary>
public sealed record MedicationStatementRecord(
    RecordSource Source, string Status, Concept Medication, When? Effective, string? DateAsserted, IReadOnlyList<Dosage> Dosages, IReadOnlyList<string> Notes)
    : HealthRecord(Source)
{
    [JsonIgnore]
    public override RecordKind Kind => RecordKind.MedicationStatement;
}

/// <summary>What was found: exactly one of them.</summary>
public sealed record ObservedValue(Quantity? Quantity, Concept? Concept, string? Text, bool? Flag, int? Number, string? At);

/// <summary>One part of a result, such as the upper of two blood pressures.</summary>
public sealed record ObservationComponent(Concept Code, ObservedValue? Value);

/// <summary>What is usual.</summary>
public sealed record ReferenceRange(Quantity? Low, Quantity? High, string? Text);

/// <summary>A result or a finding.</summary>
public sealed record ObservationRecord(
    RecordSource Source,
    string Status,
    IReadOnlyList<Concept> Categories,
    Concept Code,
    When? Effective,
    string? Issued,
    ObservedValue? Value,
    Concept? AbsentReason,
    IReadOnlyList<Concept> Interpretations,
    IReadOnlyList<ReferenceRange> Ranges,
    IReadOnlyList<ObservationComponent> Components,
    IReadOnlyList<string> Notes) : HealthRecord(Source)
{
    [JsonIgnore]
    public override RecordKind Kind => RecordKind.Observation;
}

public sealed record ImmunizationRecord(
    RecordSource Source,
    string Status,
    Concept Vaccine,
    When Occurrence,
    bool? PrimarySource,
    string? LotNumber,
    string? ExpirationDate,
    Concept? Site,
    Quantity? Dose,
    IReadOnlyList<string> Notes) : HealthRecord(Source)
{
    [JsonIgnore]
    public override RecordKind Kind => RecordKind.Immunization;
}

public sealed record ProcedureRecord(
    RecordSource Source,
    string Status,
    Concept? Code,
    When? Performed,
    IReadOnlyList<Concept> BodySites,
    Concept? Outcome,
    IReadOnlyList<string> Notes) : HealthRecord(Source)
{
    [JsonIgnore]
    public override RecordKind Kind => RecordKind.Procedure;
}

/// <summary>One of the numbers on an insurance card, such as the group's.</summary>
public sealed record CoverageClass(Concept Type, string Value, string? Name);

/// <summary>An insurance.</summary>
public sealed record CoverageRecord(
    RecordSource Source,
    string Status,
    Concept? Type,
    string? SubscriberId,
    Concept? Relationship,
    When? Period,
    IReadOnlyList<string> Payors,
    IReadOnlyList<CoverageClass> Classes) : HealthRecord(Source)
{
    [JsonIgnore]
    public override RecordKind Kind => RecordKind.Coverage;
}

/// <summary>Where in the patient's library a document stands.</summary>
public enum Library
{
    Correspondence,
    Images,
}

/// <summary>A file of a document.</summary>
/// <param name="File">In the vault.</param>
/// <param name="Title">As its writer called it.</param>
/// <param name="ContentType">What it was said to be.</param>
/// <param name="Size">Bytes.</param>
/// <param name="CreatedAt">When it was made, as written.</param>
public sealed record DocumentFile(FileId File, string? Title, string ContentType, long Size, string? CreatedAt);

/// <summary>A letter or an image in the patient's library.</summary>
public sealed record DocumentRecord(
    RecordSource Source,
    string Status,
    Library Library,
    Concept? Type,
    IReadOnlyList<Concept> Categories,
    string? Date,
    string? Description,
    IReadOnlyList<DocumentFile> Files) : HealthRecord(Source)
{
    [JsonIgnore]
    public override RecordKind Kind => RecordKind.DocumentReference;
}
