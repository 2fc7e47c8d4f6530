using System.Collections.Concurrent;

namespace Contoso.Erp;

public sealed record NewOrder(string Article, int Quantity);

public sealed record Order(int Id, int CustomerId, string Article, int Quantity, decimal Total);

public sealed class Orders
{
    private const decimal Price = 19.5m;

    private readonly ConcurrentDictionary<int, Order> _orders = new([new(1, new Order(1, 1, "bicycle bell", 10, 10 * Price))]);

    public Order[] OfCustomer(int customerId) => [.. _orders.Values.Where(order => order.CustomerId == customerId).OrderByDescending(order => order.Id)];

    public Order Place(int customerId, NewOrder order)
    {
        while (true)
        {
            var id = _orders.Count + 1;
            var placed = new Order(id, customerId, order.Article, order.Quantity, order.Quantity * Price);
            if (_orders.TryAdd(id, placed))
            {
                return placed;
            }
        }
    }
}
