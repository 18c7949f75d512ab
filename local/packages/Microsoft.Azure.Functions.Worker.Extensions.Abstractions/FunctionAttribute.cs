namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks a method as a function and names it. The name is unique in the application.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute : Attribute
{
    public FunctionAttribute(string name) => Name = name;

    public string Name { get; }
}
