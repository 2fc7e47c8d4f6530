using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Tests.Systems;

public sealed class TellingSegmentTests
{
    [Theory]
    [InlineData("Services:Erp:BaseUrl", "Erp")]
    [InlineData("Erp:Soap", "Erp")]
    [InlineData("Erp:Wcf:Url", "Erp")]
    [InlineData("Erp:OData", "Erp")]
    [InlineData("Services__Crm__Url", "Crm")]
    [InlineData("PAYROLL_API_URL", "Payroll")]
    [InlineData("PAYROLL_BASE_URL", "Payroll")]
    [InlineData("ERP__BASEURL", "Erp")]
    [InlineData("CRM_SERVICE_HOST", "Crm")]
    [InlineData("CRM_SERVICE_PORT", "Crm")]
    [InlineData("ORDER_ENTRY_API_BASE_URL", "OrderEntry")]
    [InlineData("API_URL_PAYROLL", "Payroll")]
    [InlineData("PayrollApiUrl", "Payroll")]
    [InlineData("payroll_api_url", "payroll")]
    [InlineData("payroll-api-url", "payroll")]
    [InlineData("ERP:BaseUrl", "ERP")]
    [InlineData("SERVICES__ERP__API__URL", "Erp")]
    [InlineData("Services:Erp:0:Url", "Erp")]
    [InlineData("Services:Erp:12:Url", "Erp")]
    [InlineData("Erp:V2:Url", "Erp")]
    [InlineData("Erp:v1.1", "Erp")]
    [InlineData("Erp:HubUrl", "Erp")]
    [InlineData("ErpService:Url", "ErpService")]
    [InlineData("SvcStock", "SvcStock")]
    [InlineData("SVC_STOCK_URL", "Stock")]
    [InlineData("Endpoints:V2:Url", "Endpoints:V2:Url")]
    [InlineData("API_URL", "API_URL")]
    [InlineData("BaseUrl", "BaseUrl")]
    public void KeyNamesTheSystem(string key, string name) => Assert.Equal(name, TellingSegment.Of(key));
}
