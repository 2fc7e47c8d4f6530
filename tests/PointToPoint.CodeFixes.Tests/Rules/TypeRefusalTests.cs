using PointToPoint.CodeFixes.Rewriting;

using static PointToPoint.CodeFixes.Tests.RefusalTest;

namespace PointToPoint.CodeFixes.Tests.Rules;

/// <summary>Types whose constructor can't ask for a gateway.</summary>
public sealed class TypeRefusalTests
{
    private const string Load = """public Task<string> Load() => new HttpClient().[|GetStringAsync|]("https://erp.contoso.com/x");""";

    [Fact]
    public Task Struct_NoFix() => Refuses(RefusalReason.NotAClass, $$"""
        public struct Orders
        {
            {{Load}}
        }
        """);

    [Fact]
    public Task InterfaceMember_NoFix() => Refuses(RefusalReason.NotAClass, $$"""
        public interface IOrders
        {
            {{Load}}
        }
        """);

    [Fact]
    public Task PositionalRecord_NoFix() => Refuses(RefusalReason.Record, $$"""
        public record Orders(int Id)
        {
            {{Load}}
        }
        """);

    [Fact]
    public Task Attribute_NoFix() => Refuses(RefusalReason.FrameworkCreates, $$"""
        public class OrdersAttribute : Attribute
        {
            {{Load}}
        }
        """);

    [Fact]
    public Task BlazorComponent_NoFix() => Refuses(RefusalReason.FrameworkCreates, $$"""
        public class Orders : Microsoft.AspNetCore.Components.ComponentBase
        {
            {{Load}}
        }
        """);

    [Fact]
    public Task EntityOfDbSet_NoFix() => Refuses(RefusalReason.FrameworkCreates, $$"""
        public class DbSet<T>;

        public class Shop { public DbSet<Orders> Orders { get; } = new(); }

        public class Orders
        {
            {{Load}}
        }
        """);

    [Fact]
    public Task CreatedWithNew_NoFix() => Refuses(RefusalReason.CreatedExplicitly, $$"""
        public class Shop { public object Make() => new Orders(); }

        public class Orders
        {
            {{Load}}
        }
        """);

    [Fact]
    public Task CreatedWithTargetTypedNew_NoFix() => Refuses(RefusalReason.CreatedExplicitly, $$"""
        public class Shop { private readonly Orders _orders = new(); public override string ToString() => _orders.ToString()!; }

        public class Orders
        {
            {{Load}}
        }
        """);

    [Fact]
    public Task CreatedByConstraint_NoFix() => Refuses(RefusalReason.CreatedExplicitly, $$"""
        public class Shop
        {
            public T Make<T>() where T : new() => new();
            public object Both() => Make<Orders>();
        }

        public class Orders
        {
            {{Load}}
        }
        """);

    [Fact]
    public Task CreatedByActivator_NoFix() => Refuses(RefusalReason.CreatedExplicitly, $$"""
        public class Shop { public object? Make() => Activator.CreateInstance(typeof(Orders)); }

        public class Orders
        {
            {{Load}}
        }
        """);

    [Fact]
    public Task BaseClass_NoFix() => Refuses(RefusalReason.HasDerivedTypes, $$"""
        public class Special : Orders;

        public class Orders
        {
            {{Load}}
        }
        """);

    [Fact]
    public Task BaseClassByPrimaryConstructor_NoFix() => Refuses(RefusalReason.HasDerivedTypes, $$"""
        public class Special() : Orders(1);

        public class Orders(int id)
        {
            public int Id => id;
            {{Load}}
        }
        """);

    [Fact]
    public Task ConstructorChosenByAttribute_NoFix() => Refuses(RefusalReason.ConstructorNotUnderstood, $$"""
        public class Orders
        {
            [Microsoft.Extensions.DependencyInjection.ActivatorUtilitiesConstructor]
            public Orders() { }
            {{Load}}
        }
        """);

    [Fact]
    public Task StaticClass_NoFix() => Refuses(RefusalReason.StaticCode, $$"""
        public static class Orders
        {
            {{Load.Replace("public", "public static")}}
        }
        """);
}
