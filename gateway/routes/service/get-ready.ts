import { VERSION } from "../../config.ts";
import { endpoint } from "../../endpoint.ts";
import { dependencyStates, isServing, isWhole } from "../../readiness.ts";
import { ReadyWire } from "./schemas.ts";

export const getReady = endpoint(
  {
    method: "get",
    path: "/ready",
    operationId: "getReady",
    tag: "Service",
    summary: "Whether this installation can serve, dependency by dependency; 503 when it cannot.",
    access: "public",
    shape: "repeated",
    status: 200,
    data: ReadyWire,
    tellsUnwell: true,
    errors: [],
  },
  async ({ deps }) => {
    const dependencies = await dependencyStates(deps);
    const serving = isServing(dependencies);
    const status = !serving ? ("unready" as const) : isWhole(dependencies) ? ("ready" as const) : ("degraded" as const);
    const data = { status, version: VERSION, timestamp: deps.now().toISOString(), dependencies };
    return { status: serving ? 200 : 503, data, headers: serving ? {} : { "Retry-After": "2" } };
  },
);
