using Microsoft.AspNetCore.Http;

namespace PointToPoint.CodeFixes.Tests.Behaviour;

/// <summary>What a system answers.</summary>
internal static class Answers
{
    public static Task Json(HttpContext context)
    {
        context.Response.Headers["X-Answer"] = context.Request.Method;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync("[1, 2, 3]", context.RequestAborted);
    }

    public static Task InternalError(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return context.Response.WriteAsync("broken", context.RequestAborted);
    }

    /// <summary>Redirects once, with a relative address.</summary>
    public static Task Redirect(HttpContext context)
    {
        if (context.Request.Path == "/moved")
        {
            return Json(context);
        }

        context.Response.Redirect("/moved");
        return Task.CompletedTask;
    }
}
