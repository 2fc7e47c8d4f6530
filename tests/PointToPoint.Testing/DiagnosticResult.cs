using Microsoft.CodeAnalysis;

namespace PointToPoint.Testing;

/// <summary>
/// One expected diagnostic, where markup isn't enough: its message, severity, properties or additional locations. Its locations are those that
/// the source numbers: <c>{|#0:..|}</c>.
/// </summary>
/// <param name="Id">The rule's ID.</param>
public sealed record DiagnosticResult(string Id)
{
    /// <summary>The number of the location; null for a diagnostic without one.</summary>
    public int? Location { get; private init; }

    /// <summary>The numbers of the additional locations, in order; null if they don't matter.</summary>
    public ImmutableArray<int>? AdditionalLocations { get; private init; }

    /// <summary>The whole message; null if it doesn't matter.</summary>
    public string? Message { get; private init; }

    /// <summary>The severity after all configuration; null if it doesn't matter.</summary>
    public DiagnosticSeverity? Severity { get; private init; }

    /// <summary>What <c>Diagnostic.Properties</c> must hold; a null value means that the key is absent. Others don't matter.</summary>
    public ImmutableSortedDictionary<string, string?> Properties { get; private init; }
        = ImmutableSortedDictionary.Create<string, string?>(StringComparer.Ordinal);

    /// <summary>At <c>{|#number:..|}</c>. As in Microsoft's library the second and later calls name additional locations.</summary>
    public DiagnosticResult WithLocation(int number)
        => Location is null ? this with { Location = number } : WithAdditionalLocation(number);

    /// <summary>With a further location at <c>{|#number:..|}</c>.</summary>
    public DiagnosticResult WithAdditionalLocation(int number)
        => this with { AdditionalLocations = (AdditionalLocations ?? []).Add(number) };

    /// <summary>Without any additional location.</summary>
    public DiagnosticResult WithNoAdditionalLocations() => this with { AdditionalLocations = [] };

    /// <summary>With exactly this message.</summary>
    public DiagnosticResult WithMessage(string message) => this with { Message = message };

    /// <summary>With this severity.</summary>
    public DiagnosticResult WithSeverity(DiagnosticSeverity severity) => this with { Severity = severity };

    /// <summary>With this property; null means that it must be absent.</summary>
    public DiagnosticResult WithProperty(string key, string? value) => this with { Properties = Properties.SetItem(key, value) };
}
