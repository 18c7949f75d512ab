using System.Linq.Expressions;
using System.Reflection;

namespace Azure.Data.Tables.Filters;

/// <summary>Parts of an expression that do not depend on its parameter: captured variables, constants, and what is made of them.</summary>
internal static class Computation
{
    public static bool IsPossible(Expression expression)
    {
        var search = new ParameterSearch();
        search.Visit(expression);
        return !search.Found;
    }

    public static object? Run(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        // The form of every captured variable; reading it needs no compilation.
        MemberExpression { Expression: ConstantExpression { Value: { } closure }, Member: FieldInfo field } => field.GetValue(closure),
        _ => Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)(),
    };

    private sealed class ParameterSearch : ExpressionVisitor
    {
        public bool Found { get; private set; }

        public override Expression? Visit(Expression? node) => Found ? node : base.Visit(node);

        protected override Expression VisitParameter(ParameterExpression node)
        {
            Found = true;
            return node;
        }
    }
}
