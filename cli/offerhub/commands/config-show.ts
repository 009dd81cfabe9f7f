import { Command } from "commander";
import type { CliDeps } from "../deps.ts";
import { maskedKey } from "../masked.ts";
import { readSettings, type Setting } from "../settings.ts";
import { tableOf } from "../table.ts";

/** Says what is in force and where it was found; never the whole key. */
export const configShow = ({ world, show }: CliDeps) =>
  new Command("show").description("say what is in force, and where it comes from").action(() => {
    const { apiUrl, apiKey } = readSettings(world);
    const rows = [
      { name: "apiUrl", ...toldOf(apiUrl, apiUrl?.value) },
      { name: "apiKey", ...toldOf(apiKey, apiKey && maskedKey(apiKey.value)) },
    ];
    show({ apiUrl: rows[0], apiKey: rows[1] }, () =>
      tableOf(rows, [
        ["setting", ({ name }) => name],
        ["value", ({ value }) => value],
        ["from", ({ from }) => from],
      ]),
    );
  });

const toldOf = (setting: Setting | null, value: string | null | undefined) => ({
  value: value ?? null,
  from: setting?.from ?? "not set",
});
