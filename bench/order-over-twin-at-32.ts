import type { Benchmark } from "./measure/benchmark.ts";
import { LIFECYCLE_METHOD, lifecycleSides, orders, twins } from "./twin/lifecycle-sides.ts";

export const orderOverTwinAt32: Benchmark = {
  name: "order-over-twin-at-32",
  ratio: "orders/s ÷ shape twins/s, 32 in flight",
  method: LIFECYCLE_METHOD,
  target: null,
  prepare: (effort) => lifecycleSides(orders(32), twins(32), effort),
};
