import { Address, type rpc } from "@stellar/stellar-sdk";
import { ledgerBehind } from "../cursor-position.ts";
import { readAnswer } from "../reaching.ts";
import type { PaymentInHistory } from "../read-payments.ts";
import { type ChainSettings, usdcContractId } from "../settings.ts";
import { symbol } from "../soroban-values.ts";
import { EventsPage, Health, RawEvent } from "../wire.ts";
import type { RpcNodes } from "./rpc-nodes.ts";

const PAGE_MAX = 200;

/**
 * Where no Horizon is: the payments to one address as the events of every node say that answers, newest first, as far back as
 * they go. What the one that deposits are followed at leaves out, another shows. Only plain fields of them are read.
 * @throws StepFailure of a node, when none answers
 */
export async function* paymentsByEvents(
  nodes: RpcNodes,
  settings: ChainSettings,
  address: string,
): AsyncGenerator<readonly PaymentInHistory[]> {
  const answering = await nodes.ranked();
  const asked = (answering.length > 0 ? answering : nodes.all).map((node) =>
    node.ask(`payments (${node.source})`, (server) => allTo(server, settings, address)),
  );
  const heard = await Promise.allSettled(asked);
  const failure = heard.find(({ status }) => status === "rejected");
  const shown = heard.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  if (shown.length === 0 && failure?.status === "rejected") throw failure.reason;
  yield newestFirst(shown.flat());
}

/** Each event once, however many nodes show it. */
function newestFirst(found: readonly SeenPayment[]): PaymentInHistory[] {
  const byEvent = new Map(found.map((seen) => [seen.id, seen]));
  return [...byEvent.values()]
    .sort((a, b) => (a.id < b.id ? 1 : -1)) // of one length each, ascending in the order of the chain
    .map(({ txHash, ledger }) => ({ txHash, ledger }));
}

interface SeenPayment extends PaymentInHistory {
  readonly id: string;
}

async function allTo(server: rpc.Server, settings: ChainSettings, address: string): Promise<SeenPayment[]> {
  const to = new Address(address).toScVal().toXdr("base64");
  const topics = [
    [symbol("transfer").toXdr("base64"), "*", to, "*"],
    [symbol("mint").toXdr("base64"), to, "*"],
  ];
  const filters = [{ type: "contract" as const, contractIds: [usdcContractId(settings)], topics }];
  const { oldestLedger, latestLedger } = readAnswer(Health, await server.getHealth());
  const found: SeenPayment[] = [];
  let page = readAnswer(EventsPage, await server._getEvents({ filters, limit: PAGE_MAX, startLedger: oldestLedger }));
  for (;;) {
    const { events, cursor } = page;
    found.push(...events.map(paymentIn));
    // an empty page may only mean that this stretch of ledgers holds none: its cursor says how far it has looked
    if (events.length < PAGE_MAX && ledgerBehind(cursor) >= latestLedger) return found;
    page = readAnswer(EventsPage, await server._getEvents({ filters, limit: PAGE_MAX, cursor }));
    if (page.cursor === cursor) return found; // it looks no further
  }
}

const paymentIn = (event: unknown): SeenPayment => {
  const { id, txHash, ledger } = readAnswer(RawEvent, event);
  return { id, txHash, ledger };
};
