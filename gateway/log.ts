import { type Logger, pino } from "pino";

const SECRET_PATHS = [
  "authorization",
  "apiKey",
  "key",
  "token",
  "secret",
  "password",
  "email",
  "databaseUrl",
  "redisUrl",
];

/** One JSON line per event, with everything secret or personal blotted out. */
export const createLog = (level: string): Logger =>
  pino({
    name: "gateway",
    level,
    redact: { paths: [...SECRET_PATHS, ...SECRET_PATHS.map((name) => `*.${name}`)], censor: "[redacted]" },
  });
