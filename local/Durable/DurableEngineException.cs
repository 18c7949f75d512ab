namespace Local.Durable;

/// <summary>The engine cannot go on with its store: it is another process's, was taken over, or does not answer.</summary>
public sealed class DurableEngineException : Exception
{
    public DurableEngineException()
    {
    }

    public DurableEngineException(string message)
        : base(message)
    {
    }

    public DurableEngineException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
