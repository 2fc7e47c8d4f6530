using System.Collections.Immutable;

namespace PointToPoint.Analyzers.Systems;

/// <summary>
/// Domains under which strangers have their hosts: <c>crm.azurewebsites.net</c> and <c>erp.azurewebsites.net</c> have nothing in common, so what is left of
/// <c>{tenant}.azurewebsites.net</c> without its first label names no system.
/// </summary>
internal static class SharedHosts
{
    private static readonly ImmutableArray<string> _domains =
    [
        "azurewebsites.net", "azurecontainerapps.io", "azurestaticapps.net", "azure-api.net", "azurefd.net", "azureedge.net", "cloudapp.azure.com", "cloudapp.net", "trafficmanager.net", "windows.net",
        "amazonaws.com", "amazonaws.com.cn", "cloudfront.net", "elasticbeanstalk.com", "on.aws", "awsapprunner.com", "appspot.com", "run.app", "cloudfunctions.net", "firebaseapp.com", "web.app",
        "herokuapp.com", "onrender.com", "fly.dev", "vercel.app", "netlify.app", "pages.dev", "workers.dev", "github.io", "gitlab.io", "railway.app", "ondigitalocean.app", "ngrok.io", "ngrok.app", "ngrok-free.app",
        "co.uk", "org.uk", "com.au", "co.jp", "com.br", "co.nz", "co.za", "com.cn", "co.in", "com.tr", "com.mx",
    ];

    /// <summary>True if hosts that end in this belong to anybody: a public suffix, or the domain of a platform (also with a region in front).</summary>
    public static bool Is(string suffix) => suffix.IndexOf('.') < 0
        || _domains.Any(domain => suffix == domain || suffix.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase));
}
