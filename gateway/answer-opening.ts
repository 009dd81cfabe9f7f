import { type Answer, accepted, created } from "./envelope.ts";
import { NeverStarted } from "./never-started.ts";

interface Opened<Row, Data> {
  /** Reads the payment as it is stored now. */
  readonly find: () => Promise<Row | null>;
  readonly present: (row: Row) => Data;
  /** What is shown while nothing is stored yet. */
  readonly draft: () => Data;
  readonly location: string;
}

/**
 * Answers a request that opened a payment, or met one that it opened before.
 * @param reply what the payment's workflow said; `gone`: it is over
 * @throws NeverStarted when it is over and wrote nothing
 */
export async function answerOpening<Row, Data>(
  reply: { readonly kind: "final" | "pending" | "gone" },
  { find, present, draft, location }: Opened<Row, Data>,
): Promise<Answer<Data>> {
  const row = await find().catch((error: unknown) => {
    if (reply.kind === "gone") throw error;
    return null; // an error would make a client without a key ask for the money again
  });
  if (reply.kind !== "pending" && row) return created(present(row)); // gone: the same one, at its end since
  if (reply.kind === "gone") throw new NeverStarted();
  return accepted(row ? present(row) : draft(), location);
}
