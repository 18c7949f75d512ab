using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Local.Host.Startup;

/// <summary>Puts what kept the host from starting into one sentence for whoever started it.</summary>
internal static class StartupFailure
{
    public static string Describe(Exception failure) => failure switch
    {
        StartupException known => known.Message,
        OptionsValidationException options => options.Message,
        AggregateException { InnerExceptions: [var only] } => Describe(only),

        // Kestrel's message names the address.
        IOException { InnerException: AddressInUseException } taken =>
            $"{taken.Message.TrimEnd('.')}: stop what listens there, or choose another address with --urls.",
        InvalidDataException { InnerException: { } cause } malformed => $"{malformed.Message.TrimEnd('.')}: {cause.Message}",
        _ => $"{failure.GetType().Name}: {failure.Message}",
    };
}
