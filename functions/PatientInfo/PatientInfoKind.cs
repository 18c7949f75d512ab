namespace Collaborations.PatientInfo;

/// <summary>The parts of a patient's record that can be shared, each as a PDF of its own (product rule). In the order in which they are offered.</summary>
public enum PatientInfoKind
{
    Demographics,
    Allergies,
    Problems,
    Medications,
    Results,
    Immunisations,
    Procedures,
    Insurance,
}
