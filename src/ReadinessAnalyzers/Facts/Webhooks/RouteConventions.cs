using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>
/// What is called on a route and on the groups around it: <c>.RequireAuthorization()</c>, <c>.AllowAnonymous()</c>; in the same chain, on a
/// variable, or in the method that hands the group over or takes the route back.
/// </summary>
/// <param name="Calls">The calls in no certain order; for authorization none matters.</param>
/// <param name="AreAll">False if there may be others out of sight.</param>
internal sealed record RouteConventions(ImmutableArray<IInvocationOperation> Calls, bool AreAll)
{
    public static RouteConventions Of(IInvocationOperation mapping, CompilationReading reading, CancellationToken cancellation)
    {
        var search = new Search(reading, cancellation);
        var areAll = search.FollowResult(mapping) & search.FollowBuilder(mapping.Receiver());
        return new RouteConventions([.. search.Calls.Distinct()], areAll);
    }

    /// <summary>The conventions of that name, of the platform's own.</summary>
    public IEnumerable<IInvocationOperation> Named(string name) => Calls.Where(call => call.TargetMethod.Name == name);

    /// <summary>Each step adds the calls it finds and returns false if others may be out of sight.</summary>
    private sealed class Search(CompilationReading reading, CancellationToken cancellation)
    {
        private const int MostSteps = 100; // variables and methods may refer to each other

        private int _steps;

        public List<IInvocationOperation> Calls { get; } = [];

        /// <summary>What is called on the route that <paramref name="made"/> returns.</summary>
        public bool FollowResult(IOperation made)
        {
            var value = made;
            while (value.Parent is IConversionOperation or IParenthesizedOperation)
                value = value.Parent;
            if (ReceivingCall(value) is { } call)
                return Add(call) & FollowResult(call);
            return value.Parent switch
            {
                IExpressionStatementOperation => true,
                IVariableInitializerOperation { Parent: IVariableDeclaratorOperation variable } => FollowUses(variable.Symbol),
                IReturnOperation => FollowCallers(value.Syntax),
                _ => false,
            };
        }

        /// <summary>What is called on the group that <paramref name="builder"/> is, and on the groups around that.</summary>
        public bool FollowBuilder(IOperation? builder)
        {
            cancellation.ThrowIfCancellationRequested();
            builder = builder.WithoutConversions();
            if (++_steps > MostSteps || builder?.Type is not { } type)
                return false;
            // The app itself has no conventions.
            if (type is { TypeKind: TypeKind.Class } && !IsConventionBuilder(type))
                return true;
            return builder switch
            {
                IInvocationOperation call => Add(call) & FollowBuilder(call.Receiver()),
                ILocalReferenceOperation { Local: var local } => FollowUses(local) & FollowBuilder(InitialValueOf(local)),
                IParameterReferenceOperation { Parameter: var parameter } => FollowUses(parameter) & FollowArgument(parameter),
                _ => false,
            };
        }

        // A parameter that is handed over at one place is what is handed over there.
        private bool FollowArgument(IParameterSymbol parameter)
        {
            if (parameter.ContainingSymbol is not IMethodSymbol method)
                return false;
            if (method.MethodKind == MethodKind.AnonymousFunction)
                return IsArgumentOfUseEndpoints(method);
            var calls = reading.Calls.Of(method, cancellation);
            if (!calls.AreAll || calls.Calls.Length != 1)
                return false;
            var argument = calls.Calls[0].Arguments.FirstOrDefault(candidate => candidate.Parameter?.Ordinal == parameter.Ordinal);
            return FollowBuilder(argument?.Value);
        }

        // What is called on a variable that holds a group or a route. What is mapped on a group is another route's.
        private bool FollowUses(ISymbol variable)
        {
            if (++_steps > MostSteps)
                return false;
            var areAll = true;
            foreach (var use in reading.Uses.Of(variable, cancellation))
            {
                var value = reading.Models.OperationOf(use, cancellation);
                while (value?.Parent is IConversionOperation or IParenthesizedOperation)
                    value = value.Parent;
                if (value is null)
                    areAll = false;
                else if (ReceivingCall(value) is { } call)
                    areAll &= IsMapping(call) || (Add(call) & FollowResult(call));
                else
                    areAll &= value.Parent is IArgumentOperation { Parent: IInvocationOperation taker } && IsMapping(taker);
            }
            return areAll;
        }

        // return app.MapPost(…); and its caller goes on: routes.MapStripe().AllowAnonymous()
        private bool FollowCallers(SyntaxNode returned)
        {
            if (Functions.Around(returned) is not (MethodDeclarationSyntax or LocalFunctionStatementSyntax)
                || reading.Models[returned.SyntaxTree].GetDeclaredSymbol(Functions.Around(returned)!, cancellation) is not IMethodSymbol method
                || ++_steps > MostSteps)
            {
                return false;
            }
            var calls = reading.Uses.Of(method, cancellation)
                .Select(use => SymbolUses.WholeExpression(use).Parent as InvocationExpressionSyntax)
                .Select(call => call is null ? null : reading.Models.OperationOf(call, cancellation))
                .ToList();
            var areAll = calls.Count == 1;
            foreach (var call in calls)
                areAll &= call is not null && FollowResult(call);
            return areAll;
        }

        private bool Add(IInvocationOperation call)
        {
            Calls.Add(call);
            // A convention of the app's own or of another library may be any.
            return PlatformAssemblies.Contain(call.TargetMethod);
        }

        private static IInvocationOperation? ReceivingCall(IOperation value) => value.Parent switch
        {
            IInvocationOperation call when call.Instance == value => call,
            IArgumentOperation { Parent: IInvocationOperation call } when call.Receiver() == value => call,
            _ => null,
        };

        private bool IsMapping(IInvocationOperation call) =>
            call.TargetMethod.Name.StartsWith("Map", StringComparison.Ordinal)
            && (call.TargetMethod.ReducedFrom ?? call.TargetMethod).Parameters.Any(parameter => parameter.Type.IsOrInherits(reading.AspNet.EndpointRouteBuilder));

        private bool IsConventionBuilder(ITypeSymbol type) => type.IsOrInherits(reading.Access.ConventionBuilder);

        private IOperation? InitialValueOf(ILocalSymbol local) => reading.DeclarationsOf(local, cancellation)
            .OfType<VariableDeclaratorSyntax>()
            .Select(declaration => declaration.Initializer is { } initial ? reading.Models.OperationOf(initial.Value, cancellation) : null)
            .FirstOrDefault();

        // app.UseEndpoints(endpoints => …) hands over the app.
        private bool IsArgumentOfUseEndpoints(IMethodSymbol lambda) => reading.DeclarationsOf(lambda, cancellation).Any(declaration =>
            declaration.Parent?.Parent?.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "UseEndpoints" } });
    }
}
