import { Command } from "commander";
import type { CliDeps } from "../deps.ts";
import { maintenanceLines } from "../present-maintenance.ts";

export const maintenanceStatus = ({ api, show }: CliDeps) =>
  new Command("status").description("whether commands are taken").action(async () => {
    const state = await api().maintenance.status();
    show(state, () => maintenanceLines(state));
  });
