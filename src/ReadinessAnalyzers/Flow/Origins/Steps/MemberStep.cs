using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Flow.Origins.Steps;

/// <summary>
/// Fields and properties: what getters return, what the project assigns, and what the configuration binder fills in.
/// </summary>
internal sealed class MemberStep : OriginStep
{
    public override OriginSet? Follow(IOperation value, Trail trail)
    {
        var origins = value switch
        {
            IFieldReferenceOperation field => FollowStored(field.Field, field, trail),
            IPropertyReferenceOperation { Property.IsIndexer: false } property => Follow(property, trail),
            _ => null,
        };
        return origins is { HasEmpty: true } && trail.Reading.Refusals.IsRefusedBefore(value, ((IMemberReferenceOperation)value).Member, trail.Cancellation)
            ? origins.WithoutEmpty()
            : origins;
    }

    /// <summary>Where the value that callers assign to <paramref name="property"/> comes from.</summary>
    public static OriginSet FollowAssigned(IPropertySymbol property, Trail trail) => trail.Through(property.SetMethod!) is { } onward
        ? OriginSet.Union(Written(property, onward.Elsewhere(), _ => true).Append(OriginSet.Unknown))
        : OriginSet.Nothing;

    private static OriginSet Follow(IPropertyReferenceOperation read, Trail trail)
    {
        var property = Implementations.OnlyOne(read.Property.OriginalDefinition, trail.Reading.Compilation, trail.Cancellation) as IPropertySymbol;
        if (property is null)
            return IsKeptHere(read, trail) ? FollowStored(read.Property, read, trail) : OfAnotherProject(read, trail);
        var returned = GetterOf(property, trail);
        if (returned.IsEmpty)
            return FollowStored(property, read, trail);
        return trail.Through(property) is { } onward
            ? OriginSet.Choice(returned.Select(onward.Elsewhere().Follow))
            : OriginSet.Nothing;
    }

    // Stripe.net keeps what it is given, so a key read back is one assigned before; and the type of another project may be bound here.
    private static bool IsKeptHere(IPropertyReferenceOperation read, Trail trail) =>
        trail.Reading.Stripe is { } stripe && new StripeSinks(stripe).RoleOf(read.Property) is not null
        || read.Instance?.Type is INamedTypeSymbol type && trail.Reading.Bindings.Binds(type, trail.Cancellation);

    private static ImmutableArray<ExpressionSyntax> GetterOf(IPropertySymbol property, Trail trail) =>
        property.GetMethod is { } getter ? [.. trail.DeclarationsOf(getter).SelectMany(ReturnedValues.Of)] : [];

    private static OriginSet FollowStored(ISymbol member, IMemberReferenceOperation read, Trail trail)
    {
        if (trail.Through(member) is not { } onward)
            return OriginSet.Nothing;
        var instance = read.Instance is null ? OriginSet.Nothing : onward.ForValues.Follow(read.Instance);
        var bound = member is IPropertySymbol property ? Bound(property, read, instance, onward) : OriginSet.Nothing;
        var isMadeByOthers = !bound.IsNothing || instance.All.Any(origin => origin is Origin.HandedOut or Origin.OptionsProperty);
        var stored = FollowStored(member, bound, isMadeByOthers, onward.Elsewhere());
        return instance.HasUnknown && stored.HasUnknown && !stored.Settings.Any() && read is IPropertyReferenceOperation unbound
            ? OriginSet.Of([.. stored.All.Where(origin => !origin.Equals(new Origin.Unknown())), .. OfAnotherProject(unbound, onward).All])
            : stored;
    }

