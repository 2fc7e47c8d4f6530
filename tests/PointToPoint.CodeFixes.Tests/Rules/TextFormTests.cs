using System.Text;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

using PointToPoint.CodeFixes.Rewriting;

namespace PointToPoint.CodeFixes.Tests.Rules;

/// <summary>Line ends and encoding of a file are the user's, whatever they are.</summary>
public sealed class TextFormTests
{
    private const string Before = """
        using System;

        public class Orders
        {
            public Task<string> Load() => new HttpClient().GetStringAsync("https://erp.contoso.com/x");
        }

        """;

    private const string After = """
        using System;
        using PointToPoint.Gateway;

        public class Orders
        {
            private readonly IIntegrationGateway _gateway;

            public Orders(IIntegrationGateway gateway)
            {
                _gateway = gateway;
            }

            public Task<string> Load() => _gateway.CreateClient("erp-contoso-com").GetStringAsync("/x");
        }

        """;

    [Fact]
    public async Task CarriageReturns_AreInEveryNewLine()
    {
        var after = await FixAsync(Lines(Before, "\r\n"));

        Assert.Equal(Lines(After, "\r\n"), after.ToString());
    }

    [Fact]
    public async Task LineFeeds_AreInEveryNewLine()
    {
        var after = await FixAsync(Lines(Before, "\n"));

        Assert.Equal(Lines(After, "\n"), after.ToString());
    }

    [Fact]
    public async Task MixedLineEnds_StayWhereTheyAre_AndNewLinesAreLikeMost()
    {
        var after = await FixAsync(Mixed(Lines(Before, "\r\n"), "public class Orders\r\n", "}\r\n"));

        Assert.Equal(Mixed(Lines(After, "\r\n"), "public class Orders\r\n", "\r\n}\r\n"), after.ToString());
    }

    [Fact]
    public async Task MixedLineEndsMostlyLineFeeds_GetLineFeeds()
    {
        var after = await FixAsync(Lines(Before, "\n").Replace("public class Orders\n", "public class Orders\r\n", StringComparison.Ordinal));

        Assert.Equal(Lines(After, "\n").Replace("public class Orders\n", "public class Orders\r\n", StringComparison.Ordinal), after.ToString());
    }

    [Fact]
    public async Task NoLineEndAtTheEnd_StaysSo()
    {
        var after = await FixAsync(Lines(Before, "\r\n").TrimEnd());

        Assert.Equal(Lines(After, "\r\n").TrimEnd(), after.ToString());
    }

    [Fact]
    public Task ByteOrderMark_IsKept() => KeepsBytes(new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

    [Fact]
    public Task NoByteOrderMark_IsKept() => KeepsBytes(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    [Fact]
    public Task Utf16_IsKept() => KeepsBytes(Encoding.Unicode);

    [Fact]
    public Task FileOfTwoFrameworks_IsChangedOnceForBoth() => GatewayTest.Test.Fixes(
        """
        -- /src/Orders.cs
        public class Orders
        {
            public Task<string> Load() => new HttpClient().[|[|GetStringAsync|]|]("https://erp.contoso.com/x");

            public string Name => Target.Name;
        }
        # project Contoso.Crm.Net8
        -- Target.cs
        public static class Target { public static string Name => "net8.0"; }
        # project Contoso.Crm.Net10
        -- Target.cs
        public static class Target { public static string Name => "net10.0"; }
        """,
        into: """
        -- /src/Orders.cs
        using PointToPoint.Gateway;

        public class Orders
        {
            private readonly IIntegrationGateway _gateway;

            public Orders(IIntegrationGateway gateway)
            {
                _gateway = gateway;
            }

            public Task<string> Load() => _gateway.CreateClient("erp-contoso-com").GetStringAsync("/x");

            public string Name => Target.Name;
        }

        """);

    private static async Task KeepsBytes(Encoding encoding)
    {
        var text = "// für\n" + Lines(Before, "\n");
        using var file = new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

        var after = await FixAsync(SourceText.From(file));

        using var written = new MemoryStream();
        await using (var writer = new StreamWriter(written, after.Encoding!, leaveOpen: true))
        {
            after.Write(writer, TestContext.Current.CancellationToken);
        }

        Assert.Equal([.. encoding.GetPreamble(), .. encoding.GetBytes("// für\n" + Lines(After, "\n"))], written.ToArray());
    }

    private static Task<SourceText> FixAsync(string before) => FixAsync(SourceText.From(before));

    private static async Task<SourceText> FixAsync(SourceText before)
    {
        using var workspace = new AdhocWorkspace();
        var document = CodeDocument.Create(workspace, before, GatewayTest.References);
        var diagnostic = Assert.Single(await document.DirectCallsAsync());
        var changed = await GatewayRewrite.FixAsync(document.Project.Solution, [(document.Id, diagnostic)], TestContext.Current.CancellationToken);
        return await changed.GetDocument(document.Id)!.GetTextAsync(TestContext.Current.CancellationToken);
    }

    private static string Lines(string text, string end) => text.ReplaceLineEndings(end);

    private static string Mixed(string text, string first, string last)
    {
        text = text.Replace(first, first.Replace("\r\n", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.EndsWith(last, text, StringComparison.Ordinal);
        return text[..^2] + "\n";
    }
}
