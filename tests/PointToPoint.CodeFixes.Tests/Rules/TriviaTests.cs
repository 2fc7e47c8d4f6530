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
}
