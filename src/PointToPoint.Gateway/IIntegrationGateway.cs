namespace PointToPoint.Gateway;

/// <summary>
/// Hands out ordinary <see cref="HttpClient"/> and <see cref="HttpMessageHandler"/> objects that are routed by the name of the
/// system they talk to. Code names the system and the path; configuration says where the system lives.
/// </summary>
/// <remarks>
/// A system's name consists of the letters a to z, digits and hyphens, at most 63 of them; upper and lower case are the same.
/// Requests may use the system's logical address (see <see cref="GetBaseAddress"/>) or one of its configured addresses. Every
/// other address is refused with a <see cref="GatewayRoutingException"/> before a connection is opened.
/// </remarks>
public interface IIntegrationGateway
{
    /// <summary>Creates a client for a system. Its <see cref="HttpClient.BaseAddress"/> is the system's logical address.</summary>
    /// <param name="system">The system's name, such as <c>erp</c>.</param>
    /// <returns>
    /// A new client on every call. It shares pooled connections with the system's other clients, so it may be disposed at any time
    /// and need not be; cookies are its own.
    /// </returns>
    /// <exception cref="GatewayRoutingException">No system of this name is configured.</exception>
    HttpClient CreateClient(string system);

    /// <summary>Creates a handler for code that takes an <see cref="HttpMessageHandler"/>, or wraps the handler it already uses.</summary>
    /// <param name="system">The system's name, such as <c>erp</c>.</param>
    /// <param name="innerHandler">
    /// The handler that sends the requests, with its certificates, proxy, cookies and decompression; null for the gateway's own.
    /// Its automatic redirects are switched off, because the gateway follows redirects itself and only inside the system.
    /// </param>
    /// <returns>A new handler on every call. Disposing it disposes <paramref name="innerHandler"/>.</returns>
    /// <exception cref="GatewayRoutingException">No system of this name is configured.</exception>
    HttpMessageHandler CreateHandler(string system, HttpMessageHandler? innerHandler = null);

    /// <summary>The logical address of a system, such as <c>https://erp.gateway.invalid/</c>, with the scheme of its destination.</summary>
    /// <param name="system">The system's name, such as <c>erp</c>.</param>
    /// <returns>An absolute address whose path is <c>/</c>. It resolves nowhere: only the gateway's handlers understand it.</returns>
    /// <exception cref="GatewayRoutingException">No system of this name is configured.</exception>
    Uri GetBaseAddress(string system);

    /// <summary>The physical address of a system at this moment, for clients that open connections of their own.</summary>
    /// <param name="system">The system's name, such as <c>erp</c>.</param>
    /// <param name="relativeUri">A path and query below the system's address; null or empty for the address itself.</param>
    /// <returns>An absolute address. Later changes of the configuration do not reach it.</returns>
    /// <exception cref="GatewayRoutingException">
    /// No system of this name is configured, or <paramref name="relativeUri"/> leads out of the system.
    /// </exception>
    Uri GetEndpoint(string system, string? relativeUri = null);
}
