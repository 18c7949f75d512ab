namespace Local.Durable.Storage;

#pragma warning disable CA1064 // Never leaves the step that presumed there was no record.
/// <summary>An instance was to be inserted that is there already.</summary>
internal sealed class RecordExistsException : Exception
#pragma warning restore CA1064
{
    public RecordExistsException()
    {
    }

    public RecordExistsException(string message)
        : base(message)
    {
    }

    public RecordExistsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
