using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Tests.Systems;

public class SdkPatternTests
{
    [Theory]
    [InlineData("N:Contoso.Erp.Sdk")]
    [InlineData("N:Contoso")]
    [InlineData("T:Contoso.Erp.ErpClient")]
    [InlineData("T:Contoso.Erp.ErpClient`1.Inner")]
    [InlineData("M:Contoso.Erp.ErpClient.GetAsync")]
    [InlineData("M:Contoso.Erp.ErpClient.GetAsync``1(System.String,System.Collections.Generic.List{System.Int32})")]
    [InlineData("M:Contoso.Erp.ErpClient.#ctor")]
    [InlineData("P:Contoso.Erp.ErpClient.Item(System.Int32)")]
    [InlineData("M:Contoso.ErpApi.Call address=path")]
    [InlineData("M:Contoso.ErpApi.Call address=0")]
    [InlineData("M:Contoso.ErpApi.Call(System.String,System.Int32)  address=1")]
    public void WellFormedEntries_AreRead(string text)
    {
        Assert.NotNull(SdkPattern.Parse(text, out var error));
        Assert.Equal("", error);
    }

    [Theory]
    [InlineData("Contoso.Erp.Sdk", "is no documentation ID")]
    [InlineData("n:Contoso.Erp.Sdk", "is no documentation ID")]
    [InlineData("X:Contoso.Erp.Sdk", "is no documentation ID")]
    [InlineData("N:", "is no documentation ID")]
    [InlineData("N: Contoso", "is no documentation ID")]
    [InlineData("N:Contoso..Erp", "is no documentation ID")]
    [InlineData("N:Contoso.Erp.", "is no documentation ID")]
    [InlineData("N:Contoso.Erp.*", "has a '*'")]
    [InlineData("T:Contoso.Erp()", "has a parameter list that doesn't belong there")]
    [InlineData("M:Contoso.Erp.Get(System.String", "has a parameter list that doesn't belong there or isn't closed")]
    [InlineData("T:3Com.Client", "is no documentation ID")]
    [InlineData("T:Contoso.ErpApi address=path", "has an address, which only a method has")]
    [InlineData("M:Contoso.ErpApi.Call path", "has something behind the documentation ID")]
    [InlineData("M:Contoso.ErpApi.Call address=path verb=GET", "has something behind the documentation ID")]
    [InlineData("M:Contoso.ErpApi.Call address=", "names no parameter behind 'address='")]
    [InlineData("M:Contoso.ErpApi.Call address=0x", "names no parameter behind 'address='")]
    [InlineData("M:Contoso.ErpApi.Call address=100", "names no parameter behind 'address='")]
    [InlineData("M:Contoso..Call address=0", "is no documentation ID")]
    public void MalformedEntries_SayWhy(string text, string expected)
    {
        Assert.Null(SdkPattern.Parse(text, out var error));
        Assert.StartsWith(expected, error, StringComparison.Ordinal);
    }
}
