using PointToPoint.Testing;

namespace PointToPoint.CodeFixes.Tests.Rules;

/// <summary>How the gateway gets into a class.</summary>
public sealed class InjectionTests
{
    private static readonly AnalyzerTest Test = GatewayTest.Test.WithAdditionalUsing();

    private const string Before = """public Task<string> Load() => new HttpClient().[|GetStringAsync|]("https://erp.contoso.com/x");""";
    private const string After = """public Task<string> Load() => _gateway.CreateClient("erp-contoso-com").GetStringAsync("/x");""";

    [Fact]
    public Task ExistingField_IsUsed() => Test.Fixes($$"""
        public class Orders
        {
            private readonly IIntegrationGateway _other;
            public Orders(IIntegrationGateway other) { _other = other; }
            {{Before}}
        }
        """, into: $$"""
        public class Orders
        {
            private readonly IIntegrationGateway _other;
            public Orders(IIntegrationGateway other) { _other = other; }
            {{After.Replace("_gateway", "_other")}}
        }
        """);

    [Fact]
    public Task InheritedProperty_IsUsed() => Test.Fixes($$"""
        public abstract class Service(IIntegrationGateway gateway) { protected IIntegrationGateway Gateway { get; } = gateway; }
        public class Orders(IIntegrationGateway g) : Service(g)
        {
            {{Before}}
        }
        """, into: $$"""
        public abstract class Service(IIntegrationGateway gateway) { protected IIntegrationGateway Gateway { get; } = gateway; }
        public class Orders(IIntegrationGateway g) : Service(g)
        {
            {{After.Replace("_gateway", "Gateway")}}
        }
        """);

    [Fact]
    public Task ParameterOfStaticMethod_IsUsed() => Test.Fixes("""
        public static class Orders
        {
            public static Task<string> Load(IIntegrationGateway gateway) => new HttpClient().[|GetStringAsync|]("https://erp.contoso.com/x");
        }
        """, into: """
        public static class Orders
        {
            public static Task<string> Load(IIntegrationGateway gateway) => gateway.CreateClient("erp-contoso-com").GetStringAsync("/x");
        }
        """);

    [Fact]
    public Task PrimaryConstructor_GetsParameter() => Test.Fixes($$"""
        public class Orders(TimeProvider time, int retries = 3)
        {
            public (TimeProvider, int) All => (time, retries);
            {{Before}}
        }
        """, into: $$"""
        public class Orders(TimeProvider time, IIntegrationGateway gateway, int retries = 3)
        {
            public (TimeProvider, int) All => (time, retries);
            {{After.Replace("_gateway", "gateway")}}
        }
        """);

    [Fact]
    public Task PrimaryConstructorAndFieldClient_StayWhereTheyAre() => Test.Fixes("""
        public class Orders(TimeProvider time)
        {
            private readonly HttpClient _client = new HttpClient(); // one for all
            public TimeProvider Time => time;
            public Task<string> Load() => _client.[|GetStringAsync|]("https://erp.contoso.com/x");
        }
        """, into: """
        public class Orders(TimeProvider time, IIntegrationGateway gateway)
        {
            private readonly HttpClient _client = gateway.CreateClient("erp-contoso-com"); // one for all
            public TimeProvider Time => time;
            public Task<string> Load() => _client.GetStringAsync("/x");
        }
        """);

    [Fact]
    public Task PrimaryConstructorWithChain_PassesThrough() => Test.Fixes($$"""
        public class Orders(TimeProvider time)
        {
            public Orders() : this(TimeProvider.System) { }
            public TimeProvider Time => time;
            {{Before}}
        }
        """, into: $$"""
        public class Orders(TimeProvider time, IIntegrationGateway gateway)
        {
            public Orders(IIntegrationGateway gateway) : this(TimeProvider.System, gateway) { }
            public TimeProvider Time => time;
            {{After.Replace("_gateway", "gateway")}}
        }
        """);

