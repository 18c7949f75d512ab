namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>The binding that starts an invocation; a function has exactly one.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class TriggerBindingAttribute : BindingAttribute
{
    public TriggerBindingAttribute()
    {
    }
}
