namespace Contoso.Crm;

public sealed record Customer(int Id, string Name, string Segment);

public static class Customers
{
    private static readonly Customer[] All =
    [
        new(1, "Adventure Works", "retail"),
        new(2, "Fabrikam", "industry"),
    ];

    public static Customer? Find(int id) => All.FirstOrDefault(customer => customer.Id == id);
}
