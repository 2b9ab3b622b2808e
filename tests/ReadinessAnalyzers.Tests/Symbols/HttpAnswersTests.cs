using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Tests.Symbols;

/// <summary>What the sender of a request takes an answer for.</summary>
public sealed class HttpAnswersTests
{
    [Theory]
    [InlineData("Ok()")]
    [InlineData("Ok(1)")]
    [InlineData("NoContent()")]
    [InlineData("Accepted()")]
    [InlineData("AcceptedAtAction(\"x\")")]
    [InlineData("AcceptedAtRoute(\"x\")")]
    [InlineData("Created(\"x\", 1)")]
    [InlineData("CreatedAtAction(\"x\", 1)")]
    [InlineData("CreatedAtRoute(\"x\", 1)")]
    [InlineData("StatusCode(202)")]
    [InlineData("Content(\"x\")")]
    [InlineData("Json(1)")]
    [InlineData("View()")]
    [InlineData("new OkResult()")]
    [InlineData("new OkObjectResult(1)")]
    [InlineData("new NoContentResult()")]
    [InlineData("new AcceptedResult()")]
    [InlineData("new CreatedResult(\"x\", 1)")]
    [InlineData("new StatusCodeResult(204)")]
    [InlineData("new EmptyResult()")]
    [InlineData("Results.Ok()")]
    [InlineData("Results.Accepted()")]
    [InlineData("Results.Text(\"x\")")]
    [InlineData("Results.Json(1)")]
    [InlineData("TypedResults.Created(\"x\")")]
    public void Accepted(string answer) => Assert.True(Judge(answer));

    [Theory]
    [InlineData("BadRequest()")]
    [InlineData("BadRequest(1)")]
    [InlineData("Unauthorized()")]
    [InlineData("Unauthorized(1)")]
    [InlineData("Forbid()")]
    [InlineData("Challenge()")]
    [InlineData("NotFound()")]
    [InlineData("NotFound(1)")]
    [InlineData("Conflict()")]
    [InlineData("Conflict(1)")]
    [InlineData("UnprocessableEntity()")]
    [InlineData("UnprocessableEntity(1)")]
    [InlineData("Problem()")]
    [InlineData("ValidationProblem()")]
    [InlineData("StatusCode(500)")]
    [InlineData("StatusCode(400, 1)")]
    [InlineData("new BadRequestResult()")]
    [InlineData("new BadRequestObjectResult(1)")]
    [InlineData("new UnauthorizedResult()")]
    [InlineData("new UnauthorizedObjectResult(1)")]
    [InlineData("new ForbidResult()")]
    [InlineData("new ChallengeResult()")]
    [InlineData("new NotFoundObjectResult(1)")]
    [InlineData("new ConflictResult()")]
    [InlineData("new ConflictObjectResult(1)")]
    [InlineData("new UnprocessableEntityResult()")]
    [InlineData("new UnprocessableEntityObjectResult(1)")]
    [InlineData("new StatusCodeResult(503)")]
    [InlineData("Results.BadRequest()")]
    [InlineData("Results.Problem()")]
    [InlineData("Results.StatusCode(401)")]
    [InlineData("TypedResults.NotFound()")]
    public void Refused(string answer) => Assert.False(Judge(answer));

    [Theory]
    [InlineData("StatusCode(_status)")]
    [InlineData("Results.Json(1, statusCode: 400)")]
    [InlineData("Results.StatusCode(_status)")]
    [InlineData("Redirect(\"x\")")]
    [InlineData("Own()")]
    [InlineData("1")]
    public void Open(string answer) => Assert.Null(Judge(answer));

    [Theory]
    [InlineData("new OkNegotiatedContentResult()", true)]
    [InlineData("new InternalServerErrorResult()", false)]
    public void AnswersOfWebApi(string answer, bool isSuccess)
    {
        var webApi = SourceCompilation
            .Of(TestReferences.Framework, "namespace System.Web.Http.Results { public class OkNegotiatedContentResult { } public class InternalServerErrorResult { } }")
            .WithAssemblyName("System.Web.Http").ToMetadataReference();
        Assert.Equal(isSuccess, Judge(answer, webApi));
    }

    private static bool? Judge(string answer, params MetadataReference[] more)
    {
        var compilation = SourceCompilation.Of([.. TestReferences.All, .. more], $$"""
            using Microsoft.AspNetCore.Mvc;
            {{(more.Length > 0 ? "using System.Web.Http.Results;" : "")}}
            class Hooks : Controller
            {
                private int _status;
                object Own() => 1;
                object Answer() => {{answer}};
            }
            """);
        var tree = compilation.SyntaxTrees.First();
        var expression = tree.GetRoot().DescendantNodes().OfType<ArrowExpressionClauseSyntax>().Last().Expression;
        return HttpAnswers.IsSuccess(compilation.GetSemanticModel(tree).GetOperation(expression)!);
    }
}
