import { describe, expect, test } from "@jest/globals";
import { Connection, Client as TemporalClient } from "@temporalio/client";
import { Redis } from "ioredis";
import { Client } from "pg";
import { SEARCH_ATTRIBUTES } from "../../workflows/contracts/search-attributes.ts";
import { testDatabase } from "./postgres.ts";
import { testRedis } from "./redis.ts";
import { testTemporal, timeSkippingServerPath } from "./temporal.ts";

describe("a test that asks for", () => {
  test("a database gets one that nobody else sees", async () => {
    const [mine, theirs] = await Promise.all([testDatabase(), testDatabase()]);
    const count = async (url: string, sql: string) => {
      const client = new Client({ connectionString: url });
      await client.connect();
      const { rowCount } = await client.query(sql);
      await client.end();
      return rowCount;
    };
    await count(mine.url, "CREATE TABLE mine (id int)");
    const tables = "SELECT 1 FROM pg_tables WHERE tablename = 'mine'";
    expect([await count(mine.url, tables), await count(theirs.url, tables)]).toEqual([1, 0]);
    await Promise.all([mine.drop(), theirs.drop()]);
  });

  test("Redis gets a real one", async () => {
    const redis = new Redis((await testRedis()).url);
    expect(await redis.eval("return redis.call('TIME')[1] ~= nil", 0)).toBe(1);
    redis.disconnect();
  });

  test("Temporal gets a namespace of its own, with 30 days of retention and every search attribute", async () => {
    const temporal = await testTemporal();
    const namespace = await temporal.namespace("support");
    const connection = await Connection.connect({ address: temporal.address });
    const { config } = await connection.workflowService.describeNamespace({ namespace });
    expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(30 * 24 * 3600);
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    expect(Object.keys(customAttributes ?? {}).sort()).toEqual(
      expect.arrayContaining(SEARCH_ATTRIBUTES.map(({ name }) => name).sort()),
    );
    const client = new TemporalClient({ connection, namespace });
    expect((await client.workflow.count('PaymentState = "PARKED" AND UserIds = "usr_1"')).count).toBe(0);
    await connection.close();
  });

  test("the time-skipping server gets the path of a program", async () => {
    expect(await timeSkippingServerPath()).toMatch(/temporal-test-server/);
  });
});
