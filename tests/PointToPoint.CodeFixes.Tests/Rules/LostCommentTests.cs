namespace PointToPoint.CodeFixes.Tests.Rules;

/// <summary>Where the rewrite has no place for a comment, there is no rewrite.</summary>
public sealed class LostCommentTests
{
    [Theory]
    [InlineData("private readonly HttpClient http = new HttpClient(/* no proxy */);")]
    [InlineData("private readonly HttpClient http = new(/* no proxy */);")]
    public Task CommentInAReplacedCreation_NoFix(string field) => GatewayTest.Test.OffersNoFix($$"""
        public class Orders
        {
            {{field}}

            public Task<string> Load() => http.[|GetStringAsync|]("https://erp.contoso.com/orders");
        }
        """);
}
