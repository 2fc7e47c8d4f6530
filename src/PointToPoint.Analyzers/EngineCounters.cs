namespace PointToPoint.Analyzers;

/// <summary>What the engine did, counted exactly, so that tests can hold its cost without a clock.</summary>
internal sealed class EngineCounters
{
    private int _treesRead;
    private int _treesReadForNames;
    private int _treesReadForSites;
    private int _registrationsBound;
    private int _bodiesBound;
    private int _recordsMade;

    /// <summary>Syntax trees searched for registrations.</summary>
    public int TreesRead => _treesRead;

    /// <summary>Syntax trees searched for what they declare.</summary>
    public int TreesReadForNames => _treesReadForNames;

    /// <summary>Syntax trees searched for what they call and create.</summary>
    public int TreesReadForSites => _treesReadForSites;

    /// <summary>Registrations whose operation was asked for.</summary>
    public int RegistrationsBound => _registrationsBound;

    /// <summary>Bodies, initialisers and assignments bound besides those the driver bound anyway.</summary>
    public int BodiesBound => _bodiesBound;

    /// <summary>Records made, quiet ones included.</summary>
    public int RecordsMade => _recordsMade;

    public void TreeRead() => Interlocked.Increment(ref _treesRead);

    public void NamesRead() => Interlocked.Increment(ref _treesReadForNames);

    public void SitesRead() => Interlocked.Increment(ref _treesReadForSites);

    public void RegistrationBound() => Interlocked.Increment(ref _registrationsBound);

    public void BodyBound() => Interlocked.Increment(ref _bodiesBound);

    public void RecordMade() => Interlocked.Increment(ref _recordsMade);
}
