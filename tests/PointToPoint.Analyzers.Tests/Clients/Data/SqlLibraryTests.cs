namespace PointToPoint.Analyzers.Tests.Clients.Data;

/// <summary>Relational databases: told where a connection is bound, and only if p2p.json gives server or database to another system.</summary>
public sealed class SqlLibraryTests
{
    [Fact]
    public Task SqlConnection_ToTheServerOfAnotherSystem_IsReported() => DataLibraries.Erps("erp-db").WithProperty("endpoint", "sql://erp-db:1433/orders").WithProperty("to", "ERP").Reports("""
        using Microsoft.Data.SqlClient;
        class C
        {
            async Task<object?> M()
            {
                await using var connection = new [|SqlConnection|]("Server=tcp:erp-db,1433;Initial Catalog=orders;User Id=crm;Password=hunter2");
                await connection.OpenAsync();
                await using var command = new SqlCommand("select 1", connection);
                return await command.ExecuteScalarAsync();
            }
        }
        """);

    [Fact]
    public Task SqlConnection_ToAnyOtherServer_IsTheCallersOwn() => DataLibraries.Erps("erp-db").IsQuiet("""
        using Microsoft.Data.SqlClient;
        class C
        {
            object M() => new SqlConnection("Server=crm-db;Database=orders");
            object Local() => new SqlConnection(@"Server=(localdb)\MSSQLLocalDB;Database=orders");
            object Empty() => new SqlConnection();
            object Command() => new SqlCommand("select 1");
            string Name() => nameof(SqlConnection) + typeof(SqlConnection).Name;
            bool Failed(Exception exception) => exception is SqlException;
            object Unknown(string text) => new SqlConnection(text);
        }
        """);

    [Fact]
    public Task SqlConnection_WhoseConnectionStringIsSet_IsReportedThere() => DataLibraries.Erps("erp-db").WithProperty("endpoint", "sql://erp-db/orders").Reports("""
        using Microsoft.Data.SqlClient;
        class C
        {
            void M()
            {
                using var connection = new SqlConnection();
                connection.[|ConnectionString|] = "Data Source=erp-db;Initial Catalog=orders";
            }
        }
        """);

    [Fact]
    public Task SqlConnection_OfABuilder_GoesWhereTheBuilderSays() => DataLibraries.Erps("erp-db").WithProperty("endpoint", "sql://erp-db/orders").Reports("""
        using Microsoft.Data.SqlClient;
        class C
        {
            object M(string password)
            {
                var builder = new SqlConnectionStringBuilder("Server=crm-db;Encrypt=true") { InitialCatalog = "customers", Password = password };
                builder.DataSource = "erp-db";
                builder.InitialCatalog = "orders";
                return new [|SqlConnection|](builder.ConnectionString);
            }

            object Initialised() => new [|SqlConnection|](new SqlConnectionStringBuilder { DataSource = "erp-db", InitialCatalog = "orders" }.ToString());
        }
        """);

    [Fact]
    public Task DatabaseOnASharedServer_IsToldApartByItsName() => DataLibraries.Erps("sql-01/orders").Reports("""
        using Microsoft.Data.SqlClient;
        class C
        {
            object Theirs() => new [|SqlConnection|]("Server=sql-01;Database=Orders");
            object Own() => new SqlConnection("Server=sql-01;Database=customers");
        }
        """);

    [Fact]
    public Task DatabaseOnASharedServer_MayBeNamedWithItsScheme() => DataLibraries.Erps("sql://sql-01/orders").Reports("""
        using Microsoft.Data.SqlClient;
        class C { object Theirs() => new [|SqlConnection|]("Server=sql-01,14330;Database=orders"); }
        """);

    [Fact]
    public Task ConnectionString_OfTheConfiguration_IsNamedByItsKey() => DataLibraries.Erps("config:ConnectionStrings:Erp").WithProperty("endpoint", "config:ConnectionStrings:Erp").Reports("""
        using Microsoft.Data.SqlClient;
        using Microsoft.Extensions.Configuration;
        class C(IConfiguration configuration)
        {
            object Method() => new [|SqlConnection|](configuration.GetConnectionString("Erp"));
            object Indexer() => new [|SqlConnection|](configuration["ConnectionStrings:Erp"]);
            object Own() => new SqlConnection(configuration.GetConnectionString("Crm"));
        }
        """);

