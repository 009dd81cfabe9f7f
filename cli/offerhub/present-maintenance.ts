import type { Maintenance } from "../../sdk/index.ts";
import { textOf } from "./table.ts";

export const maintenanceLines = ({ enabled, message, enabledAt, enabledBy }: Maintenance): readonly string[] =>
  enabled
    ? [`maintenance is on since ${textOf(enabledAt)} (by ${textOf(enabledBy)})`, ...(message ? [textOf(message)] : [])]
    : ["maintenance is off: commands are taken"];
