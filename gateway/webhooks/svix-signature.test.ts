import { createHmac } from "node:crypto";
import { expect, test } from "@jest/globals";
import { isSignedBySvix } from "./svix-signature.ts";

// The example of Svix's own documentation: https://docs.svix.com/receiving/verifying-payloads/how-manual
const SECRET = "whsec_plJ3nmyCDGBKInavdOK15jsl";
const EXAMPLE = {
  "svix-id": "msg_loFOjxBNrRLzqYUf",
  "svix-timestamp": "1731705121",
  "svix-signature": "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=",
};
const BODY = '{"event_type":"ping","data":{"success":true}}';
const AT = new Date(1_731_705_121_000);

const isSigned = (headers: Record<string, string>, body = BODY, now = AT, secret = SECRET) =>
  isSignedBySvix({ header: (name) => headers[name], bytes: Buffer.from(body) }, secret, now);

test("takes what Svix signed, up to five minutes off", () => {
  expect(isSigned(EXAMPLE)).toBe(true);
  expect(isSigned(EXAMPLE, BODY, new Date(AT.getTime() + 300_000))).toBe(true);
  expect(isSigned(EXAMPLE, BODY, new Date(AT.getTime() - 300_000))).toBe(true);
  const two = { ...EXAMPLE, "svix-signature": `v1,${"A".repeat(43)}= v1a,x ${EXAMPLE["svix-signature"]}` };
  expect(isSigned(two)).toBe(true);
});

interface Attack {
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly now?: Date;
  readonly secret?: string;
}
const but = (change: Partial<Record<keyof typeof EXAMPLE, string>>): Attack => ({ headers: { ...EXAMPLE, ...change } });

test.each<[string, Attack]>([
  ["nothing", { headers: {} }],
  ["no id", but({ "svix-id": "" })],
  ["no time", but({ "svix-timestamp": "" })],
  ["no signature", but({ "svix-signature": "" })],
  ["another id", but({ "svix-id": "msg_other" })],
  ["another time", but({ "svix-timestamp": "1731705122" })],
  ["a time in another form", but({ "svix-timestamp": " 1731705121" })],
  ["half a signature", but({ "svix-signature": "v1,rAvfW3dJ/X/qxhsaXPOyyCGm" })],
  ["another version", but({ "svix-signature": EXAMPLE["svix-signature"].replace("v1", "v2") })],
  ["another body", { body: `${BODY} ` }],
  ["an old call", { now: new Date(AT.getTime() + 301_000) }],
  ["a call of the future", { now: new Date(AT.getTime() - 301_000) }],
  ["another secret", { secret: "whsec_plJ3nmyCDGBKInavdOK15jsm" }],
])("refuses %s", (_what, { headers = EXAMPLE, body, now, secret }) => {
  expect(isSigned(headers, body, now, secret)).toBe(false);
});

test("refuses a signature by an empty key, whatever the secret's form", () => {
  const signature = createHmac("sha256", "")
    .update(`${EXAMPLE["svix-id"]}.${EXAMPLE["svix-timestamp"]}.${BODY}`)
    .digest("base64");
  expect(isSigned({ ...EXAMPLE, "svix-signature": `v1,${signature}` })).toBe(false);
});
