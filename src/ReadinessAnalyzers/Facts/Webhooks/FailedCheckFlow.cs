using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>What is known at a point in a function, with and without a failed signature check behind it.</summary>
/// <param name="Sound">What is known where no check failed on the way.</param>
/// <param name="Failed">What is known where one failed and the request was neither refused nor verified since; null if that cannot be here.</param>
/// <param name="Checks">The checks that may have failed, by number.</param>
/// <param name="Told">Whether on some path here something was logged or measured.</param>
internal readonly record struct FailedCheckState(KnownValues Sound, KnownValues? Failed, ulong Checks, bool Told = false);

/// <summary>
/// Follows a failed signature check to where the function returns. Sound and failed paths are kept apart, so that <c>if (!verified) return …</c>
/// means what it says.
/// </summary>
/// <remarks>
/// Where a failed path tests something of which nothing is known, it is followed no further: the app may well refuse there.
/// </remarks>
/// <param name="graph">The function.</param>
/// <param name="calls">What its calls do when a signature does not hold.</param>
/// <param name="checks">Those of its calls that are told apart, with their numbers.</param>
/// <param name="holders">What holds values in it.</param>
/// <param name="tells">Whether a call may log or measure; null if nobody asks.</param>
internal sealed class FailedCheckFlow(
    ControlFlowGraph graph, FailingCalls calls, IReadOnlyDictionary<IOperation, int> checks, Holders holders, Func<IInvocationOperation, bool>? tells = null)
    : FlowProblem<FailedCheckState>
{
    public override FailedCheckState Entry => new(KnownValues.None, Failed: null, Checks: 0);

    public override FailedCheckState Join(FailedCheckState left, FailedCheckState right) => new(
        left.Sound.Join(right.Sound),
        left.Failed is { } mine && right.Failed is { } theirs ? mine.Join(theirs) : left.Failed ?? right.Failed,
        left.Checks | right.Checks,
        left.Told | right.Told);

    public override FailedCheckState After(IOperation operation, FailedCheckState before)
    {
        var after = AfterCheck(operation, before);
        return after.Told || tells is null || operation is not IInvocationOperation call || !tells(call) ? after : after with { Told = true };
    }

    private FailedCheckState AfterCheck(IOperation operation, FailedCheckState before) => operation switch
    {
        // If an earlier check failed and this one holds, the request is verified after all.
        IInvocationOperation call when calls.FailureOf(call) is { } failure =>
            failure.Returns is { } value ? Fail(call, before.Sound.With(call, value), before with { Failed = null }) : before with { Failed = null },
        IInvocationOperation call when before.Failed is not null && calls.MayRefuse(call) => before with { Failed = null },
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } when calls.SetsStatus(target) => before with { Failed = null },
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } answer } target } status when HttpAnswers.IsStatus(target.Property) =>
            Set(holders.Written(answer), calls.AnswerWith(status.Value), before),
        ISimpleAssignmentOperation assignment => Assign(holders.Written(assignment.Target), assignment.Value, before),
        IFlowCaptureOperation capture => Assign(capture.Id, capture.Value, before),
        IAssignmentOperation other => Forget(other.Target, before),
        IIncrementOrDecrementOperation step => Forget(step.Target, before),
        IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument => Forget(argument.Value, before),
        _ => before,
    };

    public override FailedCheckState? Thrown(ExceptionPath exception, FailedCheckState before)
    {
        // What else may fail on a path is no sign that the app answers a failed check so.
        var others = before with { Failed = null };
        if (exception.Operation is null)
            return before.Failed is not null && calls.TypeThrownAt(exception.Block) is { } thrown && IsOpenTo(exception, thrown) ? before : others;
        return exception.Operation is IInvocationOperation call && calls.FailureOf(call) is { Throws: { } type } && IsOpenTo(exception, type)
            ? Fail(call, before.Sound, before)
            : others;
    }

    public override FailedCheckState Assume(IOperation condition, bool outcome, FailedCheckState before) =>
        before.Failed is { } failed && ValueOf(condition, failed) != (outcome ? KnownValue.True : KnownValue.False)
            ? before with { Failed = null }
            : before;

    /// <summary>What is known of <paramref name="value"/> on a path; null if nothing is.</summary>
    public KnownValue? ValueOf(IOperation value, KnownValues known)
    {
        if (value.ConstantValue is { HasValue: true, Value: var constant })
        {
            return constant switch
            {
                null => KnownValue.Null,
                bool flag => Truth(flag),
                _ => KnownValue.NotNull,
            };
        }
        return value switch
        {
            ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureReferenceOperation when Holders.Read(value) is { } holder => known.Of(holder),
            IConversionOperation { OperatorMethod: null } conversion => ValueOf(conversion.Operand, known),
            // To ActionResult<T>, Results<Ok, BadRequest>: an answer stays what it is.
            IConversionOperation conversion => ValueOf(conversion.Operand, known) is (KnownValue.Success or KnownValue.Refusal) and var answer ? answer : null,
            IParenthesizedOperation parenthesized => ValueOf(parenthesized.Operand, known),
            IAwaitOperation await => ValueOf(await.Operation, known),
            ICaughtExceptionOperation => KnownValue.SignatureException,
            IDefaultValueOperation { Type: { } type } => type.IsReferenceType ? KnownValue.Null : type.SpecialType == SpecialType.System_Boolean ? KnownValue.False : null,
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Not(ValueOf(not.Operand, known)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equals => AreEqual(ValueOf(equals.LeftOperand, known), ValueOf(equals.RightOperand, known)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } differs =>
                Not(AreEqual(ValueOf(differs.LeftOperand, known), ValueOf(differs.RightOperand, known))),
            IIsNullOperation test => IsNull(ValueOf(test.Operand, known)),
            IIsTypeOperation { IsNegated: false } test => IsOfType(ValueOf(test.ValueOperand, known), test.TypeOperand),
            IIsPatternOperation test => Matches(test.Pattern, ValueOf(test.Value, known)),
            IInvocationOperation call => known.Of(call) ?? calls.AnswerOf(call) ?? Unwrap(call, known),
            IObjectCreationOperation creation => calls.AnswerOf(creation) ?? KnownValue.NotNull,
            IAnonymousObjectCreationOperation or IArrayCreationOperation or IInstanceReferenceOperation => KnownValue.NotNull,
            _ => null,
        };
    }

    // await check.ConfigureAwait(false), Task.FromResult(false)
    private KnownValue? Unwrap(IInvocationOperation call, KnownValues known) => call switch
    {
        { TargetMethod.Name: "ConfigureAwait", Instance: { } task } => ValueOf(task, known),
        { TargetMethod: { Name: "FromResult", IsStatic: true }, Arguments.Length: 1 } => ValueOf(call.Arguments[0].Value, known),
        _ => null,
    };

    private KnownValue? Matches(IPatternOperation pattern, KnownValue? value) => pattern switch
    {
        _ when value is null => null,
        IConstantPatternOperation constant => AreEqual(value, ValueOf(constant.Value, KnownValues.None)),
        INegatedPatternOperation negated => Not(Matches(negated.Pattern, value)),
        ITypePatternOperation type => IsOfType(value, type.MatchedType),
        IDeclarationPatternOperation { MatchedType: { } type } => IsOfType(value, type),
        // x is Good { }
        IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns.IsEmpty: true } recursive =>
            recursive.Syntax is RecursivePatternSyntax { Type: null } ? Not(IsNull(value)) : IsOfType(value, recursive.MatchedType),
        _ => null,
    };

    private KnownValue? IsOfType(KnownValue? value, ITypeSymbol type) => value switch
    {
        KnownValue.Null => KnownValue.False,
        // A method of the app may throw an exception of its own, of any type.
        KnownValue.SignatureException when calls.IsSignatureException(type) => KnownValue.True,
        _ => null,
    };

    private static KnownValue? IsNull(KnownValue? value) => value is { } known ? Truth(known == KnownValue.Null) : null;

    // Two objects may be equal or not.
    private static KnownValue? AreEqual(KnownValue? left, KnownValue? right) => (left, right) switch
    {
        (null, _) or (_, null) => null,
        (KnownValue.Null or KnownValue.True or KnownValue.False, _) or (_, KnownValue.Null or KnownValue.True or KnownValue.False) => Truth(left == right),
        _ => null,
    };

    private static KnownValue? Not(KnownValue? value) => value switch
    {
        KnownValue.True => KnownValue.False,
        KnownValue.False => KnownValue.True,
        _ => null,
    };

    private static KnownValue Truth(bool value) => value ? KnownValue.True : KnownValue.False;

    private FailedCheckState Fail(IInvocationOperation call, KnownValues failed, FailedCheckState state) => state with
    {
        Failed = state.Failed?.Join(failed) ?? failed,
        Checks = state.Checks | (checks.TryGetValue(call, out var number) ? 1UL << number : 0),
    };

    private FailedCheckState Assign(object? holder, IOperation value, FailedCheckState before) => holder is null ? before : before with
    {
        Sound = before.Sound.With(holder, ValueOf(value, before.Sound)),
        Failed = before.Failed?.With(holder, ValueOf(value, before.Failed)),
    };

    private static FailedCheckState Set(object? holder, KnownValue? value, FailedCheckState before) => holder is null ? before : before with
    {
        Sound = before.Sound.With(holder, value),
        Failed = before.Failed?.With(holder, value),
    };

    private FailedCheckState Forget(IOperation target, FailedCheckState before)
    {
        foreach (var part in target.DescendantsAndSelf())
            before = Set(holders.Written(part), null, before);
        return before;
    }

    private bool IsOpenTo(ExceptionPath exception, ITypeSymbol type) => exception.IsOpenTo(type, handler => calls.NeverTakes(handler, graph));
}
