using Npgsql;
using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Rules;

/// <summary>What P2P1004 says, and where it is quiet.</summary>
public sealed class DirectDataAccessTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectDataAccess)
        .WithReferences(ReferenceSet.AspNetCore.With(typeof(NpgsqlConnection).Assembly));

    private static readonly AnalyzerTest _erps = _test.WithManifest("""{ "systems": { "ERP": { "endpoints": ["erp-db", "config:ConnectionStrings:Erp"] } } }""");

    [Fact]
    public Task DatabaseOfAnotherSystem_IsReportedWhereItIsOpened() => _erps
        .WithMessage("'TestProject' reaches into 'ERP' directly through Npgsql.NpgsqlConnection: sql://erp-db:5433/orders (new NpgsqlConnection ← literal); ask the system through the gateway as 'erp' instead")
        .Reports("""
            class C { object M() => new Npgsql.[|NpgsqlConnection|]("Host=erp-db;Port=5433;Database=orders;Username=crm;Password=secret"); }
            """);

    [Fact]
    public Task ConnectionStringOfTheManifest_IsReported() => _erps.WithProperty("endpoint", "config:ConnectionStrings:Erp").Reports("""
        using Microsoft.Extensions.Configuration;
        class C(IConfiguration configuration) { object M() => Npgsql.NpgsqlDataSource.[|Create|](configuration.GetConnectionString("Erp")!); }
        """);

    [Fact]
    public Task DatabaseThatNobodyClaims_IsTheCallersOwn() => _test.IsQuiet("""
        class C { object M() => new Npgsql.NpgsqlConnection("Host=own-db;Database=orders"); }
        """);

    [Fact]
    public Task OtherDatabase_IsQuiet() => _erps.IsQuiet("""
        class C { object M() => new Npgsql.NpgsqlConnection("Host=crm-db;Database=orders"); }
        """);
}
