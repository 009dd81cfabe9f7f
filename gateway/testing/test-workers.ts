import { createHash, randomBytes } from "node:crypto";
import { DefaultLogger, NativeConnection, Runtime } from "@temporalio/worker";
import type { ActivityDeps } from "../../activities/deps.ts";
import { StepFailure } from "../../activities/failures.ts";
import type { Fiat } from "../../activities/fiat/fiat.ts";
import { type Activities, createActivities } from "../../activities/index.ts";
import type { WebhookSettings } from "../../activities/webhooks/settings.ts";
import type { StepProblem } from "../../domain/chain/problems.ts";
import { ID_ENTROPY_BYTES, mintId } from "../../domain/ids.ts";
import type { Database } from "../../prisma/client.ts";
import { workflowBundle } from "../../worker/build-bundle.ts";
import { createQueueWorkers } from "../../worker/run-queues.ts";
import type { WalletView } from "../../workflows/contracts/wallet.ts";
import { createLog } from "../log.ts";

/** A chain that shows every step as reached, at once or when it is let go. */
export interface HeldChain {
  /** From now on every step waits. */
  hold(): void;
  release(): void;
  /** From now on every step fails with this, or with nothing any more. */
  failWith(problem: StepProblem | null): void;
}

interface Gate extends HeldChain {
  /** Resolves once the chain is let go. @throws StepFailure as it was told */
  pass(): Promise<void>;
}

interface WorkerOptions {
  readonly db: Database;
  readonly address: string;
  readonly namespace: string;
  readonly enabled: boolean;
  readonly webhooks?: WebhookSettings;
  readonly fiat?: Fiat;
}

/** Today's workflows and the real database activities, in front of a chain that does what it is told. */
export async function startTestWorkers({ db, address, namespace, enabled, webhooks, fiat }: WorkerOptions) {
  const gate = createGate();
  if (!enabled) return { chain: gate, stop: async () => {} };
  Runtime.install({ logger: new DefaultLogger("ERROR"), shutdownSignals: [] });
  const connection = await NativeConnection.connect({ address });
  const activities = testActivities(db, gate.pass, { ...(webhooks && { webhooks }), ...(fiat && { fiat }) });
  const options = { connection, namespace, workflowBundle: await workflowBundle(), taskQueues: null, stickySeconds: 5 };
  const workers = await createQueueWorkers({ ...options, activities });
  const running = Promise.all(workers.map((worker) => worker.run()));
  const end = async () => {
    for (const worker of workers) worker.shutdown();
    await running;
    await connection.close();
  };
  let ended: Promise<void> | null = null;
  return {
    chain: gate,
    stop: () => {
      ended ??= end();
      return ended;
    },
  };
}

function createGate(): Gate {
  let opened = Promise.resolve();
  let open = () => {};
  let failing: StepProblem | null = null;
  return {
    hold: () => {
      opened = new Promise((resolve) => {
        open = resolve;
      });
    },
    release: () => open(),
    failWith: (problem) => {
      failing = problem;
    },
    async pass() {
      await opened;
      if (failing) throw new StepFailure(failing, `a test said ${failing}`);
    },
  };
}

const NOTHING_DIFFERS = { checked: 0, differing: 0, inMotion: 0, credited: 0 };

type Outside = Pick<WorkerOptions, "webhooks" | "fiat">;

function testActivities(db: Database, pass: () => Promise<void>, outside: Outside): Activities {
  const unused = {} as ActivityDeps; // the activities below that would use more are replaced
  const real = createActivities({ ...unused, db, log: createLog("silent"), deploymentId: null, ...outside });
  return {
    ...real,
    stellarCheckPayout: async () => {},
    stellarCheckPlatformPayout: async () => {},
    stellarCompareEscrows: async () => NOTHING_DIFFERS,
    stellarCompareWallets: async () => NOTHING_DIFFERS,
    stellarCreateWallet: ({ owner }) => createWallet(db, owner),
    stellarFollowDeposits: async () => {},
    stellarReadSequences: async () => {},
    trustlessWorkReadEscrow: async ({ order }) => ({
      heldAmount: order.amount,
      isFrozen: false,
      completed: [],
      approved: [],
      frozenMilestones: [],
    }),
    stellarRescanDeposits: async ({ fromLedger }) => ({
      fromLedger: fromLedger ?? 1,
      throughLedger: 2,
      creditedCount: 0,
      unreadCount: 0,
      unexplainedHashes: [],
    }),
    stellarRotateKeys: async () => ({ newestKeyId: "v2", rotated: 0, unreadable: [], after: null }),
    stellarPrepareTx: async ({ stepKey }) => {
      await pass();
      const txHash = createHash("sha256").update(stepKey).digest("hex");
      const contractId = stepKey.endsWith("deploy") ? `C${txHash.slice(0, 55).toUpperCase()}` : null;
      return { kind: "reached", receipt: { txHash, ledger: 1, closedAt: new Date().toISOString(), contractId } };
    },
  };
}

async function createWallet(db: Database, owner: string): Promise<WalletView> {
  const walletId = mintId("wallet", randomBytes(ID_ENTROPY_BYTES));
  const publicKey = `G${createHash("sha256").update(owner).digest("hex").slice(0, 55).toUpperCase()}`;
  const row = { id: walletId, userId: owner, publicKey, secretCiphertext: "sealed" };
  await db.prisma.wallet.createMany({ data: row, skipDuplicates: true });
  const wallet = await db.prisma.wallet.findUniqueOrThrow({ where: { userId: owner } });
  return { walletId: wallet.id, publicKey: wallet.publicKey };
}
