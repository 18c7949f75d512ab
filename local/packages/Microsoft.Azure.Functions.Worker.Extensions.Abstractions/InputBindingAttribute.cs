namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>A binding that supplies a parameter beside the trigger.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class InputBindingAttribute : BindingAttribute
{
    public InputBindingAttribute()
    {
    }
}
