using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PointToPoint.Analyzers.Clients.Catalog;

/// <summary>A service of a <c>.proto</c> file: what its generated client is called, where the generator doesn't run.</summary>
/// <param name="FullName">With its package: <c>BasketApi.Basket</c>.</param>
/// <param name="Methods">Its remote procedures.</param>
internal sealed record ProtoService(string FullName, ImmutableArray<string> Methods)
{
    private static readonly Regex _comment = new(@"//[^\n]*|/\*.*?\*/", RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    private static readonly Regex _package = new(@"\bpackage\s+([\w.]+)\s*;", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    private static readonly Regex _part = new(@"\bservice\s+(?<service>\w+)\s*\{|\brpc\s+(?<method>\w+)\s*\(", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private const int MaxLength = 1_000_000;

    /// <summary>The class that Grpc.Tools generates: <c>BasketClient</c>.</summary>
    public string ClientName => FullName.Substring(FullName.LastIndexOf('.') + 1) + "Client";

    /// <summary>The services of a file; empty for a text that isn't one.</summary>
    public static ImmutableArray<ProtoService> Read(string text)
    {
        try
        {
            return text.Length > MaxLength ? [] : ReadUnchecked(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return [];
        }
    }

    /// <summary>The procedure that a method of the client calls: <c>GetBasketAsync</c> → <c>GetBasket</c>; null if it calls none.</summary>
    public string? MethodOf(string name) => Methods.FirstOrDefault(method => name == method || name == method + "Async");

    private static ImmutableArray<ProtoService> ReadUnchecked(string text)
    {
        text = _comment.Replace(text, " ");
        var package = _package.Match(text) is { Success: true } found ? found.Groups[1].Value + "." : "";
        var services = ImmutableArray.CreateBuilder<ProtoService>();
        foreach (Match part in _part.Matches(text))
        {
            if (part.Groups["service"] is { Success: true } service)
            {
                services.Add(new ProtoService(package + service.Value, []));
            }
            else if (services.Count > 0)
            {
                var last = services[services.Count - 1];
                services[services.Count - 1] = last with { Methods = last.Methods.Add(part.Groups["method"].Value) };
            }
        }

        return services.ToImmutable();
    }
}
