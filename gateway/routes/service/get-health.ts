import { VERSION } from "../../config.ts";
import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { HealthWire } from "./schemas.ts";

export const getHealth = endpoint(
  {
    method: "get",
    path: "/health",
    operationId: "getHealth",
    tag: "Service",
    summary: "This process is alive.",
    access: "public",
    shape: "repeated",
    status: 200,
    data: HealthWire,
    errors: [],
  },
  async ({ deps }) => ok({ status: "healthy" as const, version: VERSION, timestamp: deps.now().toISOString() }),
);
