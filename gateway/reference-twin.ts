import { AppError } from "../domain/errors.ts";
import { type Caller, maySee } from "./caller.ts";

interface Named {
  readonly id: string;
  readonly userId: string;
}

interface Wanted<Row> {
  /** The caller's own name of the payment, where it gave one. */
  readonly reference: string | null | undefined;
  readonly id: string;
  readonly find: (reference: string) => Promise<Row | null>;
  readonly isSame: (row: Row) => boolean;
}

/**
 * The payment that has this reference already, which is then the one that is meant.
 * @throws AppError REFERENCE_REUSED when it is about something else
 */
export async function twinOf<Row extends Named>(caller: Caller, wanted: Wanted<Row>): Promise<Row | null> {
  const { reference = null, id, find, isSame } = wanted;
  const twin = reference === null ? null : await find(reference);
  if (!twin || twin.id === id) return null;
  if (isSame(twin)) return twin;
  throw new AppError("REFERENCE_REUSED", { reference, ...(maySee(caller, twin.userId) && { id: twin.id }) });
}

/**
 * What `open` answers; or, when another request with this reference was first in the meantime, its payment.
 * @throws AppError REFERENCE_REUSED
 */
export async function openOrTwin<Reply, Row>(open: () => Promise<Reply>, twin: () => Promise<Row | null>) {
  try {
    return { reply: await open() };
  } catch (error) {
    const first = error instanceof AppError && error.code === "REFERENCE_REUSED" ? await twin() : null;
    if (first) return { twin: first };
    throw error;
  }
}
