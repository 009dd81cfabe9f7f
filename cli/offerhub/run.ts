import { CommanderError } from "commander";
import { type ClientOptions, OfferHubError, OfferHubSDK } from "../../sdk/index.ts";
import { type CliDeps, CliError } from "./deps.ts";
import { createProgram } from "./program.ts";
import { readSettings } from "./settings.ts";
import { textOf } from "./table.ts";
import type { World } from "./world.ts";

const GRACE_MS = 500;
const INTERRUPTED = 130;

/** Runs one command line and tells its exit code. Results go to stdout, all else to stderr. */
export async function runOfferhub(args: readonly string[], world: World): Promise<number> {
  let exitCode = 0;
  let codeOf = (error: unknown): number => (error instanceof CliError ? error.exitCode : 1);
  let isJson = args.includes("--json");
  const deps: CliDeps = {
    world,
    api: (options) => connect(world, options),
    show: (data, lines) => world.stdout(`${isJson ? JSON.stringify(data, null, 2) : lines().join("\n")}\n`),
    showNext: (data, line) => world.stdout(`${isJson ? JSON.stringify(data) : line()}\n`),
    note: (line) => world.stderr(`${line}\n`),
    confirm: (question, yes) => confirm(world, question, yes),
    exitWith: (code) => {
      exitCode = code;
    },
    failWith: (given) => {
      codeOf = given;
    },
  };
  const program = createProgram(deps);
  program.hook("preAction", (_, command) => {
    isJson = command.optsWithGlobals().json === true;
  });
  try {
    await unlessInterrupted(world.signal, () => program.parseAsync([...args], { from: "user" }));
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode; // commander has said it
    tell(error, isJson, world);
    return codeOf(error);
  }
}

/** A stream ends by itself when it is told to; whatever else still goes on a moment later is left alone. */
async function unlessInterrupted(signal: AbortSignal, work: () => Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let onAbort = () => {};
  const interrupted = new Promise<never>((_resolve, reject) => {
    const stop = () => reject(new CliError("interrupted: what was asked for may go on", INTERRUPTED));
    onAbort = () => {
      timer = setTimeout(stop, GRACE_MS);
    };
    signal.addEventListener("abort", onAbort);
  });
  try {
    await Promise.race([interrupted, work()]);
  } finally {
    signal.removeEventListener("abort", onAbort);
    clearTimeout(timer);
  }
}

function connect(world: World, options: Partial<ClientOptions> = {}): OfferHubSDK {
  const { apiUrl, apiKey } = readSettings(world);
  if (!apiUrl) throw new CliError("no address: set OFFERHUB_API_URL, or run: offerhub config set --api-url <url>");
  if (!apiKey) throw new CliError("no API key: set OFFERHUB_API_KEY, or run: offerhub config set --api-key <key>");
  return new OfferHubSDK({ apiUrl: apiUrl.value, apiKey: apiKey.value, ...options });
}

async function confirm({ ask }: World, question: string, yes: boolean | undefined): Promise<void> {
  if (yes) return;
  if (!ask) throw new CliError("nobody is there to be asked: give -y if you are sure");
  if (!(await ask(question))) throw new CliError("nothing was done");
}

function tell(error: unknown, isJson: boolean, { stdout, stderr }: World): void {
  const message = error instanceof Error ? error.message : String(error);
  stderr(`${textOf(message)}\n`);
  if (error instanceof OfferHubError) {
    const { code, statusCode, details, requestId, docs } = error;
    stderr(
      `${[code, requestId && `request ${requestId}`, docs].filter(Boolean).map(String).map(textOf).join(" · ")}\n`,
    );
    if (isJson)
      stdout(`${JSON.stringify({ error: { code, message, statusCode, details, requestId, docs } }, null, 2)}\n`);
  }
}
