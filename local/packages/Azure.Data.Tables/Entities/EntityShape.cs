using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Serialization;

namespace Azure.Data.Tables.Entities;

/// <summary>
/// Which members of a class are columns: public instance properties and fields, under the name of their
/// <see cref="DataMemberAttribute"/> if it has one, without those marked <see cref="IgnoreDataMemberAttribute"/>.
/// </summary>
internal sealed class EntityShape
{
    private static readonly ConcurrentDictionary<Type, EntityShape> Known = new();

    private readonly Column[] _columns;

    private EntityShape(Type type) =>
        _columns =
        [
            .. type.GetMembers(BindingFlags.Public | BindingFlags.Instance)
                .Where(member => !member.IsDefined(typeof(IgnoreDataMemberAttribute)))
                .Select(Column.From)
                .OfType<Column>(),
        ];

    public IReadOnlyList<Column> Columns => _columns;

    public static EntityShape Of(Type type) => Known.GetOrAdd(type, static key => new EntityShape(key));

    /// <summary>The name a member has as a column.</summary>
    public static string NameOf(MemberInfo member) => member.GetCustomAttribute<DataMemberAttribute>()?.Name ?? member.Name;

    internal sealed record Column(string Name, Type Type, Func<object, object?>? Get, Action<object, object?>? Set)
    {
        public static Column? From(MemberInfo member) => member switch
        {
            PropertyInfo property when property.GetIndexParameters().Length == 0 => new Column(
                NameOf(member),
                property.PropertyType,
                property.CanRead
                    ? target => property.GetValue(target, BindingFlags.DoNotWrapExceptions, null, null, null)
                    : null,
                property.CanWrite
                    ? (target, value) => property.SetValue(target, value, BindingFlags.DoNotWrapExceptions, null, null, null)
                    : null),
            FieldInfo field => new Column(NameOf(member), field.FieldType, field.GetValue, field.IsInitOnly ? null : field.SetValue),
            _ => null,
        };
    }
}
