using System.DirectoryServices;
using System.DirectoryServices.Protocols;
using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>LDAP.</summary>
public sealed class DirectoryLibraryTests
{
    // What Novell.Directory.Ldap declares.
    private const string Novell = """
        -- Novell.cs
        namespace Novell.Directory.Ldap
        {
            public class LdapEntry { }
            public class LdapConnection : IDisposable
            {
                public void Connect(string host, int port) { }
                public Task ConnectAsync(string host, int port, CancellationToken ct = default) => null!;
                public void Bind(string dn, string passwd) { }
                public Task BindAsync(string dn, string passwd) => null!;
                public LdapEntry Read(string dn) => null!;
                public void Disconnect() { }
                public void Dispose() { }
            }
        }

        -- Test0.cs

        """;

    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectSdkCall)
        .WithReferences(ReferenceSet.AspNetCore.With(typeof(LdapConnection).Assembly).With(typeof(DirectoryEntry).Assembly));

    [Fact]
    public Task LdapConnection_GoesToItsServer() => _test.WithProperty("protocol", "ldap").WithProperty("endpoint", "ldap://ldap.contoso.com:636").WithProperty("to", "ldap.contoso.com").Reports("""
        using System.DirectoryServices.Protocols;
        class C
        {
            void M()
            {
                using var connection = new {|P2P1003:LdapConnection|}(new LdapDirectoryIdentifier("ldap.contoso.com", 636));
                connection.[|Bind|]();
                var found = connection.[|SendRequest|](new SearchRequest("dc=contoso", "(cn=x)", SearchScope.Subtree));
            }
        }
        """);

    [Fact]
    public Task LdapServerOfConfiguration_IsTheManifestsSystem() => _test
        .WithManifest("""{ "systems": { "Identity": { "endpoints": ["config:Ldap:Server"] } } }""")
        .WithProperty("to", "Identity")
        .Reports("""
            using System.DirectoryServices.Protocols;
            using Microsoft.Extensions.Configuration;
            class C(IConfiguration configuration)
            {
                private readonly LdapConnection _connection = new {|P2P1003:LdapConnection|}(configuration["Ldap:Server"]);
                void M(AddRequest request) => _connection.[|SendRequest|](request);
            }
            """);

    [Fact]
    public Task LdapRequests_AreQuiet() => _test.IsQuiet("""
        using System.DirectoryServices.Protocols;
        class C
        {
            object M(LdapException problem) => nameof(LdapConnection.Bind) + typeof(LdapConnection) + new SearchRequest("dc=contoso", "(cn=x)", SearchScope.Subtree) + problem.ErrorCode;
        }
        """);

    [Fact]
    public Task DirectoryEntry_GoesToItsPath() => _test.WithProperty("endpoint", "ldap://dc1.contoso.com/OU=Users,DC=contoso,DC=com").Reports("""
        using System.DirectoryServices;
        class C
        {
            void M()
            {
                using var users = new {|P2P1003:DirectoryEntry|}("LDAP://dc1.contoso.com/OU=Users,DC=contoso,DC=com");
                using var searcher = new DirectorySearcher(users, "(cn=x)");
                var found = searcher.[|FindOne|]();
                users.[|CommitChanges|]();
            }
        }
        """);

    [Fact]
    public Task DirectoryWithoutAServer_IsTheDomainsOwn() => _test.Reports("""
        using System.DirectoryServices;
        class C
        {
            object? M() => new DirectorySearcher(new DirectoryEntry("LDAP://DC=contoso,DC=com"), "(cn=x)").{|P2P1010:FindOne|}();
        }
        """);

    [Fact]
    public Task NovellsConnection_GoesWhereItIsConnectedTo() => _test.WithProperty("endpoint", "ldap://ldap.contoso.com:389").Reports(Novell + """
        using Novell.Directory.Ldap;
        class C
        {
            async Task M()
            {
                using var connection = new LdapConnection();
                await connection.[|ConnectAsync|]("ldap.contoso.com", 389);
                await connection.[|BindAsync|]("cn=crm", "password");
                var entry = connection.[|Read|]("cn=x");
                connection.Disconnect();
            }
        }
        """);

    [Fact]
    public Task PrincipalsOfADomain_GoToItsServer() => _test.WithReferences(CatalogPackages.Referencing("System.DirectoryServices", "System.DirectoryServices.AccountManagement"))
        .WithProperty("endpoint", "ldap://dc1.contoso.com").Reports("""
            using System.DirectoryServices.AccountManagement;
            class C
            {
                bool M(string name, string password)
                {
                    using var context = new {|P2P1003:PrincipalContext|}(ContextType.Domain, "dc1.contoso.com");
                    var user = UserPrincipal.[|FindByIdentity|](context, name);
                    using var searcher = new PrincipalSearcher(new GroupPrincipal(context) { Name = "x" });
                    var found = searcher.[|FindOne|]();
                    return context.[|ValidateCredentials|](name, password) && user is not null;
                }
            }
            """);

    [Fact]
    public Task PrincipalsThatAreOnlyMentioned_AreQuiet() => _test.WithReferences(CatalogPackages.Referencing("System.DirectoryServices", "System.DirectoryServices.AccountManagement")).IsQuiet("""
        using System.DirectoryServices.AccountManagement;
        class C
        {
            string M(UserPrincipal user)
            {
                try { user.GivenName = "x"; return user.DisplayName + nameof(PrincipalContext.ValidateCredentials) + typeof(GroupPrincipal); }
                catch (PrincipalServerDownException problem) { return problem.Message; }
            }
        }
        """);
}
