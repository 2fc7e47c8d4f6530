namespace PointToPoint.Testing;

/// <summary>xunit.v3 knows failed assertions by this interface's name, and prints their message without the type of the exception.</summary>
internal interface IAssertionException;
