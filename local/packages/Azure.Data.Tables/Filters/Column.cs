using System.Linq.Expressions;
using System.Reflection;
using System.Text.RegularExpressions;
using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Filters;

/// <summary>Expressions that stand for a stored property: a member of the entity, an entry of a dictionary, a typed getter.</summary>
internal static partial class Column
{
    // GetDateTimeOffset is missing because the mirrored version refuses it: GetDateTime says the same.
    private static readonly HashSet<string> Getters =
    [
        nameof(TableEntity.GetBinary), nameof(TableEntity.GetBinaryData), nameof(TableEntity.GetBoolean), nameof(TableEntity.GetDateTime),
        nameof(TableEntity.GetDouble), nameof(TableEntity.GetGuid), nameof(TableEntity.GetInt32), nameof(TableEntity.GetInt64),
        nameof(TableEntity.GetString),
    ];

    /// <summary>The property's name; null where the expression is something else.</summary>
    /// <exception cref="NotSupportedException">A key that was computed is no property name.</exception>
    public static string? TryName(Expression expression) => expression switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } conversion => TryName(conversion.Operand),
        MemberExpression { Member: PropertyInfo property, Expression: { } owner } => Member(property, owner),
        MethodCallExpression { Object: { } owner, Arguments: [var key] } call when IsRow(owner) && IsLookup(call.Method) => Key(key),
        _ => null,
    };

    private static string? Member(PropertyInfo property, Expression owner)
    {
        if (property.Name == nameof(Nullable<>.Value) && Nullable.GetUnderlyingType(owner.Type) is not null)
        {
            return TryName(owner);
        }

        return !IsRow(owner) ? null
            : property.DeclaringType == typeof(TableItem) && property.Name == nameof(TableItem.Name) ? "TableName"
            : EntityShape.NameOf(property);
    }

    private static bool IsRow(Expression expression) => expression switch
    {
        ParameterExpression => true,
        UnaryExpression { NodeType: ExpressionType.Convert } conversion => IsRow(conversion.Operand),
        _ => false,
    };

    private static bool IsLookup(MethodInfo method) =>
        method.DeclaringType == typeof(TableEntity)
            ? method.Name == "get_Item" || Getters.Contains(method.Name)
            : method.Name == "get_Item" && method.DeclaringType == typeof(IDictionary<string, object>);

    private static string Key(Expression key) =>
        Computation.IsPossible(key) && Computation.Run(key) is string name && PropertyName().IsMatch(name)
            ? name
            : throw new NotSupportedException($"'{key}' is not the name of a property.");

    // Names follow the rules of C# identifiers ("Understanding the Table service data model", property names).
    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{Nd}_]*\z")]
    private static partial Regex PropertyName();
}
