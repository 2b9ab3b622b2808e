using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;

namespace ReadinessAnalyzers.Tests.Flow;

/// <summary>
/// The solver alone: which of the calls A to D may have been made, and which must have been, where the method calls Here().
/// </summary>
public sealed class ForwardFlowTests
{
    [Theory]
    [InlineData("A(); Here();", "A!")]
    [InlineData("Here(); A();", "")]
    [InlineData("Handle(A(), Here());", "A!")]
    [InlineData("if (flag) A(); Here();", "A?")]
    [InlineData("if (flag) A(); else B(); Here();", "A? B?")]
    [InlineData("if (flag) { A(); B(); } else { B(); } Here();", "A? B!")]
    [InlineData("if (flag) return; A(); Here();", "A!")]
    [InlineData("var x = flag ? A() : B(); Here();", "A? B?")]
    [InlineData("if (flag && A() > 0) Here();", "A!")]
    [InlineData("if (flag || A() > 0) Here();", "A?")]
    [InlineData("switch (number) { case 1: A(); break; case 2: B(); return; } Here();", "A?")]
    public void Branches_AreToldApart(string body, string expected) => Assert.Equal(expected, Solve(body));

    [Theory]
    [InlineData("while (flag) A(); Here();", "A?")]
    [InlineData("do A(); while (flag); Here();", "A!")]
    [InlineData("while (flag) { Here(); A(); }", "A?")]
    [InlineData("foreach (var c in text) { A(); if (flag) break; B(); } Here();", "A? B?")]
    [InlineData("again: A(); if (flag) goto again; Here();", "A!")]
    public void Loops_AreIteratedToTheirFixpoint(string body, string expected) => Assert.Equal(expected, Solve(body));

    [Theory]
    [InlineData("try { A(); B(); } catch { Here(); }", "A?")]
    [InlineData("try { A(); } catch { B(); } Here();", "A? B?")]
    [InlineData("try { A(); B(); } catch (InvalidOperationException) { throw; } Here();", "A! B!")]
    [InlineData("try { A(); } catch (Exception e) when (B() > 0) { Here(); }", "B!")]
    [InlineData("try { try { A(); B(); } catch (InvalidOperationException) { C(); D(); } } catch { Here(); }", "A? C?")]
    [InlineData("try { A(); } catch { return; } Here();", "A!")]
    public void Handlers_SeeTheStateBeforeEachCallThatMayThrow(string body, string expected) => Assert.Equal(expected, Solve(body));

    [Theory]
    [InlineData("_ = new object();")]
    [InlineData("_ = text.Length;")]
    [InlineData("_ = numbers[number];")]
    [InlineData("_ = (string)thing;")]
    [InlineData("_ = other.Field;")]
    [InlineData("await task;")]
    [InlineData("throw error;")]
    [InlineData("number = flag ? 1 : throw error;")]
    [InlineData("late.Run();")]
    [InlineData("_ = late.Size;")]
    [InlineData("_ = late[number];")]
    [InlineData("_ = new Subject(late);")]
    [InlineData("run();")]
    [InlineData("Missing();")]
    public void WhatMayThrow_LeadsToTheHandler(string statement) => Assert.Equal("A?", Solve($"try {{ A(); {statement} }} catch {{ Here(); }}"));

    [Theory]
    [InlineData("number = 1;")]
    [InlineData("number += 1;")]
    [InlineData("flag = !flag || number > 1;")]
    [InlineData("if (flag) return;")]
    public void WhatCannotThrow_LeadsToNoHandler(string statement) => Assert.Equal("", Solve($"try {{ A(); {statement} }} catch {{ Here(); }}"));

    [Theory]
    [InlineData("try { try { A(); } catch { B(); throw; } } catch { Here(); }", "B?")]
    [InlineData("try { try { A(); } catch { B(); C(); } } catch { Here(); }", "B?")]
    [InlineData("try { try { A(); } finally { B(); } } catch { Here(); }", "A?")]
    [InlineData("A(); try { try { number = 1; } finally { B(); } } catch { Here(); }", "A!")]
    public void WhatAHandlerThrows_LeadsToTheNextHandler(string body, string expected) => Assert.Equal(expected, Solve(body));

