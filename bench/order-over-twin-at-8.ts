import type { Benchmark } from "./measure/benchmark.ts";
import { LIFECYCLE_METHOD, lifecycleSides, orders, twins } from "./twin/lifecycle-sides.ts";

export const orderOverTwinAt8: Benchmark = {
  name: "order-over-twin-at-8",
  ratio: "orders/s ÷ shape twins/s, 8 in flight",
  method: LIFECYCLE_METHOD,
  target: null,
  prepare: (effort) => lifecycleSides(orders(8), twins(8), effort),
};
