import { VERSION } from "../../config.ts";
import { endpoint } from "../../endpoint.ts";
import { dependencyStates, isServing, isWhole } from "../../readiness.ts";
import { DetailedHealthWire } from "./schemas.ts";

export const getDetailedHealth = endpoint(
  {
    method: "get",
    path: "/health/detailed",
    operationId: "getDetailedHealth",
    tag: "Service",
    summary: "The state of every dependency; 503 when one is away that the service cannot do without.",
    access: "public",
    shape: "repeated",
    status: 200,
    data: DetailedHealthWire,
    tellsUnwell: true,
    errors: [],
  },
  async ({ deps }) => {
    const dependencies = await dependencyStates(deps);
    const serving = isServing(dependencies);
    const status = !serving
      ? ("unhealthy" as const)
      : isWhole(dependencies)
        ? ("healthy" as const)
        : ("degraded" as const);
    const told = Object.entries(dependencies).map(([name, state]) => [name, { ...state, latency: state.latencyMs }]);
    const data = {
      status,
      version: VERSION,
      timestamp: deps.now().toISOString(),
      dependencies: Object.fromEntries(told),
    };
    return { status: serving ? 200 : 503, data };
  },
);
