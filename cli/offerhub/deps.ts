import type { ClientOptions, OfferHubSDK } from "../../sdk/index.ts";
import type { World } from "./world.ts";

/** What a command works with. */
export interface CliDeps {
  readonly world: World;
  /** The installation. @throws CliError when nobody said where it is, or with which key */
  readonly api: (options?: Pick<ClientOptions, "retryAttempts">) => OfferHubSDK;
  /** Prints for people, or with `--json` the data for scripts. */
  readonly show: (data: unknown, lines: () => readonly string[]) => void;
  /** One line of a stream, printed at once. */
  readonly showNext: (data: unknown, line: () => string) => void;
  /** For people only, beside the result. */
  readonly note: (line: string) => void;
  /** Goes on only with a yes. @throws CliError when it is refused, or when nobody is there and `-y` was not given */
  readonly confirm: (question: string, yes: boolean | undefined) => Promise<void>;
  /** The exit code, when it is not 0. */
  readonly exitWith: (code: number) => void;
  /** The exit code of a failure, when it is not 1. */
  readonly failWith: (codeOf: (error: unknown) => number) => void;
}

/** Something that the person at the keyboard can put right. */
export class CliError extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
