using System.Collections.Immutable;

using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.Analyzers.Systems;

/// <summary>What p2p.json says, as far as it is readable. Plain data with positions; immutable.</summary>
internal sealed record SystemsManifest
{
    /// <summary>A manifest that says nothing.</summary>
    public static SystemsManifest Empty { get; } = new();

    /// <summary>Path of the file as the compiler was given it.</summary>
    public string Path { get; init; } = "";

    /// <summary>The folder of the file, which the paths in it are relative to.</summary>
    public string Directory => FilePath.Directory(Path);

    /// <summary>The systems in the order of the file; two names that mean the same system are one entry.</summary>
    public ImmutableArray<SystemEntry> Systems { get; init; } = [];

    /// <summary>What goes through the gateway.</summary>
    public GatewayEntry Gateway { get; init; } = new();

    /// <summary>The accepted connections in the order of the file.</summary>
    public ImmutableArray<Approval> Approvals { get; init; } = [];

    /// <summary>Types of typed clients and the systems they call.</summary>
    public ImmutableArray<ClientEntry> Clients { get; init; } = [];

    /// <summary>Methods that <c>clients</c> names, and the systems they call.</summary>
    public ImmutableArray<ClientMember> ClientMembers { get; init; } = [];

    /// <summary>Everything wrong with the file, in the order of the text.</summary>
    public ImmutableArray<ManifestProblem> Problems { get; init; } = [];
}

/// <summary>A member of <c>systems</c>.</summary>
internal sealed record SystemEntry
{
    public required string Name { get; init; }

    public TextSpan NameSpan { get; init; }

    /// <summary>Who answers for the system; null if the file doesn't say.</summary>
    public string? Owner { get; init; }

    /// <summary>The key under which the gateway knows the system: <c>key</c> of the file, else <see cref="GatewayKey.Of"/> the name.</summary>
    public required string Key { get; init; }

    /// <summary>Where the key stands: the value of <c>key</c>, else the name.</summary>
    public TextSpan KeySpan { get; init; }

    public ImmutableArray<ManifestEntry<OwnsPattern>> Owns { get; init; } = [];

    public ImmutableArray<ManifestEntry<EndpointPattern>> Endpoints { get; init; } = [];

    public ImmutableArray<ManifestEntry<SdkPattern>> Sdks { get; init; } = [];
}

/// <summary>A well-formed entry of a list.</summary>
/// <param name="Text">As it stands in the file.</param>
/// <param name="Span">Where it stands, with its quotes.</param>
/// <param name="Pattern">What it means.</param>
internal sealed record ManifestEntry<TPattern>(string Text, TextSpan Span, TPattern Pattern);

/// <summary>The member <c>gateway</c>.</summary>
internal sealed record GatewayEntry
{
    public ImmutableArray<ManifestEntry<EndpointPattern>> Endpoints { get; init; } = [];

    public ImmutableArray<ManifestEntry<PathPattern>> Adapters { get; init; } = [];
}

/// <summary>A member of <c>clients</c>.</summary>
/// <param name="Type">Full name of the client's type; see <see cref="ClientTypeName"/>.</param>
/// <param name="TypeSpan">Where it stands.</param>
/// <param name="System">The system that it calls; <c>{0}</c> stands for the one that the first type argument names.</param>
/// <param name="SystemSpan">Where that stands.</param>
internal sealed record ClientEntry(string Type, TextSpan TypeSpan, string System, TextSpan SystemSpan)
{
    /// <summary>True if type arguments say which system it is.</summary>
    public bool IsByTypeArgument => System.Contains("{");
}

/// <summary>A member of <c>clients</c> that names a method.</summary>
/// <param name="Method">The method, with the parameter that is its address.</param>
/// <param name="Text">As it stands in the file.</param>
/// <param name="MethodSpan">Where it stands.</param>
/// <param name="System">The system that it calls.</param>
/// <param name="SystemSpan">Where that stands.</param>
internal sealed record ClientMember(SdkPattern Method, string Text, TextSpan MethodSpan, string System, TextSpan SystemSpan);

/// <summary>A connection accepted with owner, reason and expiry date.</summary>
internal sealed record Approval
{
    public required string From { get; init; }

    /// <summary>Where <see cref="From"/> stands.</summary>
    public TextSpan FromSpan { get; init; }

    public required string To { get; init; }

    /// <summary>Where <see cref="To"/> stands.</summary>
    public TextSpan ToSpan { get; init; }

    /// <summary>The whole element of <c>approvals</c>.</summary>
    public TextSpan Span { get; init; }

    /// <summary>Who accepted the connection; null if the file doesn't say.</summary>
    public string? Owner { get; init; }

    /// <summary>Why; null if the file doesn't say.</summary>
    public string? Reason { get; init; }

    /// <summary>The last day on which it counts; null if the file has no readable date.</summary>
    public DateTime? Until { get; init; }

    /// <summary>False where owner, reason or date is missing or unreadable: such an approval accepts nothing.</summary>
    public bool IsComplete => Owner is not null && Reason is not null && Until is not null;

    /// <summary>Whether it no longer counts.</summary>
    /// <param name="today">The day to judge by; null where nobody says, and then nothing is expired.</param>
    public bool IsExpired(DateTime? today) => Until < today?.Date;
}

/// <summary>Which rule speaks about a <see cref="ManifestProblem"/>.</summary>
internal enum ManifestProblemKind
{
    /// <summary>P2P9001.</summary>
    Unreadable,

    /// <summary>P2P9002.</summary>
    Contradictory,
}

/// <summary>Something wrong with the manifest.</summary>
/// <param name="Kind">Whether it can't be read, or contradicts something.</param>
/// <param name="Span">Where.</param>
/// <param name="Message">What, why and what next, without a full stop at the end.</param>
internal readonly record struct ManifestProblem(ManifestProblemKind Kind, TextSpan Span, string Message);
