using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients.Sdks;

/// <summary>Nodes of chains, and exchanges.</summary>
public sealed class CoinSdkTests
{
    internal const string Sdks = """
        namespace NBitcoin { public abstract class Network { } public class Transaction { } }
        namespace NBXplorer
        {
            public class NBXplorerNetwork { } public class StatusResult { } public class NewEventBase { } public class Serializer { public T ToObject<T>(string text) => default; }
            public class ExplorerClient
            {
                public interface IAuth { bool RefreshCache(); }
                public ExplorerClient(NBXplorerNetwork network, Uri serverAddress = null) { }
                public ExplorerClient(NBXplorerNetwork network, Uri serverAddress, IAuth customAuth) { }
                public Serializer Serializer { get; }
                public StatusResult GetStatus(CancellationToken cancellation = default) => null;
                public Task<StatusResult> GetStatusAsync(CancellationToken cancellation = default) => null;
                public async Task<WebsocketNotificationSession> CreateWebsocketNotificationSessionAsync(CancellationToken cancellation = default) => null;
                public LongPollingNotificationSession CreateLongPollingNotificationSession(long lastEventId = 0) => null;
                public bool SetCookieAuth(string path) => true;
            }
            public abstract class NotificationSessionBase { public NewEventBase NextEvent(CancellationToken cancellation = default) => null; public abstract Task<NewEventBase> NextEventAsync(CancellationToken cancellation = default); }
            public class WebsocketNotificationSession : NotificationSessionBase { public override Task<NewEventBase> NextEventAsync(CancellationToken cancellation = default) => null; }
            public class LongPollingNotificationSession : NotificationSessionBase
            {
                public override async Task<NewEventBase> NextEventAsync(CancellationToken cancellation = default) => null;
                public async Task<NewEventBase[]> GetEventsAsync(long lastEventId = 0, int? limit = null, bool longPolling = false, CancellationToken cancellation = default) => null;
            }
        }
        namespace BTCPayServer.Lightning
        {
            public class LightMoney { public static LightMoney Satoshis(decimal sats) => null; } public class LightningInvoice { } public class PayResponse { }
            public interface ILightningInvoiceListener : IDisposable { Task<LightningInvoice> WaitInvoice(CancellationToken cancellation); }
            public interface ILightningClient
            {
                Task<LightningInvoice> CreateInvoice(LightMoney amount, string description, TimeSpan expiry, CancellationToken cancellation = default);
                Task<PayResponse> Pay(string bolt11, CancellationToken cancellation = default);
                Task<ILightningInvoiceListener> Listen(CancellationToken cancellation = default);
            }
            public interface ILightningConnectionStringHandler { ILightningClient Create(string connectionString, NBitcoin.Network network, out string error); }
            public interface ILightningClientFactory { ILightningClient Create(string connectionString); bool TryCreate(string connectionString, out ILightningClient client, out string error); }
            public class LightningClientFactory : ILightningClientFactory { public LightningClientFactory(NBitcoin.Network network) { } public ILightningClient Create(string connectionString) => null; public bool TryCreate(string connectionString, out ILightningClient client, out string error) { client = null; error = null; return true; } }
            public class BOLT11PaymentRequest { public static BOLT11PaymentRequest Parse(string text, NBitcoin.Network network) => null; }
        }
        namespace BTCPayServer.Lightning.LND
        {
            public class LndRestSettings { public LndRestSettings() { } public LndRestSettings(Uri uri) { } public Uri Uri { get; set; } public bool AllowInsecure { get; set; } }
            public class LndSwaggerClient { public LndSwaggerClient(LndRestSettings settings) { } public Task<object> WalletBalanceAsync() => null; }
            public class LndClient : ILightningClient
            {
                public LndClient(LndSwaggerClient swaggerClient, NBitcoin.Network network) { }
                public LndClient(LndRestSettings lndRestSettings, NBitcoin.Network network) { }
                public Task<LightningInvoice> CreateInvoice(LightMoney amount, string description, TimeSpan expiry, CancellationToken cancellation = default) => null;
                public Task<PayResponse> Pay(string bolt11, CancellationToken cancellation = default) => null;
                public Task<ILightningInvoiceListener> Listen(CancellationToken cancellation = default) => null;
            }
        }
        namespace BTCPayServer.Lightning.CLightning
        {
            public class CLightningClient : ILightningClient
            {
                public CLightningClient(Uri address, NBitcoin.Network network) { }
                public Task<LightningInvoice> CreateInvoice(LightMoney amount, string description, TimeSpan expiry, CancellationToken cancellation = default) => null;
                public Task<PayResponse> Pay(string bolt11, CancellationToken cancellation = default) => null;
                public Task<ILightningInvoiceListener> Listen(CancellationToken cancellation = default) => null;
            }
        }
        namespace ExchangeSharp
        {
            public class ExchangeTicker { } public class ExchangeOrderRequest { public string MarketSymbol { get; set; } } public class ExchangeOrderResult { } public interface IWebSocket : IDisposable { }
            public interface IBaseAPI { Task<object> GenerateNonceAsync(); string BaseUrl { get; set; } }
            public interface IOrderBookProvider { Task<object> GetOrderBookAsync(string marketSymbol, int maxCount = 100); }
            public interface IExchangeAPI : IDisposable, IBaseAPI, IOrderBookProvider
            {
                Task<string> GlobalMarketSymbolToExchangeMarketSymbolAsync(string marketSymbol);
                Task<ExchangeTicker> GetTickerAsync(string marketSymbol);
                Task<ExchangeOrderResult> PlaceOrderAsync(ExchangeOrderRequest order);
                Task<IWebSocket> GetTickersWebSocketAsync(Action<IReadOnlyCollection<KeyValuePair<string, ExchangeTicker>>> tickers, params string[] marketSymbols);
                void LoadAPIKeys(string encryptedFile);
            }
            public abstract class BaseAPI { public virtual string BaseUrl { get; set; } public async Task<object> GenerateNonceAsync() => null; public async Task<T> MakeJsonRequestAsync<T>(string url) => default; }
            public abstract partial class ExchangeAPI : BaseAPI, IExchangeAPI
            {
                public static async Task<IExchangeAPI> GetExchangeAPIAsync(string exchangeName) => null;
                public static async Task<T> GetExchangeAPIAsync<T>() where T : ExchangeAPI => default;
                public virtual Task<string> GlobalMarketSymbolToExchangeMarketSymbolAsync(string marketSymbol) => null;
                public virtual async Task<ExchangeTicker> GetTickerAsync(string marketSymbol) => null;
                public virtual async Task<ExchangeOrderResult> PlaceOrderAsync(ExchangeOrderRequest order) => null;
                public virtual Task<object> GetOrderBookAsync(string marketSymbol, int maxCount = 100) => null;
                public virtual Task<IWebSocket> GetTickersWebSocketAsync(Action<IReadOnlyCollection<KeyValuePair<string, ExchangeTicker>>> tickers, params string[] marketSymbols) => null;
                public void LoadAPIKeys(string encryptedFile) { }
                public void Dispose() { }
            }
            public sealed class ExchangeKrakenAPI : ExchangeAPI { }
            public static class ExchangeAPIExtensions { public static async Task<IWebSocket> GetFullOrderBookWebSocketAsync(this IOrderBookProvider api, Action<object> callback, int maxCount = 20, params string[] symbols) => null; }
            public static class CryptoUtility { public static string SecureStringToString(this string text) => text; }
        }
        namespace CryptoExchange.Net.SharedApis
        {
            public class GetTickerRequest { } public interface ISharedClient { string Exchange { get; } } public interface ISpotTickerRestClient : ISharedClient { Task<object> GetSpotTickerAsync(GetTickerRequest request, CancellationToken ct = default); }
        }
        namespace CryptoExchange.Net.OrderBook { public abstract class SymbolOrderBook { public async Task<object> StartAsync(CancellationToken? ct = null) => null; } }
        namespace Binance.Net.Objects.Options { public class BinanceRestOptions { public TimeSpan RequestTimeout { get; set; } } }
        namespace Binance.Net.Interfaces.Clients.SpotApi
        {
            public interface IBinanceRestClientSpotApiExchangeData { Task<object> GetServerTimeAsync(CancellationToken ct = default); }
            public interface IBinanceRestClientSpotApi { IBinanceRestClientSpotApiExchangeData ExchangeData { get; } }
        }
        namespace Binance.Net.Interfaces.Clients { public interface IBinanceRestClient { SpotApi.IBinanceRestClientSpotApi SpotApi { get; } } }
        namespace Binance.Net.Clients { public class BinanceRestClient : Interfaces.Clients.IBinanceRestClient { public BinanceRestClient(Action<Objects.Options.BinanceRestOptions> optionsDelegate = null) { } public Interfaces.Clients.SpotApi.IBinanceRestClientSpotApi SpotApi { get; } } }
        namespace Bybit.Net.Interfaces.Clients.V5 { public interface IBybitRestClientApiExchangeData { Task<object> GetAnnouncementsAsync(string locale, string type = null, CancellationToken ct = default); } public interface IBybitRestClientApi { IBybitRestClientApiExchangeData ExchangeData { get; } } }
        namespace Bybit.Net.Clients { public class BybitRestClient { public BybitRestClient(Action<object> optionsDelegate = null) { } public Interfaces.Clients.V5.IBybitRestClientApi V5Api { get; } } }
        namespace Coinbase.Net.Interfaces.Clients.AdvancedTradeApi { public interface ICoinbaseRestClientAdvancedTradeApiExchangeData { Task<object> GetServerTimeAsync(CancellationToken ct = default); } public interface ICoinbaseRestClientAdvancedTradeApi { ICoinbaseRestClientAdvancedTradeApiExchangeData ExchangeData { get; } } }
        namespace Coinbase.Net.Clients { public class CoinbaseRestClient { public CoinbaseRestClient(Action<object> optionsDelegate = null) { } public Interfaces.Clients.AdvancedTradeApi.ICoinbaseRestClientAdvancedTradeApi AdvancedTradeApi { get; } } }
        namespace Kraken.Net.Interfaces.Clients.SpotApi { public interface IKrakenRestClientSpotApiExchangeData { Task<object> GetServerTimeAsync(CancellationToken ct = default); } public interface IKrakenRestClientSpotApi { IKrakenRestClientSpotApiExchangeData ExchangeData { get; } } }
        namespace Kraken.Net.Interfaces.Clients { public interface IKrakenRestClient { SpotApi.IKrakenRestClientSpotApi SpotApi { get; } } }
        namespace Kucoin.Net.Interfaces.Clients.FuturesApi { public interface IKucoinRestClientFuturesApiExchangeData { Task<object> GetSymbolsAsync(CancellationToken ct = default); } public interface IKucoinRestClientFuturesApi { IKucoinRestClientFuturesApiExchangeData ExchangeData { get; } } }
        namespace Kucoin.Net.Clients { public class KucoinRestClient { public KucoinRestClient(Action<object> optionsDelegate = null) { } public Interfaces.Clients.FuturesApi.IKucoinRestClientFuturesApi FuturesApi { get; } } }
        namespace OKX.Net.Interfaces.Clients.UnifiedApi { public interface IOKXRestClientUnifiedApiExchangeData { Task<object> Get24HourVolumeAsync(CancellationToken ct = default); } public interface IOKXRestClientUnifiedApi { IOKXRestClientUnifiedApiExchangeData ExchangeData { get; } } }
        namespace OKX.Net.Clients { public class OKXRestClient { public OKXRestClient(Action<object> optionsDelegate = null) { } public Interfaces.Clients.UnifiedApi.IOKXRestClientUnifiedApi UnifiedApi { get; } } }
        namespace Alpaca.Markets
        {
            public interface IEnvironment { } public static class Environments { public static IEnvironment Paper { get; } } public class SecurityKey { } public sealed class SecretKey : SecurityKey { public SecretKey(string key, string value) { } }
            public class NewOrderRequest { public NewOrderRequest(string symbol) { } public NewOrderRequest WithQuantity(int quantity) => this; }
            public interface IPage<T> { } public class HistoricalBarsRequest { }
            public interface IHistoricalBarsClient<in TRequest> { Task<IPage<object>> ListHistoricalBarsAsync(TRequest request, CancellationToken cancellationToken = default); }
            public interface IAlpacaTradingClient : IDisposable { Task<object> PostOrderAsync(NewOrderRequest request, CancellationToken cancellationToken = default); }
            public interface IAlpacaDataClient : IHistoricalBarsClient<HistoricalBarsRequest> { Task<object> GetLatestBarAsync(string request, CancellationToken cancellationToken = default); }
            public interface IStreamingClient : IDisposable { Task ConnectAsync(CancellationToken cancellationToken = default); }
            public interface IAlpacaStreamingClient : IStreamingClient { event Action<object> OnTradeUpdate; }
            public static class EnvironmentExtensions { public static IAlpacaTradingClient GetAlpacaTradingClient(this IEnvironment environment, SecurityKey securityKey) => null; public static IAlpacaDataClient GetAlpacaDataClient(this IEnvironment environment, SecurityKey securityKey) => null; public static IAlpacaStreamingClient GetAlpacaStreamingClient(this IEnvironment environment, SecurityKey securityKey) => null; }
        }
        """;

