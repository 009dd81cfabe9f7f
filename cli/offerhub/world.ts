/** All that the command line has of the world around it, so that tests can be its world. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where `.env` may lie. */
  readonly cwd: string;
  /** Where `.offerhub/config.json` may lie. */
  readonly homeDir: string;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Asks a person; null where nobody is there. */
  readonly ask: ((question: string) => Promise<boolean>) | null;
  /** Ends what goes on by itself, like `events tail`. */
  readonly signal: AbortSignal;
  readonly now: () => number;
}
