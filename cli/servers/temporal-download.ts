import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ASK_SECONDS = 5;
const DOWNLOAD_SECONDS = 300;
const ARCHITECTURES: Readonly<Record<string, string>> = { x64: "amd64", arm64: "arm64" };
const PLATFORMS: Readonly<Record<string, string>> = { linux: "linux", darwin: "darwin", win32: "windows" };

/** Temporal's own download site, asked as its SDK asks it. There are no checksums there: only TLS vouches for it. */
export const temporalDownload =
  (artifact: string, version: string) =>
  async (folder: string): Promise<Uint8Array> => {
    const arch = ARCHITECTURES[process.arch] ?? process.arch;
    const platform = PLATFORMS[process.platform] ?? process.platform;
    const query = new URLSearchParams({ arch, platform, format: "tar.gz", "sdk-name": "sdk-typescript" });
    const answer = await get(`https://temporal.download/${artifact}/${version}?${query}`, ASK_SECONDS);
    const { archiveUrl, fileToExtract } = (await answer.json()) as { archiveUrl: string; fileToExtract: string };
    const archive = await get(archiveUrl, DOWNLOAD_SECONDS);
    return extract(new Uint8Array(await archive.arrayBuffer()), fileToExtract, folder);
  };

async function get(url: string, timeoutSeconds: number): Promise<Response> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(timeoutSeconds * 1000) }).catch((error: Error) => {
    throw new Error(`Temporal's download site cannot be reached (${causeOf(error)})`);
  });
  if (!answer.ok) throw new Error(`Temporal's download site answered ${answer.status}`);
  return answer;
}

const causeOf = (error: Error) => (error.cause instanceof Error ? error.cause.message : error.message);

function extract(archive: Uint8Array, member: string, folder: string): Uint8Array {
  const place = mkdtempSync(join(folder, "download-"));
  try {
    writeFileSync(join(place, "archive.tar.gz"), archive);
    execFileSync("tar", ["-xzf", "archive.tar.gz", member], { cwd: place, stdio: "ignore" });
    return readFileSync(join(place, member));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