    private static readonly AnalyzerTest _bitcoin = CouplingTest.New().WithReferences(CatalogPackages.Referencing("NBitcoin")).WithDefaultRule(RuleIds.DirectSdkCall);

    private static readonly AnalyzerTest _ethereum = CouplingTest.New().WithDefaultRule(RuleIds.DirectSdkCall).WithReferences(CatalogPackages.Referencing(
        "Nethereum.Web3", "Nethereum.JsonRpc.Client", "Nethereum.JsonRpc.RpcClient", "Nethereum.RPC", "Nethereum.Contracts", "Nethereum.ABI", "Nethereum.Hex", "Nethereum.Accounts", "Nethereum.BlockchainProcessing", "Nethereum.Util"));

    [Fact]
    public Task Nodes_AreWiredAndCalled() => VendorCode.IsAsItSays(Sdks, """
        using BTCPayServer.Lightning;
        using Microsoft.Extensions.Configuration;
        using NBXplorer;
        class Caller(ExplorerClient injected, ILightningClient lightning)
        {
            async Task Explorer()
            {
                await injected.GetStatusAsync(); // calls NBXplorer
                injected.GetStatus(); // calls NBXplorer
                var explorer = new ExplorerClient(new NBXplorerNetwork(), new Uri("http://nbx.contoso.com:32838")); // wires nbx.contoso.com at http://nbx.contoso.com:32838
                var session = await explorer.CreateWebsocketNotificationSessionAsync(); // calls nbx.contoso.com at http://nbx.contoso.com:32838
                await session.NextEventAsync(); // calls nbx.contoso.com at http://nbx.contoso.com:32838
                var polling = injected.CreateLongPollingNotificationSession();
                await polling.GetEventsAsync(); // calls NBXplorer
            }
            async Task Lightning(NBitcoin.Network network, ILightningClientFactory factory, IConfiguration configuration)
            {
                await lightning.CreateInvoice(LightMoney.Satoshis(1), "x", TimeSpan.FromHours(1)); // calls Lightning node
                var listener = await lightning.Listen(); // calls Lightning node
                await listener.WaitInvoice(default); // calls Lightning node
                var made = factory.Create("type=lnd-rest;server=https://lnd.contoso.com:8080;macaroon=x"); // wires lnd.contoso.com at https://lnd.contoso.com:8080
                await made.Pay("lnbc1"); // calls lnd.contoso.com at https://lnd.contoso.com:8080
                var configured = new LightningClientFactory(network).Create(configuration["Shop:Lightning"]); // wires Lightning node at config:Shop:Lightning
                await configured.Pay("lnbc1"); // calls Lightning node at config:Shop:Lightning
                var core = new BTCPayServer.Lightning.CLightning.CLightningClient(new Uri("tcp://core.contoso.com:9835"), network); // wires core.contoso.com
                await core.Pay("lnbc1"); // calls core.contoso.com
                var lnd = new BTCPayServer.Lightning.LND.LndClient(new BTCPayServer.Lightning.LND.LndRestSettings(new Uri("https://lnd.contoso.com")), network); // wires lnd.contoso.com at https://lnd.contoso.com
                await lnd.Pay("lnbc1"); // calls lnd.contoso.com at https://lnd.contoso.com
            }
        }
        """);