    [Fact]
    public Task ConnectionString_OfAppSettings_ShowsServerAndDatabaseOnly() => DataLibraries.Erps("erp-db")
        .WithAdditionalFile("appsettings.json", """{ "ConnectionStrings": { "Main": "Server=erp-db;Database=orders;User Id=sa;Password=hunter2;Trust Server Certificate=true" } }""")
        .WithMessage("'TestProject' reaches into 'ERP' directly through Microsoft.Data.SqlClient.SqlConnection: sql://erp-db/orders (new SqlConnection ← appsettings.json: ConnectionStrings:Main); ask the system through the gateway as 'erp' instead")
        .Reports("""
            using Microsoft.Data.SqlClient;
            using Microsoft.Extensions.Configuration;
            class C(IConfiguration configuration) { object M() => new [|SqlConnection|](configuration.GetConnectionString("Main")); }
            """);

    [Fact]
    public Task ConnectionString_ThatIsPutTogether_KeepsItsServer() => DataLibraries.Erps("erp-db", "config:Erp:Server").Reports("""
        using Microsoft.Data.SqlClient;
        using Microsoft.Extensions.Configuration;
        class C(IConfiguration configuration)
        {
            object Constant(string password) => new [|SqlConnection|]($"Server=erp-db;Database=orders;Password={password}");
            object Configured(string database) => new [|SqlConnection|]($"Server={configuration["Erp:Server"]};Database={database}");
            object Unknown(string server) => new SqlConnection($"Server={server};Database=orders");
        }
        """);

    [Fact]
    public Task MethodThatOpensWhatItIsGiven_IsReportedWhereItOpensIt() => DataLibraries.Erps("erp-db").WithProperty("endpoint", "sql://erp-db/orders").Reports("""
        using Microsoft.Data.SqlClient;
        static class Db { public static SqlConnection Open(string text) => new [|SqlConnection|](text); }
        class C
        {
            object Theirs() => Db.Open("Server=erp-db;Database=orders");
            object Own() => Db.Open("Server=crm-db;Database=orders");
        }
        """);

    [Fact]
    public Task MethodThatOpensWhatItIsGiven_IsQuietIfNobodyGivesItAnothersDatabase() => DataLibraries.Erps("erp-db").IsQuiet("""
        using Microsoft.Data.SqlClient;
        static class Db { public static SqlConnection Open(string text) => new SqlConnection(text); }
        class C { object M() => Db.Open("Server=crm-db;Database=orders"); }
        """);

    [Fact]
    public Task RegistrationInAMethodOfItsOwn_IsReportedWhereTheProviderIsChosen() => DataLibraries.Erps("config:ConnectionStrings:Erp").WithProperty("endpoint", "config:ConnectionStrings:Erp").Reports("""
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        class Orders : DbContext { }
        static class Data
        {
            public static IServiceCollection AddOrders(this IServiceCollection services, string text) => services.AddDbContext<Orders>(options => options.[|UseSqlServer|](text));
        }

        class Startup(IConfiguration configuration) { void Add(IServiceCollection services) => services.AddOrders(configuration.GetConnectionString("Erp")!); }
        """);

    [Fact]
    public Task DbContext_ThatIsConfigured_IsReportedWhereItsProviderIsChosen() => DataLibraries.Erps("erp-db").WithProperty("endpoint", "sql://erp-db/orders").Reports("""
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;
        class Orders : DbContext
        {
            protected override void OnConfiguring(DbContextOptionsBuilder options) => options.[|UseSqlServer|]("Server=erp-db;Database=orders");
        }

        class Startup
        {
            void Add(IServiceCollection services)
            {
                services.AddDbContext<Orders>(options => options.[|UseNpgsql|]("Host=erp-db;Database=orders"));
                services.[|AddSqlServer|]<Orders>("Server=erp-db;Database=orders");
            }
        }
        """);

    [Fact]
    public Task DbContext_OfTheOwnDatabase_IsQuiet() => DataLibraries.Erps("erp-db").IsQuiet("""
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        class Orders : DbContext
        {
            public DbSet<object> All => Set<object>();
            public async Task<int> CountAsync() => await All.CountAsync();
        }

        class Startup(IConfiguration configuration)
        {
            void Add(IServiceCollection services) => services.AddDbContext<Orders>(options => options.UseSqlServer(configuration.GetConnectionString("Orders")));
        }
        """);

