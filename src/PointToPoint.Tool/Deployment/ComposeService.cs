using System.Collections.Immutable;

namespace PointToPoint.Tool.Deployment;

/// <summary>What a Compose service is built from, as full paths; neither needs to exist.</summary>
internal sealed record ComposeBuild(string Context, string Dockerfile)
{
    /// <summary>The stage of the Dockerfile that is built; null for the last one.</summary>
    public string? Target { get; init; }
}

/// <summary>A service as one Compose file and its override say it, <c>extends</c> included.</summary>
internal sealed record ComposeService
{
    public required string Name { get; init; }

    /// <summary>Full path of the folder of its file: services of one name in one folder are one service, told by several files.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether its file is for tests, by its path.</summary>
    public required bool IsTest { get; init; }

    public required ImmutableArray<DeployedSetting> Settings { get; init; }

    /// <summary>Null for a service that is only run, and for a part of one that says nothing about it.</summary>
    public ComposeBuild? Build { get; init; }

    /// <summary>Empty if none is known.</summary>
    public string Image { get; init; } = "";

    /// <summary>Further names that other services reach it by.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Where the machine that runs it reaches it.</summary>
    public ImmutableArray<DeployedValue> Addresses { get; init; } = [];
}
