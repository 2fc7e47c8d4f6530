using System.Collections.Immutable;

namespace PointToPoint.Benchmarks.Workload;

/// <summary>
/// What all modules use. Its methods are named like those of <c>HttpClient</c>, as such methods often are: nothing but binding tells that they call nobody.
/// </summary>
internal static class SharedFiles
{
    public static readonly ImmutableArray<GeneratedFile> All =
    [
        new("/src/Contoso/Shared/Usings.cs", """
            global using System;
            global using System.Collections.Generic;
            global using System.Globalization;
            global using System.Linq;
            global using System.Net.Http;
            global using System.Net.Http.Json;
            global using System.Text;
            global using System.Threading;
            global using System.Threading.Tasks;
            global using Microsoft.Extensions.Configuration;
            global using Microsoft.Extensions.DependencyInjection;
            global using Microsoft.Extensions.Options;
            global using Contoso.Shared;
            class Usings { void Typed(Log log) { /* here */ } }
            """),
        new("/src/Contoso/Shared/Infrastructure.cs", """
            namespace Contoso.Shared;

            public sealed class Log
            {
                public void Write(string text, object? value = null) { /* here */ Console.WriteLine(text, value); }

                private readonly Log log = new();

                public void Again() => log.Write("again");
            }

            public sealed class Item
            {
                public int Id { get; set; }

                public string Name { get; set; } = "";

                public decimal Total { get; set; }

                public int Attempts { get; set; }
            }

            public interface IRepository<T>
            {
                Task<T?> GetAsync(int id, CancellationToken cancellation);

                Task PutAsync(T item, CancellationToken cancellation);
            }

            public sealed class Repository<T>(IStore store) : IRepository<T>
            {
                public Task<T?> GetAsync(int id, CancellationToken cancellation) => store.GetAsync<T>(typeof(T).Name + id, cancellation);

                public Task PutAsync(T item, CancellationToken cancellation) => store.PutAsync(typeof(T).Name, item, cancellation);
            }

            public interface IStore
            {
                Task<T?> GetAsync<T>(string key, CancellationToken cancellation);

                Task PutAsync<T>(string key, T item, CancellationToken cancellation);
            }

            public sealed class MemoryStore : IStore
            {
                private readonly Dictionary<string, object?> _items = [];

                public Task<T?> GetAsync<T>(string key, CancellationToken cancellation) => Task.FromResult(_items.TryGetValue(key, out var item) ? (T?)item : default);

                public Task PutAsync<T>(string key, T item, CancellationToken cancellation)
                {
                    _items[key] = item;
                    return Task.CompletedTask;
                }
            }

            public interface IDispatcher
            {
                Task SendAsync(object message, CancellationToken cancellation);
            }

            public sealed class Dispatcher : IDispatcher
            {
                private readonly Dictionary<Type, Func<object, CancellationToken, Task>> _handlers = [];

                public void Handle<T>(Func<T, CancellationToken, Task> handler) => _handlers[typeof(T)] = (message, cancellation) => handler((T)message, cancellation);

                public Task SendAsync(object message, CancellationToken cancellation) => _handlers[message.GetType()](message, cancellation);
            }
            """),
    ];
}
