using System.Diagnostics;

namespace Azure.Data.Tables.Wire;

/// <summary>
/// One activity per client operation, named "TableClient.AddEntity" and the like, from the source "Azure.Data.Tables.TableClient"
/// (the naming of the client libraries' distributed tracing); costs nothing while nobody listens.
/// </summary>
internal readonly struct OperationScope : IDisposable
{
    private const string Library = "Azure.Data.Tables";
    private static readonly ActivitySource ClientSource = new($"{Library}.{nameof(TableClient)}");
    private static readonly ActivitySource ServiceSource = new($"{Library}.{nameof(TableServiceClient)}");

    private readonly Activity? _activity;

    private OperationScope(Activity? activity) => _activity = activity;

    public static OperationScope Start(string operation, bool enabled)
    {
        var source = operation.StartsWith($"{nameof(TableClient)}.", StringComparison.Ordinal) ? ClientSource : ServiceSource;
        return new OperationScope(enabled ? source.StartActivity(operation)?.SetTag("az.namespace", "Microsoft.Tables") : null);
    }

    public void Failed(Exception exception)
    {
        var kind = (exception as RequestFailedException)?.ErrorCode ?? exception.GetType().FullName;
        _activity?.SetTag("error.type", kind).SetStatus(ActivityStatusCode.Error, exception.Message);
    }

    public void Dispose() => _activity?.Dispose();
}
