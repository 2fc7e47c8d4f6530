namespace PointToPoint.Analyzers.Systems;

/// <summary>
/// Answers questions about a manifest: who owns this code, whose endpoint is that, which connection is approved. Built once for a manifest,
/// immutable, and every answer costs a few dictionary look-ups however long the manifest is.
/// </summary>
internal sealed class SystemMatcher
{
    private readonly Dictionary<string, SystemEntry> _systems = new(StringComparer.Ordinal);
    private readonly OwnershipIndex _owns = new();
    private readonly EndpointIndex _endpoints = new();
    private readonly SdkIndex _sdks = new();
    private readonly Dictionary<string, ClientEntry> _clientTypes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string From, string To), Approval> _approvals = [];

    private SystemMatcher(SystemsManifest? manifest)
    {
        Manifest = manifest ?? SystemsManifest.Empty;
        HasManifest = manifest is not null;
        foreach (var system in Manifest.Systems)
        {
            AddSystem(system);
        }

        // After the systems: at an equally specific entry the system wins.
        foreach (var endpoint in Manifest.Gateway.Endpoints)
        {
            _endpoints.Add(endpoint.Pattern, new EndpointMatch(EndpointMatchKind.Gateway, null, endpoint.Text));
        }

        foreach (var client in Manifest.Clients)
        {
            if (!_clientTypes.ContainsKey(client.Type))
            {
                _clientTypes.Add(client.Type, client);
            }
        }

        foreach (var method in Manifest.ClientMembers)
        {
            if (Find(method.System) is { } system)
            {
                _sdks.Add(method.Method, new EndpointMatch(EndpointMatchKind.System, system, method.Text));
            }
            else if (Manifest.Systems.IsEmpty)
            {
                _sdks.Add(method.Method, new EndpointMatch(EndpointMatchKind.System, null, method.Text) { UndeclaredName = method.System });
            }
        }

        foreach (var approval in Manifest.Approvals.Where(approval => approval.IsComplete))
        {
            var connection = (SystemName.Normalize(approval.From), SystemName.Normalize(approval.To));
            if (!_approvals.TryGetValue(connection, out var other) || approval.Until > other.Until)
            {
                _approvals[connection] = approval;
            }
        }
    }

    /// <summary>What the answers come from; <see cref="SystemsManifest.Empty"/> without a file.</summary>
    public SystemsManifest Manifest { get; private set; }

    /// <summary>Whether there is a file, readable or not.</summary>
    public bool HasManifest { get; }

    public static SystemMatcher Create(SystemsManifest? manifest) => new(manifest);

    /// <summary>The same answers for a manifest of the same text in another place.</summary>
    public SystemMatcher At(string path)
    {
        var moved = (SystemMatcher)MemberwiseClone();
        moved.Manifest = Manifest with { Path = path };
        return moved;
    }

    /// <summary>The system that owns code, by the most specific entry (see <see cref="OwnershipIndex"/>); null if none claims it.</summary>
    /// <param name="assemblyName">Name of the assembly that the code is compiled into.</param>
    /// <param name="namespace">The namespace around the code; null or empty for the global one.</param>
    /// <param name="relativePath">The file's path from the manifest's folder; null if it lies elsewhere.</param>
    public SystemEntry? OwnerOfCode(string assemblyName, string? @namespace, string? relativePath) => _owns.Find(assemblyName, @namespace, relativePath);

    /// <summary>
    /// Whose endpoint it is; null if no entry says. The address says more than the configuration key that it came from, the key more than the client's
    /// name, the name more than the client's type, the type more than the SDK; a wildcard host says least.
    /// </summary>
    public EndpointMatch? Match(ResolvedEndpoint endpoint) =>
        _endpoints.MatchQueue(endpoint)
        ?? _endpoints.MatchHost(endpoint)
        ?? _endpoints.MatchConfigurationKey(endpoint.ConfigurationKeys)
        ?? _endpoints.MatchClient(endpoint.ClientName)
        ?? MatchClientType(endpoint)
        ?? _sdks.Match(endpoint.Sdk)
        ?? _endpoints.MatchWildcard(endpoint);

    /// <summary>The system of this name or one that means the same (<see cref="SystemName.Same"/>); null if the manifest has none.</summary>
    public SystemEntry? Find(string systemName) => _systems.TryGetValue(SystemName.Normalize(systemName), out var system) ? system : null;

    /// <summary>The complete approval of a connection, expired or not (<see cref="Approval.IsExpired"/>), the one that lasts longest; null if there is none.</summary>
    public Approval? ApprovalFor(string from, string to) =>
        _approvals.TryGetValue((SystemName.Normalize(from), SystemName.Normalize(to)), out var approval) ? approval : null;

    /// <summary>Whether a file, given by its path from the manifest's folder, is one that may talk past the gateway because it is its adapter.</summary>
    public bool IsGatewayAdapter(string? relativePath)
    {
        if (relativePath is null || Manifest.Gateway.Adapters.IsEmpty)
        {
            return false;
        }

        var path = PathPattern.Split(relativePath);
        return Manifest.Gateway.Adapters.Any(adapter => adapter.Pattern.Matches(path));
    }

    private EndpointMatch? MatchClientType(ResolvedEndpoint endpoint)
    {
        if (endpoint.ClientType is null || !_clientTypes.TryGetValue(endpoint.ClientType, out var client))
        {
            return null;
        }

        var names = ClientSystem.Names(client.System, endpoint.ClientTypeArguments);
        return names.Select(Find).FirstOrDefault(system => system is not null) is { } declared ? new EndpointMatch(EndpointMatchKind.System, declared, client.Type)
            : names.IsEmpty || (!client.IsByTypeArgument && !Manifest.Systems.IsEmpty) ? null
            : new EndpointMatch(EndpointMatchKind.System, null, client.Type) { UndeclaredName = names[names.Length - 1] };
    }

    private void AddSystem(SystemEntry system)
    {
        var name = SystemName.Normalize(system.Name);
        if (!_systems.ContainsKey(name))
        {
            _systems.Add(name, system);
        }

        foreach (var entry in system.Owns)
        {
            _owns.Add(entry.Pattern, system);
        }

        foreach (var entry in system.Endpoints)
        {
            _endpoints.Add(entry.Pattern, new EndpointMatch(EndpointMatchKind.System, system, entry.Text));
        }

        foreach (var entry in system.Sdks)
        {
            _sdks.Add(entry.Pattern, new EndpointMatch(EndpointMatchKind.System, system, entry.Text));
        }
    }
}
