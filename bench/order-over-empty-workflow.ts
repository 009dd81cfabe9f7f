import type { Benchmark } from "./measure/benchmark.ts";
import { emptyWorkflows, LIFECYCLE_METHOD, lifecycleSides, orders } from "./twin/lifecycle-sides.ts";

export const orderOverEmptyWorkflow: Benchmark = {
  name: "order-over-empty-workflow",
  ratio: "orders/s ÷ empty workflows/s, 8 in flight",
  method: LIFECYCLE_METHOD,
  target: { good: 0.05, stretch: 0.1 },
  prepare: (effort) => lifecycleSides(orders(8), emptyWorkflows(8), effort),
};