    [Fact]
    public Task ConstructorWithParameters_GetsOneMore() => Test.Fixes($$"""
        public class Orders
        {
            private readonly TimeProvider _time;

            // Everything is injected.
            public Orders(TimeProvider time)
            {
                _time = time ?? throw new ArgumentNullException(nameof(time)); // never null
                Start();
            }

            public void Start() => _time.GetUtcNow();

            {{Before}}
        }
        """, into: $$"""
        public class Orders
        {
            private readonly TimeProvider _time;
            private readonly IIntegrationGateway _gateway;

            // Everything is injected.
            public Orders(TimeProvider time, IIntegrationGateway gateway)
            {
                _time = time ?? throw new ArgumentNullException(nameof(time)); // never null
                _gateway = gateway;
                Start();
            }

            public void Start() => _time.GetUtcNow();

            {{After}}
        }
        """);

    [Fact]
    public Task ParametersOnLines_StayOnLines() => Test.Fixes($$"""
        public class Orders
        {
            private readonly TimeProvider _time;
            private readonly string _name;

            public Orders(
                TimeProvider time, // the clock
                string name)
            {
                _time = time;
                _name = name;
            }

            public string Name => _name + _time;

            {{Before}}
        }
        """, into: $$"""
        public class Orders
        {
            private readonly TimeProvider _time;
            private readonly string _name;
            private readonly IIntegrationGateway _gateway;

            public Orders(
                TimeProvider time, // the clock
                string name,
                IIntegrationGateway gateway)
            {
                _time = time;
                _name = name;
                _gateway = gateway;
            }

            public string Name => _name + _time;

            {{After}}
        }
        """);

    [Fact]
    public Task ParamsArray_StaysLast() => Test.Fixes($$"""
        public class Orders
        {
            public Orders(params string[] names) { }

            {{Before}}
        }
        """, into: $$"""
        public class Orders
        {
            private readonly IIntegrationGateway _gateway;

            public Orders(IIntegrationGateway gateway, params string[] names)
            {
                _gateway = gateway;
            }

            {{After}}
        }
        """);

    [Fact]
    public Task ExpressionBodiedConstructor_GetsBody() => Test.Fixes($$"""
        public class Orders
        {
            readonly TimeProvider time;

            public Orders(TimeProvider time) => this.time = time;

            public TimeProvider Time => time;

            {{Before}}
        }
        """, into: $$"""
        public class Orders
        {
            readonly TimeProvider time;
            readonly IIntegrationGateway gateway;

            public Orders(TimeProvider time, IIntegrationGateway gateway)
            {
                this.time = time;
                this.gateway = gateway;
            }

            public TimeProvider Time => time;

            {{After.Replace("_gateway", "gateway")}}
        }
        """);

    [Fact]
    public Task SeveralConstructors_AllThatStartAChainStoreIt() => Test.Fixes($$"""
        public class Orders
        {
            private readonly int _id;

            public Orders(int id)
            {
                _id = id;
            }

            public Orders(string id) : this(int.Parse(id))
            {
            }

            public Orders(TimeProvider time)
            {
                _id = time.GetUtcNow().Day;
            }

            public int Id => _id;

            {{Before}}
        }
        """, into: $$"""
        public class Orders
        {
            private readonly int _id;
            private readonly IIntegrationGateway _gateway;

            public Orders(int id, IIntegrationGateway gateway)
            {
                _id = id;
                _gateway = gateway;
            }

            public Orders(string id, IIntegrationGateway gateway) : this(int.Parse(id), gateway)
            {
            }

            public Orders(TimeProvider time, IIntegrationGateway gateway)
            {
                _gateway = gateway;
                _id = time.GetUtcNow().Day;
            }

            public int Id => _id;

            {{After}}
        }
        """);

    [Fact]
    public Task BaseCall_IsKept() => Test.Fixes($$"""
        public class Service(int id) { public int Id => id; }

        public class Orders : Service
        {
            public Orders(int id)
                : base(id)
            {
            }

            {{Before}}
        }
        """, into: $$"""
        public class Service(int id) { public int Id => id; }

        public class Orders : Service
        {
            private readonly IIntegrationGateway _gateway;

            public Orders(int id, IIntegrationGateway gateway)
                : base(id)
            {
                _gateway = gateway;
            }

            {{After}}
        }
        """);

