import { isDeepStrictEqual } from "node:util";

/** Other names of a field: alias → the name we use. */
export type Aliases = Readonly<Record<string, string>>;

export interface Folded {
  readonly value: Record<string, unknown>;
  /** Fields that came under two names with two values. */
  readonly conflicts: readonly string[];
}

/** Gives every field its one name: declared aliases first, then snake_case. What is nobody's alias stays as it came. */
export function foldAliases(raw: Readonly<Record<string, unknown>>, aliases: Aliases): Folded {
  const value: Record<string, unknown> = Object.create(null);
  const conflicts: string[] = [];
  for (const [name, content] of Object.entries(raw)) {
    const target = nameOf(name, aliases);
    if (Object.hasOwn(value, target) && !isDeepStrictEqual(value[target], content)) conflicts.push(name);
    else value[target] = content;
  }
  return { value: { ...value }, conflicts };
}

function nameOf(name: string, aliases: Aliases): string {
  const camelCase = /^[a-z]+(_[a-z0-9]+)+$/.test(name)
    ? name.replaceAll(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase())
    : name;
  return (Object.hasOwn(aliases, camelCase) && aliases[camelCase]) || camelCase;
}
