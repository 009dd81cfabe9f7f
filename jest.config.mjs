import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { TIERS } from "./tests/support/tiers.mjs";

const rootDir = fileURLToPath(new URL(".", import.meta.url));

/** Tests are compiled one file at a time: types are stripped, modules stay modules. */
const transform = {
  "^.+\\.ts$": [
    "@swc/jest",
    { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "es6" }, sourceMaps: "inline" },
  ],
};

const toProject = (tier) => ({
  displayName: tier.name,
  rootDir,
  roots: tier.folders.filter((folder) => existsSync(`${rootDir}/${folder}`)).map((folder) => `<rootDir>/${folder}`),
  testMatch: ["**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", ...tier.without.map((folder) => `<rootDir>/${folder}/`)],
  testEnvironment: "node",
  extensionsToTreatAsEsm: [".ts"],
  transform,
  ...(tier.needsServers && {
    globalSetup: "<rootDir>/tests/support/global-setup.mjs",
    globalTeardown: "<rootDir>/tests/support/global-teardown.mjs",
  }),
});

export default {
  projects: TIERS.map(toProject).filter((project) => project.roots.length > 0),
  reporters: ["default", "<rootDir>/tests/support/tier-reporter.mjs"],
  maxWorkers: 4, // most of them wait for servers most of the time
  // ends what hangs; a condition that is waited for in vain says so itself, and earlier
  testTimeout: 90_000,
};
