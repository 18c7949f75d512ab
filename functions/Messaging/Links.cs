using Collaborations.Identifiers;
using Microsoft.Extensions.Options;

namespace Collaborations.Messaging;

/// <summary>The addresses that stand in emails. Static pages know the same paths (static-web/src/navigation/paths.ts).</summary>
public sealed class Links(IOptions<CommunicationOptions> options)
{
    private readonly Uri _pages = options.Value.PublicAddress ?? throw new InvalidOperationException("The address of the pages is not set.");

    /// <summary>The token stands behind the hash, which no browser sends anywhere.</summary>
    public Uri Registration(string token) => new(_pages, $"register#{token}");

    public Uri PasswordReset(string token) => new(_pages, $"reset#{token}");

    public Uri SignIn() => _pages;

    public Uri Thread(ThreadId thread) => new(_pages, $"inbox/{thread}");

    public Uri DoctorTalk(PracticeId practice, CaseId @case) => new(_pages, $"practice/{practice}/cases/{@case}/doctor-talk");

    public Uri PatientTalk(PracticeId practice, CaseId @case) => new(_pages, $"practice/{practice}/cases/{@case}/patient-talk");

    public Uri Collaboration(PracticeId practice, CollaborationId collaboration) => new(_pages, $"practice/{practice}/collaborations/{collaboration}");

    public Uri SharedCollaboration(CollaborationId collaboration) => new(_pages, $"collaborations/{collaboration}");
}
