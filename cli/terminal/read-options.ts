import { type ParseArgsConfig, parseArgs } from "node:util";

type Flags = NonNullable<ParseArgsConfig["options"]>;
type Values<Options extends Flags> = ReturnType<typeof parseArgs<{ options: Options }>>["values"];

/** What a command line asks for: options, or to be told and to end. */
export type Read<Options extends Flags> =
  | { readonly values: Values<Options> }
  | { readonly say: string; readonly exitCode: number };

/** Reads the options of a command, `--help` included. What it does not know ends it, with the usage. */
export function readOptions<const Options extends Flags>(
  args: readonly string[],
  usage: string,
  options: Options,
): Read<Options> {
  if (asksForHelp(args)) return { say: usage, exitCode: 0 };
  try {
    return { values: parseArgs({ args: [...args], options }).values };
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split(". ");
    return { say: `${reason}\n\n${usage}`, exitCode: 1 };
  }
}

export const asksForHelp = (args: readonly string[]): boolean => args.includes("--help") || args.includes("-h");

/** The options, or the end of this process with what there is to say. */
export function optionsOrExit<const Options extends Flags>(usage: string, options: Options): Values<Options> {
  const read = readOptions(process.argv.slice(2), usage, options);
  if ("values" in read) return read.values;
  (read.exitCode === 0 ? console.log : console.error)(read.say);
  process.exit(read.exitCode);
}

/** For commands that hand their arguments on. */
export function exitWithHelp(usage: string): void {
  if (!asksForHelp(process.argv.slice(2))) return;
  console.log(usage);
  process.exit(0);
}
