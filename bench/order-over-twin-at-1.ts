import type { Benchmark } from "./measure/benchmark.ts";
import { LIFECYCLE_METHOD, lifecycleSides, orders, twins } from "./twin/lifecycle-sides.ts";

export const orderOverTwinAt1: Benchmark = {
  name: "order-over-twin-at-1",
  ratio: "orders/s ÷ shape twins/s, 1 in flight",
  method: LIFECYCLE_METHOD,
  target: null,
  prepare: (effort) => lifecycleSides(orders(1), twins(1), effort),
};
