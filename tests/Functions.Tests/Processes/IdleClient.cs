namespace Collaborations.Tests.Processes;

/// <summary>An engine that cannot be reached.</summary>
internal sealed class IdleClient : UnaskedClient;