    [Fact]
    public Task ClientMadeInConstructor_NeedsNoField() => Test.Fixes("""
        public class Orders
        {
            private readonly HttpClient _client;

            public Orders(TimeProvider time)
            {
                _client = new HttpClient { Timeout = TimeSpan.FromDays(time.GetUtcNow().Day) };
            }

            public Task<string> Load() => _client.[|GetStringAsync|]("https://erp.contoso.com/x");
        }
        """, into: """
        public class Orders
        {
            private readonly HttpClient _client;

            public Orders(TimeProvider time, IIntegrationGateway gateway)
            {
                _client = gateway.CreateClient("erp-contoso-com");
                _client.Timeout = TimeSpan.FromDays(time.GetUtcNow().Day);
            }

            public Task<string> Load() => _client.GetStringAsync("/x");
        }
        """);

    [Fact]
    public Task NamesInUse_AreAvoided() => Test.Fixes($$"""
        public class Orders
        {
            private readonly string _gateway = "no";

            public string Gateway => _gateway;

            {{Before}}
        }
        """, into: $$"""
        public class Orders
        {
            private readonly string _gateway = "no";
            private readonly IIntegrationGateway _integrationGateway;

            public Orders(IIntegrationGateway integrationGateway)
            {
                _integrationGateway = integrationGateway;
            }

            public string Gateway => _gateway;

            {{After.Replace("_gateway", "_integrationGateway")}}
        }
        """);

    [Fact]
    public Task DocumentedParameters_AreDocumentedStill() => Test.Fixes($$"""
        public class Orders
        {
            private readonly TimeProvider _time;

            /// <summary>Makes it.</summary>
            /// <param name="time">The clock.</param>
            public Orders(TimeProvider time)
            {
                _time = time;
            }

            public TimeProvider Time => _time;

            {{Before}}
        }
        """, into: $$"""
        public class Orders
        {
            private readonly TimeProvider _time;
            private readonly IIntegrationGateway _gateway;

            /// <summary>Makes it.</summary>
            /// <param name="time">The clock.</param>
            /// <param name="gateway">Hands out clients by system name.</param>
            public Orders(TimeProvider time, IIntegrationGateway gateway)
            {
                _time = time;
                _gateway = gateway;
            }

            public TimeProvider Time => _time;

            {{After}}
        }
        """);

    [Fact]
    public Task NestedGenericAndRecordTypes_AreInjected() => Test.Fixes($$"""
        public class Outer<T>
        {
            public record Orders
            {
                {{Before}}
            }
        }
        """, into: $$"""
        public class Outer<T>
        {
            public record Orders
            {
                private readonly IIntegrationGateway _gateway;

                public Orders(IIntegrationGateway gateway)
                {
                    _gateway = gateway;
                }

                {{After}}
            }
        }
        """);

    [Fact]
    public Task PartialClassOverFiles_HasOneHome() => Test.Fixes($$"""
        -- A.cs
        public partial class Orders
        {
            public Task<string> First() => new HttpClient().[|GetStringAsync|]("https://erp.contoso.com/a");
        }
        -- B.cs
        public partial class Orders
        {
            private readonly int _id;

            public Orders(int id)
            {
                _id = id;
            }

            public int Id => _id;
        }
        -- C.cs
        public partial class Orders
        {
            public Task<string> Third() => new HttpClient().[|GetStringAsync|]("https://crm.contoso.com/c");
        }
        """, into: """
        -- A.cs
        public partial class Orders
        {
            public Task<string> First() => _gateway.CreateClient("erp-contoso-com").GetStringAsync("/a");
        }
        -- B.cs
        public partial class Orders
        {
            private readonly int _id;
            private readonly IIntegrationGateway _gateway;

            public Orders(int id, IIntegrationGateway gateway)
            {
                _id = id;
                _gateway = gateway;
            }

            public int Id => _id;
        }
        -- C.cs
        public partial class Orders
        {
            public Task<string> Third() => _gateway.CreateClient("crm-contoso-com").GetStringAsync("/c");
        }
        """);

    [Fact]
    public Task GatewayOfOnesOwn_IsUsed() => GatewayTest.Test.WithEditorConfig("[*.cs]\np2p_gateway_type = Contoso.IHub\n").Fixes($$"""
        -- Hub.cs
        namespace Contoso { public interface IHub { HttpClient CreateClient(string name); } }
        -- Orders.cs
        public class Orders
        {
            {{Before}}
        }
        """, into: $$"""
        -- Orders.cs
        using Contoso;

        public class Orders
        {
            private readonly IHub _gateway;

            public Orders(IHub gateway)
            {
                _gateway = gateway;
            }

            {{After}}
        }
        """);
}
