namespace PointToPoint.CodeFixes.Tests.Behaviour;

/// <summary>Values that change more of an address than their place, if the address isn't put together as it was.</summary>
internal static class Holes
{
    /// <summary>Stands for the host and port of a server that isn't the system.</summary>
    public const string OtherHost = "evil.example";

    /// <summary>As relative addresses these are the address of another host. (One of an unknown scheme, as "a:b", HttpClient itself refuses before and after.)</summary>
    public static IReadOnlyList<string> Foreign { get; } =
        ["//evil.example", "\t//evil.example", "http://evil.example/x", " http://evil.example/x", "\\\\evil\\x"];

    public static IReadOnlyList<string> All { get; } =
    [
        "", "42", "a/b", "a%2Fb", "../x", "//evil.example", "?q", "#f", "ü ", "a:b", " ", "%", "a b", "..", ".", "\\x", "@evil.example", "/", "/x", "//", "%2e%2e/x", "..%2fx",
        "\\\\evil.example\\x", "\\\\evil\\x", "\t//evil.example", "http://evil.example/x", " http://evil.example/x", "a\r\nX-Evil: 1", "x?a=1&b=%26#f", ":1", "a&b=c",
    ];
}
