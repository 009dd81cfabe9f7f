import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { mintId } from "../../domain/ids.ts";
import { type DisputeBench, disputeBench } from "../testing/dispute-bench.ts";
import { type EscrowScene, escrowScene } from "../testing/escrow-scene.ts";
import { problemOf } from "../testing/problem-of.ts";
import { storageLoadDispute } from "./load-dispute.ts";

// What a new run of a dispute must know of the one before.

let scene: EscrowScene;
let bench: DisputeBench;
beforeAll(async () => {
  scene = await escrowScene();
  bench = disputeBench(scene);
});
afterAll(() => scene.chain.close());

const SPLIT = { decision: "SPLIT", sellerAmount: "80.00", buyerAmount: "40.00" } as const;

test("a dispute is found as it was left: taken, decided, given up, decided anew", async () => {
  const dispute = await bench.disputed();
  const load = () => storageLoadDispute(bench.deps)(dispute);
  const undecided = { status: "UNDER_REVIEW", evidence: [], ruling: null, note: null, decidedBy: null };
  expect(await load()).toEqual({ ...undecided, givenUpCount: 0 });
  await bench.decided(dispute, SPLIT);
  expect(await load()).toMatchObject({ ruling: SPLIT, decidedBy: "key_test", givenUpCount: 0 });
  await bench.record(`dispute/${dispute.disputeId}#abandoned`, {
    kind: "rulingAbandoned",
    dispute,
    ruling: SPLIT,
    givenUpCount: 1,
  });
  expect(await load()).toEqual({ ...undecided, givenUpCount: 1 });
});

test("one that is not there is no dispute", async () => {
  const disputeId = mintId("dispute", Buffer.alloc(24));
  expect(await problemOf(storageLoadDispute(bench.deps)({ disputeId }))).toBe("STATE_UNEXPECTED");
});
