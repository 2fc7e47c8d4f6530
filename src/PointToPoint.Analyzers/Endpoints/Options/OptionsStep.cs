using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Options;

/// <summary>One thing that gives the objects of an options class values: <c>Configure&lt;T&gt;(…)</c>, <c>Bind(…)</c>, a class that configures them.</summary>
internal sealed record OptionsStep
{
    /// <summary>The options class.</summary>
    public required ITypeSymbol Type { get; init; }

    /// <summary>Stands where it is done.</summary>
    public required IOperation At { get; init; }

    /// <summary>How it is done; what isn't part of the options framework has no order among its steps.</summary>
    public OptionsWay Way { get; init; }

    /// <summary>The argument that names the options it is for; null if they are the ones without a name.</summary>
    public IOperation? Name { get; init; }

    /// <summary>The builder that knows their name; null if there is none.</summary>
    public IOperation? Builder { get; init; }

    /// <summary>True if it is done to the options of every name.</summary>
    public bool IsForAll { get; init; }

    /// <summary>The configuration they are bound to; null if none.</summary>
    public IOperation? Section { get; init; }

    /// <summary>The section's path as an argument (<c>BindConfiguration("Erp")</c>); null if none.</summary>
    public IOperation? SectionName { get; init; }

    /// <summary>The delegate that fills them; null if none does.</summary>
    public IOperation? Function { get; init; }

    /// <summary>The method of a class that configures them; null if none does.</summary>
    public IMethodSymbol? Method { get; init; }

    /// <summary>The object that is bound by hand; null if none is.</summary>
    public IOperation? Instance { get; init; }

    /// <summary>What the parameters around it stand for.</summary>
    public Frame Frame { get; init; } = Frame.Root;

    /// <summary>Which of the callers of the method around it that is, counted from 0.</summary>
    public int Caller { get; init; }
}

/// <summary>The ways to give options values.</summary>
internal enum OptionsWay
{
    /// <summary><c>Configure</c>: one after the other.</summary>
    Configured,

    /// <summary><c>PostConfigure</c>: after all of those.</summary>
    PostConfigured,

    /// <summary>Read from configuration by hand: <c>section.Get&lt;T&gt;()</c>, <c>section.Bind(options)</c>.</summary>
    ByHand,
}
