import type { Http } from "../http.ts";
import type { RequestOptions } from "../options.ts";
import { dataOf } from "../read-reply.ts";
import type {
  BookTreasuryBody,
  DepositRescan,
  Fence,
  Freeze,
  KeyRotation,
  Reconciliation,
  RescanDepositsBody,
  TreasuryMovement,
  WriteOff,
  WriteOffBody,
} from "../types.ts";

/** For operators: what concerns the whole installation. Every call needs a key with the scope `support`. */
export const admin = (http: Http) => ({
  /** Stops all outgoing money at once; deposits go on. Called again, it withdraws a request to unfreeze. */
  freeze: (reason: string, options?: RequestOptions): Promise<Freeze> =>
    dataOf(http.post("/admin/freeze", { reason }, options)),
  /**
   * Asks to let outgoing money go. The first call only asks; sent again with the key of a second person, it goes.
   * @throws AuthorizationError `SECOND_KEY_REQUIRED` when the key may not agree
   * @throws InvalidTransitionError `INVALID_STATE` when nothing is frozen
   */
  unfreeze: (reason?: string, options?: RequestOptions): Promise<Freeze> =>
    dataOf(http.post("/admin/unfreeze", { reason }, options)),
  /** Whether outgoing money is stopped. */
  getFreeze: (): Promise<Freeze> => dataOf(http.get("/admin/freeze")),
  /** Which deployment signs. */
  getFence: (): Promise<Fence> => dataOf(http.get("/admin/fence")),
  /** Makes this deployment the one that signs. Stop the other one first: two that sign can pay twice. */
  takeFence: (reason: string, options?: RequestOptions): Promise<Fence> =>
    dataOf(http.post("/admin/fence/take", { reason }, options)),
  /**
   * Books money of your own that you put into the account at Airtm (`in`), or took from there (`out`).
   * @throws InsufficientFundsError what belongs to users cannot be booked away
   */
  bookTreasury: (body: BookTreasuryBody, options?: RequestOptions): Promise<TreasuryMovement> =>
    dataOf(http.post("/admin/treasury/movements", body, options)),
  /**
   * Books money as lost that the ledger shows and nobody holds.
   * @throws InsufficientFundsError it is not lost
   * @throws InvalidTransitionError `INVALID_STATE` while reconciliation does not show that it is missing on the chain
   */
  writeOff: (body: WriteOffBody, options?: RequestOptions): Promise<WriteOff> =>
    dataOf(http.post("/admin/write-offs", body, options)),
  /** The newest report, and every difference that is open now. */
  getReconciliation: (): Promise<Reconciliation> => dataOf(http.get("/admin/reconciliation")),
  /** Compares the books now; resolves with the report when it is done. */
  runReconciliation: (options?: RequestOptions): Promise<Reconciliation> =>
    dataOf(http.post("/admin/reconciliation/run", undefined, options)),
  /**
   * Reads again what deposits came, and credits those that were left out, each once. `report` is null while it is still
   * reading: call it again.
   */
  rescanDeposits: (body: RescanDepositsBody = {}, options?: RequestOptions): Promise<DepositRescan> =>
    dataOf(http.post("/admin/deposits/rescan", body, options)),
  /** Starts to seal every wallet under the newest encryption key; `getKeyRotation` says where it is. */
  rotateKeys: (options: RequestOptions = {}): Promise<KeyRotation> =>
    dataOf(
      http.post("/admin/wallets/rotate", undefined, {
        ...options,
        headers: { prefer: "respond-async", ...options.headers }, // it is accepted, and takes as long as it takes
      }),
    ),
  /** How many wallets each key still seals: one that is not listed opens none. */
  getKeyRotation: (): Promise<KeyRotation> => dataOf(http.get("/admin/wallets/rotate")),
});
