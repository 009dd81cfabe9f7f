import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { xdr } from "@stellar/stellar-sdk";
import { usdcContractId } from "./identities.ts";
import { type SandboxClient, startClient } from "./testing/sandbox-client.ts";

let client: SandboxClient;
afterEach(() => client.close());

const latest = () => client.node._getLatestLedger();
const close = () => client.control.post("/stellar/close-ledger");
const armOf = (headerXdr: string | undefined): number => Buffer.from(headerXdr ?? "", "base64").readInt32BE(80);
const flags = async (): Promise<unknown[]> => {
  const { events } = await client.node._getEvents({
    startLedger: 1,
    filters: [{ type: "contract", contractIds: [usdcContractId] }],
  });
  return events.map((event) => "inSuccessfulContractCall" in event);
};

describe("a network that upgrades from 28 to 30", () => {
  beforeEach(async () => {
    client = await startClient({ protocol: 28, ledgerMs: "manual" });
  });

  test("writes milliseconds from the second ledger of 30 on, which the SDK cannot decode", async () => {
    await close();
    expect(await client.node.getLatestLedger()).toMatchObject({ protocolVersion: 28 });
    await client.control.post("/stellar/upgrade", { protocol: 30 });
    await close();
    const upgrading = await latest();
    expect(upgrading).toMatchObject({ protocolVersion: 30, sequence: 3 });
    const { scpValue } = xdr.LedgerHeader.fromXdr(upgrading.headerXdr ?? "", "base64");
    expect(scpValue.ext.type).toBe("stellarValueSigned");
    expect(scpValue.upgrades).toHaveLength(1);
    await close();
    const after = await latest();
    expect(armOf(after.headerXdr)).toBe(3);
    expect(() => xdr.LedgerHeader.fromXdr(after.headerXdr ?? "", "base64")).toThrow();
    expect(() => xdr.LedgerCloseMeta.fromXdr(after.metadataXdr ?? "", "base64")).toThrow();
    await expect(client.node.getLatestLedger()).rejects.toThrow();
  });

  test("keeps the second beside the milliseconds, rounded down", async () => {
    await client.control.post("/stellar/upgrade", { protocol: 30 });
    await close();
    await close();
    const { headerXdr, closeTime } = await latest();
    const header = Buffer.from(headerXdr ?? "", "base64");
    expect(header.readBigUInt64BE(68)).toBe(BigInt(closeTime ?? 0));
    expect(header.readBigUInt64BE(84) / 1000n).toBe(BigInt(closeTime ?? 0));
  });

  test("says of every event before, and of none after, whether its call succeeded", async () => {
    await client.control.post("/stellar/ledgers", { ledgerMs: 0 });
    await client.holder("5");
    expect(await flags()).toContain(true);
    await client.control.post("/stellar/upgrade", { protocol: 30 });
    await close();
    expect(await flags()).not.toContain(true);
  });

  test("tells its protocol at every face, and the newest that its nodes support", async () => {
    await client.control.post("/stellar/upgrade", { protocol: 30 });
    expect(await client.node.getNetwork()).toMatchObject({ protocolVersion: 28 });
    await close();
    expect(await client.node.getNetwork()).toMatchObject({ protocolVersion: 30 });
    const root = await fetch(`${client.url}/horizon`).then((answer) => answer.json());
    expect(root).toMatchObject({ current_protocol_version: 30, supported_protocol_version: 30 });
  });

  test("never goes back", async () => {
    await expect(client.control.post("/stellar/upgrade", { protocol: 27 })).rejects.toThrow(/409/);
  });
});

test("a chain that begins has the newest protocol", async () => {
  client = await startClient();
  expect(await client.node.getNetwork()).toMatchObject({ protocolVersion: 30 });
});
