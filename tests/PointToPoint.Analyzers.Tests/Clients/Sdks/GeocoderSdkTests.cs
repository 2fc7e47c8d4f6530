namespace PointToPoint.Analyzers.Tests.Clients.Sdks;

/// <summary>What finds a place by its address: one interface for several maps.</summary>
public sealed class GeocoderSdkTests
{
    internal const string Sdks = """
        namespace Geocoding
        {
            public class Location { public Location(double latitude, double longitude) { } } public abstract class Address { public string FormattedAddress { get; } } public class ResultItem { }
            public interface IGeocoder
            {
                Task<IEnumerable<Address>> GeocodeAsync(string address, CancellationToken cancellationToken = default);
                Task<IEnumerable<Address>> ReverseGeocodeAsync(double latitude, double longitude, CancellationToken cancellationToken = default);
            }
            public interface IBatchGeocoder { Task<IEnumerable<ResultItem>> GeocodeAsync(IEnumerable<string> addresses, CancellationToken cancellationToken = default); }
            public abstract class Geocoder : IGeocoder
            {
                Task<IEnumerable<Address>> IGeocoder.GeocodeAsync(string address, CancellationToken cancellationToken) => null;
                Task<IEnumerable<Address>> IGeocoder.ReverseGeocodeAsync(double latitude, double longitude, CancellationToken cancellationToken) => null;
            }
        }
        namespace Geocoding.Google { public class GoogleAddress : Address { } public class GoogleGeocoder : Geocoder { public GoogleGeocoder() { } public GoogleGeocoder(string apiKey) { } public string ApiKey { get; set; } public async Task<IEnumerable<GoogleAddress>> GeocodeAsync(string address, CancellationToken cancellationToken = default) => null; } }
        namespace Geocoding.Here { public class HereAddress : Address { } public class HereGeocoder : Geocoder { public HereGeocoder(string appId, string appCode) { } public async Task<IEnumerable<HereAddress>> GeocodeAsync(string address, CancellationToken cancellationToken = default) => null; } }
        namespace Geocoding.Microsoft { public class BingAddress : Address { } public class BingMapsGeocoder : Geocoder { public BingMapsGeocoder(string bingKey) { } public async Task<IEnumerable<BingAddress>> GeocodeAsync(string address, CancellationToken cancellationToken = default) => null; } }
        namespace Geocoding.MapQuest { public class MapQuestGeocoder : Geocoder { public MapQuestGeocoder(string key) { } public async Task<IEnumerable<Address>> GeocodeAsync(string address, CancellationToken cancellationToken = default) => null; } }
        namespace GeocodeSharp.Google
        {
            public class GeocodeResponse { } public class ComponentFilter { public string PostalCode { get; set; } }
            public interface IGeocodeClient { Task<GeocodeResponse> GeocodeAddress(string address, string region = null, ComponentFilter filter = null, string language = null); }
            public class GeocodeClient : IGeocodeClient { public GeocodeClient() { } public GeocodeClient(string apiKey) { } public async Task<GeocodeResponse> GeocodeAddress(string address, string region = null, ComponentFilter filter = null, string language = null) => null; }
        }
        """;

    [Fact]
    public Task Geocoders_AreTheirMaps() => VendorCode.IsAsItSays(Sdks, """
        using Geocoding;
        using GeocodeSharp.Google;
        using Microsoft.Extensions.DependencyInjection;
        class Caller(IGeocodeClient injected)
        {
            async Task Maps()
            {
                IGeocoder geocoder = new Geocoding.Google.GoogleGeocoder { ApiKey = "key" }; // wires Google Maps
                await geocoder.GeocodeAsync("Storgata 1"); // calls Google Maps
                var google = new Geocoding.Google.GoogleGeocoder("key"); // wires Google Maps
                await google.GeocodeAsync("Storgata 1"); // calls Google Maps
                await new Geocoding.Here.HereGeocoder("id", "code") // wires HERE
                    .GeocodeAsync("Storgata 1").ConfigureAwait(false); // calls HERE
                IGeocoder bing = new Geocoding.Microsoft.BingMapsGeocoder("key"); // wires Bing Maps
                await bing.ReverseGeocodeAsync(59.9, 10.7); // calls Bing Maps
                var quest = new Geocoding.MapQuest.MapQuestGeocoder("key"); // wires MapQuest
                await quest.GeocodeAsync("Storgata 1"); // calls MapQuest
            }
            async Task Sharp()
            {
                await injected.GeocodeAddress("Storgata 1"); // calls Google Maps
                var client = new GeocodeClient("key"); // wires Google Maps
                await client.GeocodeAddress("Storgata 1"); // calls Google Maps
            }
        }
        class Registered(IGeocoder geocoder) { async Task M() => await geocoder.GeocodeAsync("x"); } // calls Google Maps
        static class Startup { static void Add(IServiceCollection services) => services.AddSingleton<IGeocoder>(_ => new Geocoding.Google.GoogleGeocoder()); } // wires Google Maps
        """);

    [Fact]
    public Task ModelsAndDoubles_AreQuiet() => VendorCode.IsAsItSays(Sdks, """
        using Geocoding;
        class Quiet
        {
            async Task<object> M(Address address)
            {
                await new FakeGeocoder().GeocodeAsync("x");
                return address.FormattedAddress + new Location(59.9, 10.7) + new GeocodeSharp.Google.ComponentFilter { PostalCode = "x" } + nameof(IGeocoder.GeocodeAsync);
            }
        }
        class FakeGeocoder : IGeocoder
        {
            public Task<IEnumerable<Address>> GeocodeAsync(string address, CancellationToken cancellationToken = default) => Task.FromResult(Enumerable.Empty<Address>());
            public Task<IEnumerable<Address>> ReverseGeocodeAsync(double latitude, double longitude, CancellationToken cancellationToken = default) => Task.FromResult(Enumerable.Empty<Address>());
        }
        class Real { async Task M(GeocodeSharp.Google.IGeocodeClient client) => await client.GeocodeAddress("x"); } // calls Google Maps
        """);
}