    [Fact]
    public Task Exchanges_AreWiredAndCalled() => VendorCode.IsAsItSays(Sdks, """
        using ExchangeSharp;
        using Alpaca.Markets;
        class Caller(IExchangeAPI injected, CryptoExchange.Net.SharedApis.ISpotTickerRestClient shared, Binance.Net.Interfaces.Clients.IBinanceRestClient binance, Kraken.Net.Interfaces.Clients.IKrakenRestClient kraken)
        {
            async Task Any()
            {
                await injected.GetTickerAsync("BTC-USD"); // calls Cryptocurrency exchange
                await injected.GetOrderBookAsync("BTC-USD"); // calls Cryptocurrency exchange
                await injected.GetFullOrderBookWebSocketAsync(book => { }); // calls Cryptocurrency exchange
                var exchange = await ExchangeAPI.GetExchangeAPIAsync<ExchangeKrakenAPI>(); // wires Cryptocurrency exchange
                await exchange.PlaceOrderAsync(new ExchangeOrderRequest { MarketSymbol = "x" }); // calls Cryptocurrency exchange
                await shared.GetSpotTickerAsync(new()); // calls Cryptocurrency exchange
            }
            async Task Each()
            {
                await binance.SpotApi.ExchangeData.GetServerTimeAsync(); // calls Binance
                await new Binance.Net.Clients.BinanceRestClient(options => options.RequestTimeout = TimeSpan.FromSeconds(1)) // wires Binance
                    .SpotApi.ExchangeData.GetServerTimeAsync(); // calls Binance
                await new Bybit.Net.Clients.BybitRestClient() // wires Bybit
                    .V5Api.ExchangeData.GetAnnouncementsAsync("x"); // calls Bybit
                await new Coinbase.Net.Clients.CoinbaseRestClient() // wires Coinbase
                    .AdvancedTradeApi.ExchangeData.GetServerTimeAsync(); // calls Coinbase
                await kraken.SpotApi.ExchangeData.GetServerTimeAsync(); // calls Kraken
                await new Kucoin.Net.Clients.KucoinRestClient() // wires KuCoin
                    .FuturesApi.ExchangeData.GetSymbolsAsync(); // calls KuCoin
                await new OKX.Net.Clients.OKXRestClient() // wires OKX
                    .UnifiedApi.ExchangeData.Get24HourVolumeAsync(); // calls OKX
            }
            async Task Shares()
            {
                var trading = Environments.Paper.GetAlpacaTradingClient(new SecretKey("key", "secret")); // wires Alpaca
                await trading.PostOrderAsync(new NewOrderRequest("AAPL").WithQuantity(1)); // calls Alpaca
                var data = Environments.Paper.GetAlpacaDataClient(new SecretKey("key", "secret")); // wires Alpaca
                await data.ListHistoricalBarsAsync(new()); // calls Alpaca
                using var stream = Environments.Paper.GetAlpacaStreamingClient(new SecretKey("key", "secret")); // wires Alpaca
                await stream.ConnectAsync(); // calls Alpaca
            }
        }
        """);

