using Local.Durable.History;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace Local.Durable.Replay;

/// <summary>What an orchestrator may know of itself, and what it is run with.</summary>
internal sealed record ExecutionIdentity(
    string InstanceId,
    string ExecutionId,
    string Name,
    string Version,
    Payload? Input,
    ParentOrchestrationInstance? Parent,
    IReadOnlyDictionary<string, string> Tags);

/// <summary>The parts of the engine that orchestrator code meets.</summary>
internal sealed record OrchestratorEnvironment(
    DataConverter Converter, string DefaultVersion, int MaxPayloadLength, ILoggerFactory LoggerFactory);
