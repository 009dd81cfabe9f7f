import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createProviderBudget } from "../provider-budget.ts";
import { type AnsweringServer, answeringServer, mutationsOf } from "../testing/answers.ts";
import { problemOf } from "../testing/problem-of.ts";
import { createTrustlessWorkClient, type TrustlessWorkClient } from "./client.ts";
import { verifyEnvelope } from "./verify-envelope.ts";

// Whatever Trustless Work leaves out, adds or changes: no transaction comes of it but the one that stands in the answer, and a
// sending counts as done only where it says so. What the transaction does is verified against the intent (verify-built.test.ts).

let server: AnsweringServer;
let client: TrustlessWorkClient;
beforeAll(async () => {
  server = await answeringServer();
  const settings = {
    apiUrl: server.url,
    apiKey: "id.secret",
    timeoutMs: 5_000,
    factoryContractId: "",
    feeAddress: "",
    wasmHashes: [],
  };
  client = createTrustlessWorkClient(
    settings,
    createProviderBudget(null, { provider: "t", requests: 1e6, seconds: 1 }),
  );
});
afterAll(() => server.close());

const BUILD = { status: "SUCCESS", message: "built", unsignedTransaction: "AAAA" };
const SENT = { status: "SUCCESS", message: "done" };
const cases = (answer: Record<string, unknown>) =>
  mutationsOf(answer).map((mutation) => [mutation.name, mutation.body] as const);

test.each(cases(BUILD))("a build with %s gives the transaction in it, or none", async (name, body) => {
  server.say(body);
  const built = client.release({ contractId: "C", releaseSigner: "G" });
  const isTold = typeof body.unsignedTransaction === "string";
  const isReadable = !/^(status|message) an object$/.test(name);
  if (isTold && isReadable) expect(await built).toBe(body.unsignedTransaction);
  else expect(await problemOf(built)).toBe("PROVIDER_UNAVAILABLE");
});

test.each(cases(SENT))("a sending with %s is done only when it says so", async (_, body) => {
  server.say(body);
  expect(await client.send("AAAA")).toBe(body.status === "SUCCESS");
});

test.each(["AAAA", "NEVER_HEARD_OF", "", "AAAAAgAAAAD/////"])(
  "an envelope %p that no codec reads is refused by name, not signed",
  (unsignedXdr) => {
    const rules = {
      networkPassphrase: "Test SDF Network ; September 2015",
      source: "G",
      feeStroopsMax: 1n,
      closeTimeSeconds: 0,
      transactionSeconds: 60,
    };
    expect(() => verifyEnvelope(unsignedXdr, rules)).toThrow(/envelope/);
  },
);
