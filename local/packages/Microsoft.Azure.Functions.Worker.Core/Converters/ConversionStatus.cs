namespace Microsoft.Azure.Functions.Worker.Converters;

public enum ConversionStatus
{
    /// <summary>Not this converter's business: the next one is asked.</summary>
    Unhandled,

    Succeeded,

    /// <summary>The value is meant for this converter and is wrong: nobody else is asked.</summary>
    Failed,
}
