/** Who may import what. A pattern is a package's name, or a path from the root; `*` stands for anything. */
export interface MatrixRow {
  /** The files it speaks of: everything below this folder, apart from more specific rows. */
  readonly folder: string;
  readonly mayImport: readonly string[];
  /** With `import type` only. */
  readonly typesOnly?: readonly string[];
  /** Further allowances for single files: [files, what they may import]. */
  readonly except?: readonly (readonly [string, readonly string[]])[];
}

const NODE = "node:*";
const OPEN_API = ["hono", "hono/*", "@hono/*"];

export const IMPORT_MATRIX: readonly MatrixRow[] = [
  { folder: "domain/", mayImport: ["domain/*"] },
  {
    folder: "workflows/contracts/",
    // definitions only: a contract loads in plain Node
    mayImport: ["domain/*", "workflows/contracts/*", "@temporalio/workflow", "@temporalio/common"],
  },
  {
    folder: "workflows/",
    mayImport: ["domain/*", "workflows/*", "@temporalio/workflow", "@temporalio/common"],
    typesOnly: ["activities/*", "zod", "@stellar/stellar-sdk"],
  },
  {
    folder: "activities/",
    mayImport: [
      "domain/*",
      "activities/*",
      "workflows/contracts/*",
      NODE,
      "@temporalio/activity",
      "@temporalio/common",
    ],
    typesOnly: ["prisma/*", "pg", "ioredis", "pino", "@stellar/stellar-sdk", "zod"],
    except: [
      ["activities/storage/*", ["prisma/*", "pg"]],
      ["activities/stellar/*", ["@stellar/stellar-sdk"]],
      ["activities/trustless-work/*", ["@stellar/stellar-sdk"]],
      ["activities/*wire.ts", ["zod"]],
      ["activities/provider-budget.ts", ["rate-limiter-flexible", "ioredis"]],
    ],
  },
  {
    folder: "gateway/",
    mayImport: [
      "domain/*",
      "gateway/*",
      "workflows/contracts/*",
      "temporal/*",
      "tracing/settings.ts",
      NODE,
      "zod",
      "pino",
      "ioredis",
      ...OPEN_API,
    ],
    typesOnly: ["workflows/*", "prisma/*", "pg", "@temporalio/client", "@temporalio/common"],
    except: [
      // the one key that the gateway has: it seals the secrets of webhook endpoints
      ["gateway/main.ts", ["prisma/*", "activities/stellar/key-ring.ts"]],
      ["gateway/reads/*", ["prisma/*", "pg"]],
      ["gateway/writes/*", ["prisma/*", "pg"]],
      ["gateway/temporal.ts", ["@temporalio/client", "@temporalio/common"]],
      ["gateway/watch-temporal.ts", ["@temporalio/client", "@temporalio/common"]],
      // names the ledger entries of accounts, to read balances where there is no Horizon
      ["gateway/chain-by-rpc.ts", ["@stellar/stellar-sdk"]],
      ["gateway/docs-routes.ts", ["@scalar/*"]],
      ["gateway/rate-limits.ts", ["rate-limiter-flexible"]],
      ["gateway/metrics/gateway-metrics.ts", ["prom-client"]],
      ["gateway/tracing/*", ["tracing/*", "@opentelemetry/*"]],
    ],
  },
  {
    folder: "worker/",
    mayImport: [
      "domain/*",
      "worker/*",
      "workflows/contracts/*",
      "activities/*",
      "temporal/*",
      "tracing/settings.ts",
      NODE,
      "pino",
      "zod",
      "ioredis",
      "prisma/*",
      "@temporalio/*",
    ],
    except: [
      ["worker/worker-metrics.ts", ["prom-client"]],
      ["worker/tracing/*", ["tracing/*", "@opentelemetry/*"]],
    ],
  },
  { folder: "tracing/", mayImport: ["tracing/*", NODE, "@opentelemetry/*"], typesOnly: ["pino"] },
  { folder: "prisma/", mayImport: ["prisma/*", NODE, "pg", "@prisma/adapter-pg"] },
  {
    folder: "temporal/",
    mayImport: [
      "temporal/*",
      "workflows/contracts/*",
      NODE,
      "@temporalio/client",
      "@temporalio/common",
      "@temporalio/envconfig",
    ],
  },
  { folder: "sdk/", mayImport: ["sdk/*"] },
  {
    folder: "cli/",
    mayImport: ["cli/*", "sdk/*", NODE, "fflate", "pg"],
    except: [
      // the seller's own wallet, outside of the system
      ["cli/quickstart/outside-wallet.ts", ["@stellar/stellar-sdk"]],
      ["cli/offerhub/*", ["commander"]],
    ],
  },
  { folder: "sandbox/", mayImport: ["sandbox/*", NODE, "@stellar/stellar-sdk", "zod", ...OPEN_API] },
];

/** Folders that only they themselves may look into, although their neighbours share a parent. */
export const SEPARATE_SIBLINGS: readonly { readonly parent: string; readonly shared: readonly string[] }[] = [
  { parent: "gateway/routes/", shared: [] },
  { parent: "activities/", shared: ["activities/storage/"] },
];

/** Beyond the rule: `trustless-work` signs and sends through `stellar`. */
export const SIBLING_EXCEPTIONS: readonly (readonly [string, string])[] = [
  ["activities/trustless-work/", "activities/stellar/"],
];

/** Nobody imports them, apart from tests. */
export const IMPORTED_BY_NOBODY = ["tests/", "bench/", "docs/", "worker/"];
