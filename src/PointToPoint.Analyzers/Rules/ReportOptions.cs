using System.Collections.Immutable;

using Microsoft.CodeAnalysis.Diagnostics;

namespace PointToPoint.Analyzers.Rules;

/// <summary>The switches in .editorconfig that make quiet records speak, and the other option keys.</summary>
internal static class ReportOptions
{
    public const string Tests = "p2p_report_tests";
    public const string GeneratedCode = "p2p_report_generated_code";
    public const string OwnSystem = "p2p_report_own_system";
    public const string Loopback = "p2p_report_loopback";
    public const string Gateway = "p2p_report_gateway";
    public const string Approved = "p2p_report_approved";
    public const string GatewayType = "p2p_gateway_type";

    /// <summary>Every key, for the tests that hold the rule pages in step.</summary>
    public static readonly ImmutableArray<string> All = [Tests, GeneratedCode, OwnSystem, Loopback, Gateway, Approved, GatewayType];

    public static bool IsOn(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var value) && string.Equals(value.Trim(), "true", StringComparison.OrdinalIgnoreCase);
}