    // IOptions<T>.Value.Billing.SecretKey, where T, or what fills it, is not in this project.
    private static OriginSet OfAnotherProject(IPropertyReferenceOperation read, Trail trail)
    {
        if (read.Instance is not { Type: INamedTypeSymbol { TypeKind: TypeKind.Class, IsGenericType: false } type } instance)
            return OriginSet.Unknown;
        var key = trail.Reading.Configuration.KeyOf(read.Property);
        var around = trail.ForValues.Follow(instance).OptionsProperties.ToList();
        return OriginSet.Of(around.Count == 0
            ? [new Origin.OptionsProperty(read.Syntax.GetLocation(), type.ToDisplayString(), key)]
            : around.Select(outer => outer with { Location = read.Syntax.GetLocation(), Key = ConfigurationStep.Join(outer.Key, key) }));
    }

    private static OriginSet FollowStored(ISymbol member, OriginSet bound, bool isMadeByOthers, Trail trail)
    {
        var initial = InitialValueOf(member, trail);
        var written = Written(member, trail, write => !(isMadeByOthers && write.IsInitializer)).ToList();
        if (!bound.IsNothing)
            return OriginSet.Union([initial is null ? bound : OriginSet.Choice([bound, trail.Follow(initial)]), .. written]);

        var isOpen = isMadeByOthers || OutsideWriters.CanWrite(member, trail.Reading, trail.Cancellation);
        if (isOpen)
            written.Add(OriginSet.Unknown);
        if (initial is null || trail.Reading.Writes.Of(member, trail.Cancellation).Any(write => write.IsCertain))
            return written.Count == 0 ? OriginSet.Unknown : OriginSet.Union(written);
        // Others may replace a default, which is then in no use; a setting that is read stays worth knowing.
        if (isOpen)
            return OriginSet.Choice([OriginSet.Of(trail.Follow(initial).Settings), .. written]);
        return OriginSet.Choice([trail.Follow(initial), .. written]);
    }

    private static IEnumerable<OriginSet> Written(ISymbol member, Trail trail, Func<MemberWrite, bool> counts)
    {
        foreach (var write in trail.Reading.Writes.Of(member, trail.Cancellation).Where(counts))
            yield return write.Value is null ? OriginSet.Unknown : trail.Follow(write.Value);
        if (PositionalParameterOf(member, trail) is { } parameter)
            yield return VariableStep.FollowCallers(parameter, trail);
    }

    // A setting if the property is text, the section below if it is itself an options object.
    private static OriginSet Bound(IPropertySymbol property, IMemberReferenceOperation read, OriginSet instance, Trail trail)
    {
        var key = trail.Reading.Configuration.KeyOf(property);
        var paths = SectionsOf(read, instance, trail).Select(path => ConfigurationStep.Join(path, key));
        return OriginSet.Of(paths.Select(path => property.Type.SpecialType == SpecialType.System_String
            ? new Origin.Setting(read.Syntax.GetLocation(), path, SettingFact.Sources.Configuration)
            : (Origin)new Origin.Section(path)));
    }

    // What this very object is bound to, if that shows; else what objects of its type are bound to anywhere.
    private static IEnumerable<string> SectionsOf(IMemberReferenceOperation read, OriginSet instance, Trail trail)
    {
        if (instance.Sections.Any())
            return instance.Sections;
        return read.Instance?.Type is INamedTypeSymbol type ? trail.Reading.Bindings.SectionsOf(type, trail) : [];
    }

    private static ExpressionSyntax? InitialValueOf(ISymbol member, Trail trail) =>
        trail.DeclarationsOf(member).FirstOrDefault() switch
        {
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            VariableDeclaratorSyntax field => field.Initializer?.Value,
            _ => null,
        };

    // record Options(string Key)
    private static IParameterSymbol? PositionalParameterOf(ISymbol member, Trail trail) =>
        trail.DeclarationsOf(member).FirstOrDefault() is ParameterSyntax
            ? member.ContainingType.InstanceConstructors.SelectMany(constructor => constructor.Parameters)
                .FirstOrDefault(parameter => parameter.Name == member.Name && parameter.Locations.SequenceEqual(member.Locations))
            : null;
}
