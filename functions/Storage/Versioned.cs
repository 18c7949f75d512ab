using Azure;

namespace Collaborations.Storage;

/// <summary>A record and the version under which it was read: a write under it fails when somebody else wrote meanwhile.</summary>
public sealed record Versioned<T>(T Record, ETag ETag);
