using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Tests.Systems;

public class SystemNameTests
{
    [Theory]
    [InlineData("catalog-api", "Catalog.API")]
    [InlineData("Field Service", "field_service")]
    [InlineData("FieldService", "Field  Service")]
    [InlineData("Müller", "MÜLLER")]
    [InlineData("ERP (legacy)", "erp legacy")]
    [InlineData("财务", "财-务")]
    [InlineData("--", " -- ")]
    public void NamesThatDifferInCaseAndPunctuationOnly_AreTheSame(string a, string b)
    {
        Assert.True(SystemName.Same(a, b));
        Assert.Equal(SystemName.Normalize(a), SystemName.Normalize(b));
    }

    [Theory]
    [InlineData("CRM", "CRM2")]
    [InlineData("CRM", "ERP")]
    [InlineData("A+B", "AB")]
    [InlineData("财务", "销售")]
    [InlineData("--", "..")]
    public void OtherNames_Differ(string a, string b)
    {
        Assert.False(SystemName.Same(a, b));
    }

    [Theory]
    [InlineData("CRM", "crm")]
    [InlineData("Field Service", "field-service")]
    [InlineData("Catalog.API", "catalog-api")]
    [InlineData("erp_v2", "erp-v2")]
    [InlineData("Müller & Co", "m-ller---co")]
    public void TheGatewayKey_IsLowerCase_WithEveryOtherCharacterADash(string name, string key)
    {
        Assert.Equal(key, GatewayKey.Of(name));
    }
}
