import type { Benchmark } from "./measure/benchmark.ts";
import { LIFECYCLE_METHOD, lifecycleSides, orders } from "./twin/lifecycle-sides.ts";

export const ordersAt32OverOrdersAt1: Benchmark = {
  name: "orders-at-32-over-orders-at-1",
  ratio: "orders/s with 32 in flight ÷ orders/s with 1 in flight",
  method: LIFECYCLE_METHOD,
  target: null,
  prepare: (effort) => lifecycleSides(orders(32), orders(1), effort),
};
