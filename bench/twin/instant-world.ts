import type { Activities } from "../../activities/index.ts";
import { type FakeWorld, fakeWorld } from "../../tests/support/workflows/fake-world.ts";
import { brokenMoney } from "../../tests/support/workflows/money.ts";
import type { LivedOrder } from "./orders.ts";

/**
 * Books and chain in memory, which answer at once. They remember every call and search what they remember, so each run
 * begins with a new one: else the last orders would wait for the memory of the first.
 */
export function instantWorld() {
  let world = fakeWorld();
  let lived: LivedOrder[] = [];
  const broken: string[] = [];
  const check = () => {
    const users = lived.flatMap((order) => order.users);
    const orders = lived.map(({ orderId }) => orderId);
    broken.push(...brokenMoney(world, { users, orders, workflows: lived.map(({ workflowId }) => workflowId) }));
    broken.push(...lived.flatMap(({ orderId }) => notClosed(world, orderId)));
  };
  return {
    activities: delegating(world.activities, () => world.activities),
    current: () => world,
    /** An order that came to its end, for the check of the books. */
    remember: (order: LivedOrder) => void lived.push(order),
    /** Checks what happened and begins anew. Nothing may be under way. */
    renew() {
      check();
      world = fakeWorld();
      lived = [];
    },
    broken: (): readonly string[] => broken,
  };
}

const notClosed = ({ ledger }: FakeWorld, orderId: string): readonly string[] =>
  ledger.statuses(orderId).at(-1) === "CLOSED" ? [] : [`${orderId} is ${ledger.statuses(orderId).at(-1)}`];

/** Each call goes to the activities of the moment. Keys and types stay those of the first ones. */
function delegating(first: Activities, current: () => Activities): Activities {
  const names = Object.keys(first) as (keyof Activities)[];
  const call = (name: keyof Activities) => [name, (...args: unknown[]) => Reflect.apply(current()[name], null, args)];
  return Object.fromEntries(names.map(call)) as Activities;
}
