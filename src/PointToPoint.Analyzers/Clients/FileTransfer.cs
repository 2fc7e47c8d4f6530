using PointToPoint.Analyzers.Endpoints;

namespace PointToPoint.Analyzers.Clients;

/// <summary><c>WebRequest</c> and <c>WebClient</c> speak FTP, too: the address decides.</summary>
internal static class FileTransfer
{
    public const string Protocol = "ftp";

    /// <summary>True if all that is called are servers of files.</summary>
    public static bool Is(Resolution resolution) => !resolution.Candidates.IsEmpty && resolution.Candidates.All(candidate => IsAddress(candidate.Display));

    /// <summary>The command that an HTTP verb becomes; what is a command already stays.</summary>
    public static string Command(string verb) => verb switch
    {
        "GET" => "RETR",
        "POST" or "PUT" => "STOR",
        _ => verb,
    };

    /// <summary>True for files of the machine itself: <c>file:///var/data</c>.</summary>
    public static bool IsLocal(TextValue text) => !text.Alternatives.IsEmpty && text.Alternatives.All(alternative => alternative.Parts is [LiteralPart { Text: var start }, ..] && start.StartsWith("file:", StringComparison.OrdinalIgnoreCase));

    private static bool IsAddress(string display) => display.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase) || display.StartsWith("ftps://", StringComparison.OrdinalIgnoreCase);
}
