using Azure.Core.Pipeline;

namespace Local.Storage;

/// <summary>Builds a client's pipeline on the transport that its connection string names.</summary>
internal static class StorePipeline
{
    /// <param name="pipeline">The client's policies and the caller's options; the options are left as they were.</param>
    /// <param name="transport">
    /// The way to a store inside this process (<see cref="StorageConnectionString.Transport"/>), or null for the network.
    /// A transport that the caller set in the options wins over it.
    /// </param>
    public static HttpPipeline Build(HttpPipelineOptions pipeline, HttpPipelineTransport? transport)
    {
        // The default of ClientOptions is this very object; anything else was set by the caller.
        var options = pipeline.ClientOptions;
        if (transport is null || !ReferenceEquals(options.Transport, HttpClientTransport.Shared))
        {
            return HttpPipelineBuilder.Build(pipeline);
        }

        // A pipeline takes its transport from the options, and options may serve clients of several stores:
        // it is lent to them for this one build.
        lock (options)
        {
            var own = options.Transport;
            options.Transport = transport;
            try
            {
                return HttpPipelineBuilder.Build(pipeline);
            }
            finally
            {
                options.Transport = own;
            }
        }
    }
}
