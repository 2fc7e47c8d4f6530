using Microsoft.Extensions.Http;

namespace PointToPoint.Gateway.Http;

/// <summary>Takes away from a client's options what every client of the application gets.</summary>
internal static class AmbientDefaults
{
    private static readonly TimeSpan FactoryHandlerLifetime = new HttpClientFactoryOptions().HandlerLifetime;

    public static void Remove(HttpClientFactoryOptions ambient, HttpClientFactoryOptions options)
    {
        Subtract(options.HttpClientActions, ambient.HttpClientActions);
        Subtract(options.HttpMessageHandlerBuilderActions, ambient.HttpMessageHandlerBuilderActions);
        if (options.HandlerLifetime == ambient.HandlerLifetime) options.HandlerLifetime = FactoryHandlerLifetime;
    }

    // An action added for all clients is usually the same delegate in the options of each; where its closure was made anew for
    // every name, at least the method is the same. Defaults come first, so of several equal actions the first is the default.
    private static void Subtract<T>(IList<T> actions, IEnumerable<T> defaults)
        where T : Delegate
    {
        foreach (var action in defaults)
        {
            var index = actions.IndexOf(action);
            if (index < 0) index = actions.ToList().FindIndex(candidate => candidate.Method == action.Method);
            if (index >= 0) actions.RemoveAt(index);
        }
    }
}