    [Fact]
    public Task ModelsHandlersAndDoubles_AreQuiet() => VendorCode.IsAsItSays(Sdks, """
        using BTCPayServer.Lightning;
        class Quiet
        {
            async Task M(NBXplorer.ExplorerClient explorer, NBitcoin.Network network, ExchangeSharp.IExchangeAPI exchange, CryptoExchange.Net.OrderBook.SymbolOrderBook book, Own own)
            {
                explorer.SetCookieAuth("cookie");
                explorer.Serializer.ToObject<string>("{}");
                BOLT11PaymentRequest.Parse("lnbc1", network);
                exchange.LoadAPIKeys("keys.bin");
                await exchange.GlobalMarketSymbolToExchangeMarketSymbolAsync("BTC-USD");
                await exchange.GenerateNonceAsync();
                await book.StartAsync();
                var client = own.Create("type=own", network, out var error);
                await new FakeLightning().Pay("lnbc1");
                new Alpaca.Markets.NewOrderRequest("AAPL").WithQuantity(2);
            }
        }
        class Own : ILightningConnectionStringHandler { public ILightningClient Create(string connectionString, NBitcoin.Network network, out string error) { error = null; return new FakeLightning(); } }
        class FakeLightning : ILightningClient
        {
            public Task<LightningInvoice> CreateInvoice(LightMoney amount, string description, TimeSpan expiry, CancellationToken cancellation = default) => Task.FromResult(new LightningInvoice());
            public Task<PayResponse> Pay(string bolt11, CancellationToken cancellation = default) => Task.FromResult(new PayResponse());
            public Task<ILightningInvoiceListener> Listen(CancellationToken cancellation = default) => throw new NotSupportedException();
        }
        class Real { async Task M(ILightningClient lightning) => await lightning.Pay("lnbc1"); } // calls Lightning node
        """);

