using PointToPoint.Testing;

using Renci.SshNet;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>FTP and SFTP.</summary>
public sealed class FileTransferLibraryTests
{
    // What FluentFTP declares.
    private const string FluentFtp = """
        -- FluentFtp.cs
        namespace FluentFTP
        {
            public enum FtpStatus { Success }
            public class FtpConfig { }
            public class FtpListItem { }
            public interface IFtpClient : IDisposable { string Host { get; set; } void Connect(); FtpStatus UploadFile(string localPath, string remotePath); }
            public interface IAsyncFtpClient : IDisposable { string Host { get; set; } Task Connect(CancellationToken token = default); Task<FtpStatus> UploadFile(string localPath, string remotePath); }
            public abstract class BaseFtpClient : IDisposable { public string Host { get; set; } = ""; public int Port { get; set; } public FtpConfig Config { get; set; } = new(); public void Dispose() { } }
            public class FtpClient : BaseFtpClient, IFtpClient
            {
                public FtpClient() { }
                public FtpClient(string host, int port = 0, FtpConfig? config = null) { }
                public FtpClient(string host, string user, string pass, int port = 0, FtpConfig? config = null) { }
                public void Connect() { }
                public void Disconnect() { }
                public FtpStatus UploadFile(string localPath, string remotePath) => default;
                public FtpListItem[] GetListing(string path) => [];
                public bool IsConnected => false;
            }
            public class AsyncFtpClient : BaseFtpClient, IAsyncFtpClient
            {
                public AsyncFtpClient() { }
                public AsyncFtpClient(string host, string user, string pass, int port = 0, FtpConfig? config = null) { }
                public Task Connect(CancellationToken token = default) => null!;
                public Task Disconnect(CancellationToken token = default) => null!;
                public Task<FtpStatus> UploadFile(string localPath, string remotePath) => null!;
            }
        }

        -- Test0.cs

        """;

    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectSdkCall).WithReferences(ReferenceSet.AspNetCore.With(typeof(SftpClient).Assembly));

    [Fact]
    public Task FtpRequest_GoesToItsAddress() => _test.WithProperty("protocol", "ftp").WithProperty("endpoint", "ftp://files.contoso.com/in/orders.csv").WithProperty("to", "files.contoso.com").Reports("""
        using System.Net;
        #pragma warning disable SYSLIB0014
        class C
        {
            async Task M()
            {
                var request = (FtpWebRequest)WebRequest.Create("ftp://files.contoso.com/in/orders.csv");
                request.Method = WebRequestMethods.Ftp.UploadFile;
                using var body = await request.GetRequestStreamAsync();
                using var response = (FtpWebResponse)request.[|GetResponse|]();
            }
        }
        """);

    [Fact]
    public Task FluentFtpClient_GoesToItsHost() => _test.WithProperty("protocol", "ftp").WithProperty("endpoint", "ftp://files.contoso.com").Reports(FluentFtp + """
        using FluentFTP;
        class C
        {
            async Task M()
            {
                using var client = new {|P2P1003:AsyncFtpClient|}("files.contoso.com", "crm", "password");
                await client.[|Connect|]();
                await client.[|UploadFile|]("a", "b");
                await client.Disconnect();
            }
            void N()
            {
                using IFtpClient client = new {|P2P1003:FtpClient|}("ftp://files.contoso.com");
                client.[|Connect|]();
                client.[|UploadFile|]("a", "b");
            }
        }
        """);

    [Fact]
    public Task FluentFtpClient_WhoseHostIsSet_IsTheManifestsSystem() => _test
        .WithAdditionalFile("appsettings.json", """{ "Erp": { "FtpHost": "files.contoso.com" } }""")
        .WithManifest("""{ "systems": { "ERP": { "endpoints": ["files.contoso.com"] } } }""")
        .WithProperty("to", "ERP")
        .Reports(FluentFtp + """
            using FluentFTP;
            using Microsoft.Extensions.Configuration;
            class C(IConfiguration configuration)
            {
                void M()
                {
                    var client = new FtpClient { Config = new FtpConfig() };
                    client.{|P2P1003:Host|} = configuration["Erp:FtpHost"]!;
                    var files = client.[|GetListing|]("/");
                }
            }
            """);

    [Fact]
    public Task FluentFtpsOptions_AreQuiet() => _test.IsQuiet(FluentFtp + """
        using FluentFTP;
        class C
        {
            object M(FtpListItem item) => nameof(FtpClient.Connect) + typeof(FtpClient) + new FtpConfig() + item + new FtpClient().IsConnected;
        }
        """);

    [Fact]
    public Task SftpClient_GoesToItsHost() => _test.WithProperty("protocol", "ssh").WithProperty("endpoint", "sftp://files.contoso.com:2222").Reports("""
        using Renci.SshNet;
        class C
        {
            void M(Stream data)
            {
                using var client = new {|P2P1003:SftpClient|}("files.contoso.com", 2222, "crm", "password");
                client.[|Connect|]();
                client.[|UploadFile|](data, "/in/orders.csv");
                var text = client.[|ReadAllText|]("/out/orders.csv");
                client.Disconnect();
            }
        }
        """);

    [Fact]
    public Task SshClient_OfAConnectionInfo_GoesToItsHost() => _test
        .WithManifest("""{ "systems": { "Warehouse": { "endpoints": ["wms.contoso.com"] } } }""")
        .WithProperty("to", "Warehouse").WithProperty("endpoint", "ssh://wms.contoso.com")
        .Reports("""
            using Renci.SshNet;
            class C
            {
                void M()
                {
                    var connection = new ConnectionInfo("wms.contoso.com", "crm", new PasswordAuthenticationMethod("crm", "password"));
                    using var client = new {|P2P1003:SshClient|}(connection);
                    client.[|Connect|]();
                    var result = client.[|RunCommand|]("uptime").Result;
                }
            }
            """);

    [Fact]
    public Task HostThatACallerGives_IsToldAtTheCaller() => _test.WithProperty("endpoint", "sftp://files.contoso.com").Reports("""
        using Renci.SshNet;
        class Files
        {
            public void Put(string host, Stream data)
            {
                using var client = new SftpClient(host, "crm", "password");
                client.UploadFile(data, "/in/orders.csv");
            }
        }
        class C
        {
            void M(Files files, Stream data) => files.[|Put|]("files.contoso.com", data);
        }
        """);

    [Fact]
    public Task SshKeysAndAttributes_AreQuiet() => _test.IsQuiet("""
        using Renci.SshNet;
        using Renci.SshNet.Common;
        using Renci.SshNet.Sftp;
        class C
        {
            object M(SshException problem, ISftpFile file, Stream key) => nameof(SftpClient.UploadFile) + typeof(SftpClient) + new PrivateKeyFile(key) + file.Length + problem.Message;
        }
        """);

    [Fact]
    public Task FtpAddressOfAWebRequest_IsAFileTransfer() => CouplingTest.New().WithDefaultRule(RuleIds.DirectSdkCall)
        .WithProperty("protocol", "ftp").WithProperty("verb", "RETR").WithProperty("endpoint", "ftp://files.erp.contoso.com/orders.csv").Reports("""
        #pragma warning disable SYSLIB0014
        using System.Net;
        class C
        {
            void M()
            {
                WebRequest request = WebRequest.Create(new Uri("ftp://files.erp.contoso.com/orders.csv"));
                request.Method = WebRequestMethods.Ftp.DownloadFile;
                using var response = request.[|GetResponse|]();
            }
        }
        """);

    [Fact]
    public Task FtpAddressOfAWebClient_IsAFileTransfer() => CouplingTest.New().WithDefaultRule(RuleIds.DirectSdkCall)
        .WithProperty("protocol", "ftp").WithProperty("verb", "STOR").Reports("""
        #pragma warning disable SYSLIB0014
        using System.Net;
        class C { void M() => new WebClient().[|UploadFile|]("ftp://files.erp.contoso.com/orders.csv", "orders.csv"); }
        """);

    [Fact]
    public Task FileAddressOfAWebClient_StaysOnTheMachine() => CouplingTest.New().IsQuiet("""
        #pragma warning disable SYSLIB0014
        using System.Net;
        class C { void M() => new WebClient().DownloadFile("file:///var/data/orders.csv", "orders.csv"); }
        """);
}
