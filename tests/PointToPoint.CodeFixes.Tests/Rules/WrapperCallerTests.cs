namespace PointToPoint.CodeFixes.Tests.Rules;

/// <summary>The fix belongs to the wrapper or its wiring: at a wrapper's caller none is offered.</summary>
public sealed class WrapperCallerTests
{
    [Fact]
    public Task CallerOfAWrapper_NoFix() => GatewayTest.Test.OffersNoFix("""
        public class Api(HttpClient http) { public Task<string> Get(string url) => http.GetStringAsync(url); }
        public class Orders(Api api) { public Task<string> Load() => api.[|Get|]("https://erp.contoso.com/orders"); }
        """);

    [Fact]
    public Task CallerOfAnExtension_NoFix() => GatewayTest.Test.OffersNoFix("""
        public static class HttpExtensions { public static Task<string> Read(this HttpClient http, string url) => http.GetStringAsync(url); }
        public class Orders { public Task<string> Load() => new HttpClient().[|Read|]("https://erp.contoso.com/orders"); }
        """);

    [Fact]
    public Task CallerThatHandsAnAddressToARegistration_NoFix() => GatewayTest.Test.OffersNoFix("""
        using Microsoft.Extensions.DependencyInjection;
        public static class Registrations
        {
            public static void Add(IServiceCollection services) => services.{|P2P1003:AddApi|}<ErpClient>("https://erp.contoso.com");
            static void AddApi<T>(this IServiceCollection services, string address) where T : class => services.AddHttpClient<T>(c => c.BaseAddress = new Uri(address));
        }
        public class ErpClient(HttpClient http) { public HttpClient Http => http; }
        """);
}