    [Fact]
    public Task NodeOfBitcoin_IsAskedByItsClient() => _bitcoin.WithProperty("to", "Bitcoin node").Reports("""
        using NBitcoin;
        using NBitcoin.RPC;
        class C(RPCClient rpc)
        {
            async Task<int> M(Transaction transaction)
            {
                await rpc.[|SendRawTransactionAsync|](transaction);
                return await rpc.[|GetBlockCountAsync|]() + rpc.[|GetBlockCount|]();
            }
        }
        """);

    [Fact]
    public Task NodeOfBitcoin_HasItsAddress() => _bitcoin.WithProperty("to", "bitcoind.contoso.com").Reports("""
        using NBitcoin;
        using NBitcoin.RPC;
        class C
        {
            async Task<uint256> M()
            {
                var rpc = new {|P2P1003:RPCClient|}("user:password", new Uri("http://bitcoind.contoso.com:8332"), Network.Main);
                return await rpc.[|GetBestBlockHashAsync|]();
            }
        }
        """);

    [Fact]
    public Task ModelsOfBitcoin_AreQuiet() => _bitcoin.IsQuiet("""
        using NBitcoin;
        class C
        {
            async Task<string> M(Wordlist words, ITransactionRepository stored, uint256 id, PSBT psbt)
            {
                var key = new Key();
                await Wordlist.LoadWordList(Language.English);
                await stored.GetAsync(id);
                await new NoSqlTransactionRepository().PutAsync(id, psbt.GetGlobalTransaction());
                return key.PubKey.GetAddress(ScriptPubKeyType.Segwit, Network.Main) + Transaction.Parse("00", Network.Main).ToHex() + nameof(NBitcoin.RPC.RPCClient.GetBlockCountAsync);
            }
        }
        """);

