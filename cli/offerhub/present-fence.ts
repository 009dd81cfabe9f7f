import type { Fence } from "../../sdk/index.ts";
import { factsOf, textOf } from "./table.ts";

export const fenceLines = ({
  holds,
  holder,
  thisDeployment,
  epoch,
  takenBy,
  takenAt,
  reason,
}: Fence): readonly string[] => [
  holds ? `${thisDeployment} signs.` : `${thisDeployment} does not sign: ${textOf(holder)} does.`,
  ...factsOf({ epoch, "taken by": takenBy && `${takenBy} at ${textOf(takenAt)}`, reason }),
];
