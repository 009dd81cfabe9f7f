import type { GatewayBench, Reply } from "./gateway-bench.ts";

export interface OrderOfBench {
  readonly id: string;
  readonly buyerId: string;
  readonly sellerId: string;
}

/** Orders of 120.00 as a test needs them. */
export interface FundedOrders {
  created(more?: object): Promise<OrderOfBench>;
  /** Its money is in escrow. */
  funded(more?: object): Promise<OrderOfBench>;
  /** One funded order for all requests that change nothing. */
  shared(): Promise<OrderOfBench>;
  /** One dispute under review for all requests that change nothing. */
  sharedDispute(): Promise<{ readonly id: string }>;
}

export function fundedOrders(bench: GatewayBench): FundedOrders {
  const must = async (path: string, body: object = {}): Promise<Reply["body"]> => {
    const { status, body: answer } = await bench.request("POST", path, { body });
    if (status !== 200 && status !== 201) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
    return answer.data;
  };
  const orders: FundedOrders = {
    async created(more = {}) {
      const buyerId = await bench.user("500.00", "BUYER");
      const sellerId = await bench.user("0.00", "SELLER");
      const { id } = await must("/orders", { buyerId, sellerId, amount: "120.00", title: "A logo", ...more });
      return { id, buyerId, sellerId };
    },
    async funded(more) {
      const order = await orders.created(more);
      for (const command of ["reserve", "escrow", "escrow/fund"]) await must(`/orders/${order.id}/${command}`);
      return order;
    },
    shared: once(() => orders.funded()),
    sharedDispute: once(async () => {
      const order = await orders.funded();
      const dispute = await must(`/orders/${order.id}/disputes`, { openedBy: "BUYER", reason: "OTHER" });
      return must(`/disputes/${dispute.id}/assign`, { assignedTo: "agent 7" });
    }),
  };
  return orders;
}

function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let made: Promise<Result> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