    [Fact]
    public Task NodeOfEthereum_IsAskedByWhatItsClientHolds() => _ethereum.WithProperty("to", "ethereum.contoso.com").WithProperty("endpoint", "https://ethereum.contoso.com").Reports("""
        using Nethereum.Web3;
        class C
        {
            async Task M(string address)
            {
                var web3 = new {|P2P1003:Web3|}("https://ethereum.contoso.com");
                await web3.Eth.GetBalance.[|SendRequestAsync|](address);
                await web3.Eth.Blocks.GetBlockNumber.[|SendRequestAsync|]();
            }
        }
        """);

    [Fact]
    public Task ContractOfEthereum_IsCalledByItsFunction() => _ethereum.WithProperty("to", "Ethereum node").Reports("""
        using System.Numerics;
        using Nethereum.Web3;
        class C(IWeb3 web3)
        {
            async Task<BigInteger> M(string abi, string address)
            {
                var function = web3.Eth.GetContract(abi, address).GetFunction("balanceOf");
                await function.[|SendTransactionAsync|](address);
                return await function.[|CallAsync|]<BigInteger>(address);
            }
        }
        """);

    [Fact]
    public Task UnitsKeysAndSigning_AreQuiet() => _ethereum.IsQuiet("""
        using Nethereum.RPC.Eth.DTOs;
        using Nethereum.Web3;
        class C
        {
            async Task<string> M(Nethereum.RPC.TransactionManagers.ITransactionManager manager, Nethereum.RPC.NonceServices.INonceService nonces)
            {
                await nonces.ResetNonceAsync();
                return Web3.Convert.ToWei(1) + await manager.SignTransactionAsync(new TransactionInput { To = "0x0" });
            }
        }
        """);
}
