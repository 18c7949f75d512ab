[assembly: AssemblyTrait("Size", "Small")]
