import { factoryCode } from "./factory.ts";
import { GENERATIONS } from "./generation.ts";
import type { ContractCode } from "./host.ts";
import { multiReleaseCode } from "./multi-release/code.ts";
import { singleReleaseCode } from "./single-release/code.ts";

/** Everything the ledger can run besides the token. */
export const contractCodes: ContractCode[] = [
  ...GENERATIONS.map(singleReleaseCode),
  ...GENERATIONS.map(multiReleaseCode),
  factoryCode,
];

/** The contract that exists from the start and deploys all escrows. */
export const factoryContract = { wasmHash: factoryCode.wasmHash, code: factoryCode } as const;
