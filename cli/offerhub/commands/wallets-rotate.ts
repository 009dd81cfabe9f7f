import { Command } from "commander";
import type { KeyRotation } from "../../../sdk/index.ts";
import type { CliDeps } from "../deps.ts";
import { yesOption } from "../options.ts";
import { factsOf, tableOf } from "../table.ts";

export const walletsRotate = ({ api, confirm, show }: CliDeps) =>
  new Command("rotate")
    .description("seal every wallet under the newest key of WALLET_ENCRYPTION_KEYS, while payments go on")
    .option("--status", "only say how many wallets each key seals")
    .addOption(yesOption())
    .action(async ({ status, yes }: { status?: boolean; yes?: boolean }) => {
      const { admin } = api();
      if (!status)
        await confirm("The newest key must be the first in WALLET_ENCRYPTION_KEYS of every worker. Go on?", yes);
      const rotation = status ? await admin.getKeyRotation() : await admin.rotateKeys();
      show(rotation, () => rotationLines(rotation));
    });

const rotationLines = ({ keys, rotation }: KeyRotation): readonly string[] => [
  ...tableOf(keys, [
    ["key", ({ keyId }) => keyId],
    ["wallets", ({ wallets }) => wallets],
  ]),
  "",
  ...(rotation
    ? factsOf({
        "newest key": rotation.newestKeyId,
        rotated: rotation.rotated,
        unreadable: rotation.unreadableCount,
        started: rotation.startedAt,
        finished: rotation.finishedAt ?? "not yet: look again with --status",
      })
    : ["no rotation lately"]),
];
