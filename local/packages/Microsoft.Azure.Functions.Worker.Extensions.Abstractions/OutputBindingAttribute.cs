namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>A binding that takes what a function returns, or one property of it.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public abstract class OutputBindingAttribute : BindingAttribute
{
    public OutputBindingAttribute()
    {
    }
}
