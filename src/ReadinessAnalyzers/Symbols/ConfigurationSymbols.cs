using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Symbols;

/// <summary>
/// The types through which .NET apps read settings: Microsoft.Extensions.Configuration and Options, environment variables, and
/// <c>appSettings</c> of .NET Framework. Any of them may be absent, and then nothing matches.
/// </summary>
internal sealed class ConfigurationSymbols(Compilation compilation)
{
    private readonly INamedTypeSymbol? _configuration = compilation.FindLibraryType("Microsoft.Extensions.Configuration.IConfiguration");
    private readonly INamedTypeSymbol? _section = compilation.FindLibraryType("Microsoft.Extensions.Configuration.IConfigurationSection");
    private readonly INamedTypeSymbol? _keyName = compilation.FindLibraryType("Microsoft.Extensions.Configuration.ConfigurationKeyNameAttribute");
    private readonly INamedTypeSymbol? _options = compilation.FindLibraryType("Microsoft.Extensions.Options.IOptions`1");
    private readonly INamedTypeSymbol? _optionsSnapshot = compilation.FindLibraryType("Microsoft.Extensions.Options.IOptionsSnapshot`1");
    private readonly INamedTypeSymbol? _optionsMonitor = compilation.FindLibraryType("Microsoft.Extensions.Options.IOptionsMonitor`1");
    private readonly INamedTypeSymbol? _environment = compilation.FindLibraryType("System.Environment");
    private readonly INamedTypeSymbol? _configurationManager = compilation.FindLibraryType("System.Configuration.ConfigurationManager");

    /// <summary>True if the project references Microsoft.Extensions.Configuration.</summary>
    public bool IsReferenced => _configuration is not null;

    /// <summary>Extension methods on IConfiguration: GetRequiredSection, GetConnectionString.</summary>
    public INamedTypeSymbol? Extensions { get; } = compilation.FindLibraryType("Microsoft.Extensions.Configuration.ConfigurationExtensions");

    /// <summary>Extension methods on IConfiguration: Get, GetValue, Bind.</summary>
    public INamedTypeSymbol? Binder { get; } = compilation.FindLibraryType("Microsoft.Extensions.Configuration.ConfigurationBinder");

    /// <summary>Joins the segments of a setting's name: ConfigurationPath.Combine.</summary>
    public INamedTypeSymbol? Path { get; } = compilation.FindLibraryType("Microsoft.Extensions.Configuration.ConfigurationPath");

    /// <summary>Configure&lt;T&gt;(section).</summary>
    public INamedTypeSymbol? SectionOptions { get; } =
        compilation.FindLibraryType("Microsoft.Extensions.DependencyInjection.OptionsConfigurationServiceCollectionExtensions");

    /// <summary>AddOptions&lt;T&gt;().Bind(section) and .BindConfiguration(path).</summary>
    public INamedTypeSymbol? OptionsBuilder { get; } =
        compilation.FindLibraryType("Microsoft.Extensions.DependencyInjection.OptionsBuilderConfigurationExtensions");

    /// <summary>True of IConfiguration and whatever implements it: ConfigurationManager, IConfigurationRoot, a section.</summary>
    public bool IsConfiguration(ITypeSymbol? type) => type.IsOrInherits(_configuration);

    public bool IsSection(ITypeSymbol? type) => type.IsOrInherits(_section);

    public bool IsGetSection(IMethodSymbol method) =>
        method.Name == "GetSection" && IsConfiguration(method.ContainingType) || IsOf(Extensions, method, "GetRequiredSection");

    /// <summary>True of Value, CurrentValue and Get(name), which hand out the options object.</summary>
    public bool HandsOutOptions(ISymbol member) =>
        IsOf(_options, member, "Value") || IsOf(_optionsMonitor, member, "CurrentValue")
        || IsOf(_optionsMonitor, member, "Get") || IsOf(_optionsSnapshot, member, "Get");

    public bool IsEnvironmentVariable(IMethodSymbol method) => IsOf(_environment, method, "GetEnvironmentVariable");

    public bool IsAppSettings(ISymbol member) => IsOf(_configurationManager, member, "AppSettings");

    /// <summary>The name under which the binder looks for <paramref name="property"/>.</summary>
    public string KeyOf(IPropertySymbol property)
    {
        var attribute = property.GetAttributes()
            .FirstOrDefault(candidate => _keyName is not null && SymbolEqualityComparer.Default.Equals(candidate.AttributeClass, _keyName));
        return attribute?.ConstructorArguments.FirstOrDefault().Value as string ?? property.Name;
    }

    /// <summary>True if <paramref name="member"/> is that member of <paramref name="type"/>, whatever its type arguments.</summary>
    public static bool IsOf(INamedTypeSymbol? type, ISymbol member, string name) =>
        type is not null && member.Name == name && SymbolEqualityComparer.Default.Equals(member.ContainingType?.OriginalDefinition, type);
}
