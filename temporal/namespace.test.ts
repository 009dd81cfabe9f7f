import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Connection } from "@temporalio/client";
import { msNumberToTs, tsToMs } from "@temporalio/common/lib/time.js";
import { testTemporal } from "../tests/support/temporal.ts";
import { SEARCH_ATTRIBUTES } from "../workflows/contracts/search-attributes.ts";
import { RETENTION_DAYS, setUpNamespace } from "./namespace.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const KEYWORD = 2;

let connection: Connection;

beforeAll(async () => {
  connection = await Connection.connect({ address: (await testTemporal()).address });
});
afterAll(() => connection.close());

async function register(retentionDays: number): Promise<string> {
  const namespace = `setup-${randomUUID()}`;
  const workflowExecutionRetentionPeriod = msNumberToTs(retentionDays * DAY_MS);
  await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod });
  return namespace;
}

async function retentionDays(namespace: string): Promise<number> {
  const { config } = await connection.workflowService.describeNamespace({ namespace });
  return tsToMs(config?.workflowExecutionRetentionTtl) / DAY_MS;
}

const attributes = async (namespace: string) =>
  Object.keys((await connection.operatorService.listSearchAttributes({ namespace })).customAttributes ?? {});

describe("setting up a namespace", () => {
  test("makes it with our retention and every search attribute, by several processes at once and again", async () => {
    const namespace = `setup-${randomUUID()}`;
    await Promise.all([1, 2, 3].map(() => setUpNamespace(connection, namespace)));
    await setUpNamespace(connection, namespace);
    expect(await retentionDays(namespace)).toBe(RETENTION_DAYS);
    expect(await attributes(namespace)).toEqual(expect.arrayContaining(SEARCH_ATTRIBUTES.map(({ name }) => name)));
  });

  test("prolongs a shorter retention and respects a longer one", async () => {
    const [short, long] = [await register(1), await register(90)];
    await setUpNamespace(connection, short);
    await setUpNamespace(connection, long);
    expect([await retentionDays(short), await retentionDays(long)]).toEqual([RETENTION_DAYS, 90]);
  });

  test("refuses one where a name of ours has another type: setting it would fail workflow tasks for ever", async () => {
    const namespace = await register(30);
    const searchAttributes = { NeedsOperator: KEYWORD };
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
    await expect(setUpNamespace(connection, namespace)).rejects.toThrow(
      "NeedsOperator is registered with another type",
    );
  });
});
