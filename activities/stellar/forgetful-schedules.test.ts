import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { seededRandom } from "../../tests/support/seeded-random.ts";
import { StepFailure } from "../failures.ts";
import { loadAttempt } from "../storage/chain-transactions.ts";
import type { RememberedAttempt } from "../storage/restore-attempt.ts";
import { claimFence } from "../storage/signing-fence.ts";
import { type ChainScene, chainScene, TEST_KEY_RING } from "../testing/chain-scene.ts";
import {
  activityEnvironment,
  type ChainStepBench,
  chainStepBench,
  type Withdrawal,
} from "../testing/chain-step-bench.ts";
import { forgetAttempt } from "../testing/forget-attempt.ts";
import { anOutsider, type Outsider } from "../testing/outsider.ts";
import { parseKeyRing } from "./key-ring.ts";
import { stellarReadSequences } from "./read-sequences.ts";
import { settleAttempt } from "./settle-attempt.ts";
import { createSigner } from "./signer.ts";

// One payment as its workflow drives it, while the database forgets, fences are taken, time passes and workers die.

let scene: ChainScene;
let bench: ChainStepBench;
let outsider: Outsider;
beforeAll(async () => {
  scene = await chainScene();
  const signer = createSigner({ db: scene.db, keyRing: parseKeyRing(TEST_KEY_RING), deploymentId: null });
  bench = chainStepBench(scene, { signer });
  outsider = await anOutsider(scene);
  await claimFence(scene.db, null);
});
afterAll(() => scene.close());

const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1);
const MOVES_PER_SCHEDULE = 25;
const ROUNDS_TO_THE_END_MAX = 8;

interface Payment {
  readonly step: Withdrawal;
  /** What its workflow remembers. */
  inFlight: RememberedAttempt | null;
  isOver: boolean;
}

async function takeFence(): Promise<void> {
  const readingId = randomUUID();
  await activityEnvironment().run(stellarReadSequences(scene), { readingId });
  await scene.db.sql.query("UPDATE signing_fence SET epoch = epoch + 1, reading_id = $1", [readingId]);
}
const passTime = () => scene.control("POST", "/clock", { advanceSeconds: scene.settings.transactionSeconds + 1 });

/** Every problem is a place to park; what the payment must not do is pay again. */
async function parking(work: () => Promise<unknown>): Promise<StepFailure["problem"] | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof StepFailure) return error.problem;
    throw error;
  }
}

const prepare = (payment: Payment) =>
  parking(async () => {
    const prepared = await bench.prepare({ ...payment.step, remembered: payment.inFlight });
    if (prepared.kind === "prepared") payment.inFlight = prepared;
  });
const submit = ({ inFlight }: Payment) => parking(async () => inFlight && bench.submit(inFlight.txId));
/** Looks once, as confirming does again and again. */
const look = (payment: Payment) =>
  parking(async () => {
    if (!payment.inFlight) return;
    const verdict = await settleAttempt(bench.deps, await loadAttempt(scene.db, payment.inFlight.txId));
    if (!verdict) return;
    payment.inFlight = null;
    payment.isOver = verdict.kind === "succeeded";
  });
/** Only what is newest is lost: a row whose end is not told yet. */
const forget = async ({ inFlight }: Payment) => inFlight && forgetAttempt(scene.db, inFlight.txId);
/** A worker dies between the commit and its answer: the workflow learns nothing, and the next try finds the row. */
const dieInPrepare = (payment: Payment) =>
  parking(() => bench.prepare({ ...payment.step, remembered: payment.inFlight }));

const MOVES = [prepare, prepare, submit, submit, look, look, forget, forget, takeFence, passTime, dieInPrepare];

async function toTheEnd(payment: Payment): Promise<void> {
  for (let round = 0; round < ROUNDS_TO_THE_END_MAX && !payment.isOver; round += 1) {
    if ((await prepare(payment)) === "FENCE_LOST") await takeFence(); // as an operator who has looked
    await submit(payment);
    await look(payment);
    if (!payment.isOver) await passTime();
    await look(payment);
  }
}

test.each(SEEDS)("schedule %i pays at most once, and locks nothing", async (seed) => {
  const random = seededRandom(seed);
  const { userId, address } = await scene.user("500.00");
  const payment: Payment = {
    step: await bench.withdrawal(userId, outsider.address),
    inFlight: null,
    isOver: false,
  };
  for (let count = 0; count < MOVES_PER_SCHEDULE && !payment.isOver; count += 1) {
    await MOVES[Math.floor(random() * MOVES.length)]?.(payment);
  }
  await toTheEnd(payment);
  expect(payment.isOver).toBe(true);
  expect((await scene.stellar.account(address))?.usdc?.stroops).toBe(4_900_000_000n);
  const next: Payment = { step: await bench.withdrawal(userId, outsider.address), inFlight: null, isOver: false };
  await toTheEnd(next);
  expect(next.isOver).toBe(true);
  expect((await scene.stellar.account(address))?.usdc?.stroops).toBe(4_800_000_000n);
});
