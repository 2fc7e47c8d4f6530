namespace PointToPoint.Analyzers.Systems;

/// <summary>URI schemes, their default ports, and which of them mean the same server.</summary>
internal static class WebScheme
{
    /// <summary>HTTP and what starts as HTTP; unknown counts as such.</summary>
    public static bool IsWeb(string? scheme) => scheme is null or "http" or "https" or "ws" or "wss" or "https+http" or "http+https";

    /// <summary>The protocol's own name of a scheme: a bus says <c>rabbitmq</c> where the broker's own client says <c>amqp</c>.</summary>
    public static string? Canonical(string? scheme) => scheme switch
    {
        "rabbitmq" => "amqp",
        "rabbitmqs" => "amqps",
        _ => scheme,
    };

    /// <summary>The port that the scheme means when none is written; null if there is no single one.</summary>
    public static int? DefaultPort(string? scheme) => Canonical(scheme) switch
    {
        "http" or "ws" => 80,
        "https" or "wss" => 443,
        "ftp" => 21,
        "ftps" => 990,
        "sftp" or "ssh" => 22,
        "smtp" => 25,
        "smtps" => 465,
        "amqp" => 5672,
        "amqps" => 5671,
        _ => null,
    };
}
