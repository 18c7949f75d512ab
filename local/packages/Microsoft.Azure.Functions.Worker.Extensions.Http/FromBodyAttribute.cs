using Microsoft.Azure.Functions.Worker.Converters;
using Microsoft.Azure.Functions.Worker.Extensions.Http.Converters;

namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>
/// Fills the parameter from the request's body by the model binding of ASP.NET Core MVC, so by its JSON options. A body that
/// does not fit, or an empty one, throws <see cref="InvalidOperationException"/> inside the middleware pipeline.
/// </summary>
public class FromBodyAttribute : InputConverterAttribute
{
    public FromBodyAttribute()
        : base(typeof(FromBodyConverter))
    {
    }
}
