using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReadinessAnalyzers.Flow.Origins.Steps;

/// <summary>Names that come from the code itself: <c>typeof(T).FullName</c>, <c>typeof(T).Assembly.GetName().Name</c>.</summary>
internal sealed class TypeNameStep : OriginStep
{
    public override OriginSet? Follow(IOperation value, Trail trail) =>
        trail.WantsNames && value is IPropertyReferenceOperation { Instance: { } owner } property && NameIn(property.Property.Name, owner, trail) is { } name
            ? OriginSet.Of(new Origin.SettingName(name))
            : null;

    private static string? NameIn(string property, IOperation owner, Trail trail) => owner switch
    {
        ITypeOfOperation { TypeOperand: INamedTypeSymbol { IsGenericType: false, TypeKind: not TypeKind.Error } type } => property switch
        {
            "Name" => type.MetadataName,
            "Namespace" => NamespaceOf(type),
            "FullName" => FullNameOf(type),
            _ => null,
        },
        IInvocationOperation { TargetMethod.Name: "GetName", Instance: { } assembly } when property == "Name" => AssemblyNameOf(assembly, trail),
        _ => null,
    };

    private static string? AssemblyNameOf(IOperation assembly, Trail trail) => assembly switch
    {
        IPropertyReferenceOperation { Property.Name: "Assembly", Instance: ITypeOfOperation { TypeOperand.ContainingAssembly: { } declaring } } => declaring.Name,
        IInvocationOperation { TargetMethod: { Name: "GetExecutingAssembly", ContainingType: { Name: "Assembly", ContainingNamespace.Name: "Reflection" } } } =>
            trail.Reading.Compilation.AssemblyName,
        _ => null,
    };

    private static string? NamespaceOf(INamedTypeSymbol type) =>
        type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() : null;

    private static string FullNameOf(INamedTypeSymbol type) => type.ContainingType is { } outer
        ? $"{FullNameOf(outer)}+{type.MetadataName}"
        : NamespaceOf(type) is { } space ? $"{space}.{type.MetadataName}" : type.MetadataName;
}
