import { spawn } from "node:child_process";
import { join } from "node:path";
import { prepareGenerated } from "../generated/prepare.ts";
import { PROJECT_ROOT } from "../project-root.ts";
import { stopSignal } from "../terminal/until-told-to-stop.ts";

const MAIN = join(PROJECT_ROOT, "bench", "main.ts");

await prepareGenerated(process.env, (line) => console.error(line));
const child = spawn(process.execPath, ["--no-warnings", MAIN, ...process.argv.slice(2)], { stdio: "inherit" });
stopSignal(process.env).addEventListener("abort", () => child.kill("SIGTERM"));
child.once("exit", (code) => {
  process.exitCode = code ?? 1;
});
