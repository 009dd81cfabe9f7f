/**
 * The tiers of tests, by where a test file lies. Every `*.test.ts` belongs to exactly one tier.
 * `needsServers`: real servers (Postgres, Temporal, Redis) are started when a test first asks for one.
 */
export const TIERS = [
  {
    name: "unit",
    folders: ["domain", "sdk", "sandbox/escrow", "cli", "bench", "tracing"],
    without: [],
    needsServers: false,
  },
  { name: "conventions", folders: ["tests/conventions", "tests/docs", "docs"], without: [], needsServers: false },
  { name: "replay", folders: ["tests/replay"], without: [], needsServers: false },
  {
    name: "activities",
    folders: ["activities", "prisma", "tests/support", "tests/invariants"],
    without: [],
    needsServers: true,
  },
  { name: "gateway", folders: ["gateway", "worker"], without: [], needsServers: true },
  { name: "sandbox", folders: ["sandbox", "tests/contract"], without: ["sandbox/escrow"], needsServers: true },
  { name: "workflows", folders: ["workflows", "temporal"], without: [], needsServers: true },
  { name: "security", folders: ["tests/security"], without: [], needsServers: true },
  { name: "system", folders: ["tests/system"], without: [], needsServers: true },
  { name: "crash", folders: ["tests/crash"], without: [], needsServers: true },
];
