/** `--tier NAME` becomes a selection of projects; all else is handed on as it is. */
export function jestArguments(args: readonly string[]): readonly string[] {
  const tiers: string[] = [];
  const others: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? "";
    if (arg === "--tier") {
      index += 1;
      const tier = args[index];
      if (!tier) throw new Error("--tier wants a name");
      tiers.push(tier);
    } else if (arg.startsWith("--tier=")) tiers.push(arg.slice("--tier=".length));
    else others.push(arg);
  }
  return tiers.length > 0 ? [...others, "--selectProjects", ...tiers] : others;
}