    [Fact]
    public Task Npgsql_ByUrlAndDataSource_IsReported() => DataLibraries.Erps("erp-db").WithProperty("endpoint", "sql://erp-db:5433/orders").Reports("""
        using Npgsql;
        class C
        {
            object Source() => NpgsqlDataSource.[|Create|]("Host=erp-db;Port=5433;Database=orders");
            object Builder() => new [|NpgsqlDataSourceBuilder|]("Host=erp-db:5433;Database=orders").Build();
            object Typed() => NpgsqlDataSource.[|Create|](new NpgsqlConnectionStringBuilder { Host = "erp-db", Port = 5433, Database = "orders" });
        }
        """);

    [Fact]
    public Task MySql_IsReported() => DataLibraries.Erps("erp-db").WithProperty("endpoint", "sql://erp-db:3306/orders").Reports("""
        using MySqlConnector;
        class C
        {
            object Theirs() => new [|MySqlConnection|]("Server=erp-db;Port=3306;Database=orders;Uid=crm;Pwd=hunter2");
            object Own() => new MySqlConnection("Server=crm-db;Database=orders");
            object Model() => new MySqlParameter("id", 1);
        }
        """);

    [Fact]
    public Task Oracle_InAllItsForms_IsReported() => DataLibraries.Erps("erp-db").WithProperty("endpoint", "sql://erp-db:1521/orders").Reports("""
        -- Oracle.cs
        namespace Oracle.ManagedDataAccess.Client
        {
            public sealed class OracleConnection : IDisposable
            {
                public OracleConnection() { }
                public OracleConnection(string connectionString) { }
                public string ConnectionString { get; set; } = "";
                public void Dispose() { }
            }
        }

        -- Test0.cs
        using Oracle.ManagedDataAccess.Client;
        class C
        {
            object Easy() => new [|OracleConnection|]("User Id=crm;Password=hunter2;Data Source=//erp-db:1521/orders");
            object Long() => new [|OracleConnection|]("Data Source=(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=erp-db)(PORT=1521))(CONNECT_DATA=(SERVICE_NAME=orders)));User Id=crm");
            object Own() => new OracleConnection("Data Source=crm-db:1521/orders");
        }
        """);

    [Fact]
    public Task Sqlite_IsAFileOfOnesOwn() => DataLibraries.Erps("erp.db", "config:ConnectionStrings:Erp").IsQuiet("""
        -- Sqlite.cs
        namespace Microsoft.Data.Sqlite
        {
            public class SqliteConnection : System.Data.Common.DbConnectionStringBuilder { public SqliteConnection(string connectionString) { } }
        }

        -- Test0.cs
        using Microsoft.Data.Sqlite;
        class C { object M() => new SqliteConnection("Data Source=erp.db"); }
        """);

    [Fact]
    public Task SqlServerWithoutAConnection_IsReportedWhereItIsNamed() => DataLibraries.Erps("erp-db").WithProperty("endpoint", "sql://erp-db/orders").Reports("""
        using Microsoft.Data.SqlClient;
        class C
        {
            void M()
            {
                using var copy = new [|SqlBulkCopy|]("Server=erp-db;Database=orders");
                using var adapter = new [|SqlDataAdapter|]("select 1", "Server=erp-db;Database=orders");
                using var own = new SqlBulkCopy("Server=crm-db;Database=orders");
            }
        }
        """);

    [Fact]
    public Task BuilderOfWhichWordsAreSet_GoesWhereTheySay() => DataLibraries.Erps("erp-db").WithProperty("endpoint", "sql://erp-db/orders").Reports("""
        using Microsoft.Data.SqlClient;
        class C
        {
            object Indexer()
            {
                var builder = new SqlConnectionStringBuilder();
                builder["Data Source"] = "erp-db";
                builder["Initial Catalog"] = "orders";
                return new [|SqlConnection|](builder.ConnectionString);
            }

            object Initialised() => new [|SqlConnection|](new System.Data.Common.DbConnectionStringBuilder { ["Server"] = "erp-db", ["Database"] = "orders" }.ConnectionString);

            object Added()
            {
                var builder = new System.Data.Common.DbConnectionStringBuilder();
                builder.Add("Server", "erp-db");
                builder.Add("Database", "orders");
                return new [|SqlConnection|](builder.ToString());
            }
        }
        """);

    [Fact]
    public Task OfSeveralHosts_TheFirstSaysEnough() => DataLibraries.Erps("erp-db").Reports("""
        using Npgsql;
        class C
        {
            object Bare() => new [|NpgsqlConnection|]("Host=erp-db,erp-db2;Database=orders");
            object Ports() => new [|NpgsqlConnection|]("Host=erp-db:5433,erp-db2:5434;Database=orders");
        }
        """);
}
