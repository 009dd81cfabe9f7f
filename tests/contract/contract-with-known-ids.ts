import { readFileSync } from "node:fs";
import { runQuickstart } from "../../cli/quickstart/run.ts";
import type { Stack } from "../../cli/stack/stack.ts";
import { OfferHubSDK } from "../../sdk/index.ts";

// node tests/contract/contract-with-known-ids.ts > contract.json
//
// Fills a stack that runs (PORT, SANDBOX_PORT, OFFERHUB_MASTER_KEY) with users, orders, a dispute, a withdrawal and an endpoint,
// and prints the contract with their ids as the only values of its parameters: a fuzzer then meets what is there.

interface Schema {
  readonly properties?: Record<string, unknown>;
}
interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; schema: unknown }[];
  readonly requestBody?: { readonly content: { readonly "application/json": { readonly schema: Schema } } };
}
type Known = Readonly<Record<"users" | "orders" | "disputes" | "withdrawals" | "endpoints", readonly string[]>>;

const contract = JSON.parse(readFileSync(new URL("../../docs/openapi.json", import.meta.url), "utf8"));
const known = await fillStack();
for (const [path, operations] of Object.entries<Record<string, Operation>>(contract.paths)) {
  for (const operation of Object.values(operations)) nameKnown(path, operation);
}
console.log(JSON.stringify(contract));

async function fillStack(): Promise<Known> {
  const { PORT = "4000", SANDBOX_PORT = "4100", OFFERHUB_MASTER_KEY: masterKey = "" } = process.env;
  const urls = { gateway: `http://127.0.0.1:${PORT}`, sandbox: `http://127.0.0.1:${SANDBOX_PORT}` };
  const { order, disputed } = await runQuickstart({ urls, masterKey } as Stack, () => {}); // it reads nothing else of the stack
  const sdk = new OfferHubSDK({ apiUrl: urls.gateway, apiKey: masterKey });
  const [buyer, seller] = [order.buyer.userId, order.seller.userId];
  const opened = ["0.50", "1.00", "1.50", "2.00"].map((amount) =>
    sdk.orders.create({ buyer_id: buyer, seller_id: seller, amount, title: "To be fuzzed" }),
  );
  const [untouched, reserved, funded, doubted] = (await Promise.all(opened)).map(({ id }) => id);
  if (!untouched || !reserved || !funded || !doubted) throw new Error("four orders were opened");
  for (const id of [reserved, funded, doubted]) await sdk.orders.reserve(id);
  for (const id of [funded, doubted]) {
    await sdk.orders.createEscrow(id);
    await sdk.orders.fundEscrow(id);
  }
  const dispute = await sdk.disputes.open(doubted, { openedBy: "BUYER", reason: "QUALITY_ISSUE" });
  const { data: withdrawals } = await sdk.withdrawals.list({ userId: seller });
  const endpoint = await sdk.webhookEndpoints.create({ url: "https://example.org/events" });
  return {
    users: [buyer, seller],
    orders: [order.orderId, untouched, reserved, funded, doubted],
    disputes: [dispute.id, disputed.disputeId],
    withdrawals: withdrawals.map(({ id }) => id),
    endpoints: [endpoint.id],
  };
}

function nameKnown(path: string, { parameters = [], requestBody }: Operation): void {
  for (const parameter of parameters) {
    const ids = parameter.in === "header" ? undefined : idsOf(path, parameter.name);
    if (ids) parameter.schema = { type: "string", enum: ids };
  }
  const { properties = {} } = requestBody?.content["application/json"].schema ?? {};
  for (const name of Object.keys(properties)) {
    if (name === "orderId" && path.startsWith("/orders/")) delete properties[name]; // only that of the path is taken
    const ids = name === "id" || !(name in properties) ? undefined : idsOf(path, name);
    if (ids) properties[name] = { type: "string", enum: ids };
    if (/amount$/i.test(name)) properties[name] = { type: "string", enum: ["0.01", "0.50", "1.00", "100.00"] };
  }
}

/** What the name of a parameter speaks of; a bare `id` is of the noun its path begins with. */
function idsOf(path: string, name: string): readonly string[] | undefined {
  if (name === "id")
    return {
      users: known.users,
      orders: known.orders,
      disputes: known.disputes,
      withdrawals: known.withdrawals,
      "webhook-endpoints": known.endpoints,
    }[path.split("/")[1] ?? ""];
  return { userId: known.users, buyerId: known.users, sellerId: known.users, orderId: known.orders }[name];
}