    [Theory]
    [InlineData("try { A(); } finally { B(); } Here();", "A! B!")]
    [InlineData("try { A(); B(); } finally { Here(); }", "A? B?")]
    [InlineData("try { if (flag) return; A(); } finally { B(); } Here();", "A! B!")]
    [InlineData("try { try { A(); } finally { B(); } } finally { C(); } Here();", "A! B! C!")]
    [InlineData("try { A(); } finally { if (flag) B(); } Here();", "A! B?")]
    [InlineData("while (flag) { try { A(); continue; } finally { B(); } } Here();", "A? B?")]
    [InlineData("using (var d = Open()) { A(); } Here();", "A!")]
    [InlineData("lock (this) { A(); } Here();", "A!")]
    public void FinallyBlocks_AreWalkedForEachBranchThroughThem(string body, string expected) => Assert.Equal(expected, Solve(body));

    [Theory]
    [InlineData("Action later = () => A(); Here();", "")]
    [InlineData("void Later() => A(); Here();", "")]
    [InlineData("if (flag) { throw new Exception(); } A(); Here();", "A!")]
    [InlineData("if (false) A(); Here();", "")]
    [InlineData("while (true) { A(); if (flag) break; } Here();", "A!")]
    [InlineData("return; Here();", "unreachable")]
    public void CodeThatDoesNotRun_CountsForNothing(string body, string expected) => Assert.Equal(expected, Solve(body));

    [Fact]
    public void Exit_JoinsAllReturnsAndNoThrow()
    {
        var solution = Solution("if (flag) { A(); return; } if (number > 1) { B(); throw new Exception(); } C();");
        Assert.Equal("A? C?", solution.AtExit!.Value.ToString());
    }

    [Fact]
    public void TowerOfFinallyBlocks_IsGivenUpInsteadOfNeverEnding() => Assert.Empty(Solution(
        string.Concat(Enumerable.Repeat("try { A(); } finally { ", 40)) + "B();" + new string('}', 40)).Replay());

    [Fact]
    public void MethodThatNeverReturns_HasNoExit() => Assert.Null(Solution("while (true) A();").AtExit);

    [Fact]
    public void SomebodyWhoNoLongerWaits_GetsNoSolution() =>
        Assert.Throws<OperationCanceledException>(() => ForwardFlow.Solve(Graph("A();"), new CallsMade(), new CancellationToken(canceled: true)));

    private static string Solve(string body)
    {
        var here = Solution(body).Replay().Where(step => CallOf(step.Operation) == "Here").Select(step => step.Before).ToList();
        return here.Count == 0 ? "unreachable" : here.Aggregate(Calls.Join).ToString();
    }

    private static FlowSolution<Calls> Solution(string body) =>
        ForwardFlow.Solve(Graph(body), new CallsMade(), TestContext.Current.CancellationToken);

    private static ControlFlowGraph Graph(string body)
    {
        var tree = CSharpSyntaxTree.ParseText($$"""
            using System;
            class Subject
            {
                int A() => 1; int B() => 1; int Here() => 1; int C() => 1; int D() => 1;
                void Handle(int x, int y) { }
                IDisposable Open() => null;
                unsafe async void M(
                    bool flag, int number, string text, int[] numbers, object thing, Subject other, dynamic late, delegate*<void> run,
                    Exception error, System.Threading.Tasks.Task task)
                {
                    {{body}}
                }
                int Field;
                Subject(int number) { }
            }
            """, cancellationToken: TestContext.Current.CancellationToken);
        var compilation = CSharpCompilation.Create("Flow", [tree], TestReferences.Framework);
        var method = tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes()
            .OfType<MethodDeclarationSyntax>().Single(candidate => candidate.Identifier.ValueText == "M");
        return ControlFlowGraph.Create(method, compilation.GetSemanticModel(tree), TestContext.Current.CancellationToken)!;
    }

    private static string? CallOf(IOperation operation) => (operation as IInvocationOperation)?.TargetMethod.Name;

    private readonly record struct Calls(string May, string Must)
    {
        public static Calls Join(Calls left, Calls right) =>
            new(string.Concat(left.May.Union(right.May).Order()), string.Concat(left.Must.Intersect(right.Must).Order()));

        public override string ToString()
        {
            var must = Must;
            return string.Join(' ', May.Select(call => call + (must.Contains(call) ? "!" : "?")));
        }
    }

    private sealed class CallsMade : FlowProblem<Calls>
    {
        public override Calls Entry => new("", "");

        public override Calls Join(Calls left, Calls right) => Calls.Join(left, right);

        public override Calls After(IOperation operation, Calls before) => CallOf(operation) is { Length: 1 } call
            ? new(string.Concat(before.May.Append(call[0]).Distinct().Order()), string.Concat(before.Must.Append(call[0]).Distinct().Order()))
            : before;
    }
}
