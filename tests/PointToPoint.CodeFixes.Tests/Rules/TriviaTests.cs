using PointToPoint.Testing;

namespace PointToPoint.CodeFixes.Tests.Rules;

/// <summary>Comments, line ends and layout are the user's.</summary>
public sealed class TriviaTests
{
    private static readonly AnalyzerTest Test = GatewayTest.Test;

    [Fact]
    public Task Tabs_StayTabs() => Test.Fixes(
        "public class Orders\n{\n\tpublic Task<string> Load() => new HttpClient().[|GetStringAsync|](\"https://erp.contoso.com/x\");\n}\n",
        into: "using PointToPoint.Gateway;\n\npublic class Orders\n{\n\tprivate readonly IIntegrationGateway _gateway;\n\n\tpublic Orders(IIntegrationGateway gateway)\n\t{\n\t\t_gateway = gateway;\n\t}\n\n"
            + "\tpublic Task<string> Load() => _gateway.CreateClient(\"erp-contoso-com\").GetStringAsync(\"/x\");\n}\n");

    [Fact]
    public Task Usings_AreSortedIn() => Test.Fixes(
        """
        using System.Text;
        using Xyz;

        namespace Xyz
        {
            public class Orders
            {
                public StringBuilder? Text { get; }

                public Task<string> Load() => new HttpClient().[|GetStringAsync|]("https://erp.contoso.com/x");
            }
        }
        """,
        into: """
        using System.Text;
        using PointToPoint.Gateway;
        using Xyz;

        namespace Xyz
        {
            public class Orders
            {
                private readonly IIntegrationGateway _gateway;

                public Orders(IIntegrationGateway gateway)
                {
                    _gateway = gateway;
                }

                public StringBuilder? Text { get; }

                public Task<string> Load() => _gateway.CreateClient("erp-contoso-com").GetStringAsync("/x");
            }
        }
        """);

    [Fact]
    public Task CommentsAndLayout_AreKept() => Test.Fixes(Before, After);

    [Fact]
    public Task CarriageReturns_StayEverywhere() => Test.WithLineEnding("\r\n").Fixes(Before, After);

    [Fact]
    public Task CommentsInInitializer_MoveBeforeTheStatement() => Test.Fixes(
        """
        using PointToPoint.Gateway;

        public class Orders(IIntegrationGateway gateway)
        {
            public Task<string> Load()
            {
                var client = new HttpClient
                {
                    // The ERP of finance.
                    {|P2P1003:BaseAddress|} = new Uri("https://erp.contoso.com/"), // live
                    Timeout = TimeSpan.FromSeconds(3),
                };
                return client.[|GetStringAsync|]("x");
            }
        }
        """,
        into: """
        using PointToPoint.Gateway;

        public class Orders(IIntegrationGateway gateway)
        {
            public Task<string> Load()
            {
                // The ERP of finance.
                // live
                var client = gateway.CreateClient("erp-contoso-com");
                client.Timeout = TimeSpan.FromSeconds(3);
                return client.GetStringAsync("x");
            }
        }
        """);

    private const string Before = """
        // Copyright
        namespace Contoso; // one

        /// <summary>Orders.</summary>
        public  class   Orders // odd  spacing stays
        {
            #region State
            private readonly int _id; /* two */
            #endregion

            public Orders(int id /* three */) // four
            { // five
                // six
                _id = id; // seven
                // eight
            } // nine

            public async Task<string>   Load( )
            {
                /* ten */ using var client = /* eleven */ new HttpClient( ) /* twelve */ ; // thirteen
                return await client . [|GetStringAsync|]( /* fourteen */ "https://erp.contoso.com/x" /* fifteen */ ) + _id ; // sixteen
            }
        }
        // end

        """;

    private const string After = """
        // Copyright
        using PointToPoint.Gateway;

        namespace Contoso; // one

        /// <summary>Orders.</summary>
        public  class   Orders // odd  spacing stays
        {
            #region State
            private readonly int _id; /* two */
            private readonly IIntegrationGateway _gateway;
            #endregion

            public Orders(int id /* three */, IIntegrationGateway gateway) // four
            { // five
                // six
                _id = id; // seven
                _gateway = gateway;
                // eight
            } // nine

            public async Task<string>   Load( )
            {
                /* ten */ using var client = /* eleven */ _gateway.CreateClient("erp-contoso-com") /* twelve */ ; // thirteen
                return await client . GetStringAsync( /* fourteen */ "/x" /* fifteen */ ) + _id ; // sixteen
            }
        }
        // end

        """;
}
