namespace PointToPoint.CodeFixes.Rewriting.Addresses;

/// <summary>What an address is put behind once its origin is cut off.</summary>
internal enum AddressUse
{
    /// <summary>A client's base address, by <c>HttpClient</c> itself: <c>client.GetAsync("/api/x")</c>.</summary>
    Request,

    /// <summary>The gateway's own address, by <c>CreateClient("erp", "api/")</c>, which takes one slash off the front and nothing else.</summary>
    BasePath,

    /// <summary>The gateway's own address, by <c>new Uri(client.BaseAddress!, "api/")</c>.</summary>
    RelativeToBase,
}
