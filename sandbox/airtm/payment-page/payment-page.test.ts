import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { AirtmAid } from "../testing/airtm-aid.ts";

let aid: AirtmAid;
beforeAll(async () => {
  aid = await AirtmAid.start();
});
afterAll(() => aid.close());
beforeEach(() => aid.control("POST", "/reset"));

const pageOf = (id: string) => `${aid.sandbox.url}/airtm/payin/${id}`;
const open = async (id: string) => (await fetch(pageOf(id))).text();
const submit = (id: string, fields: Record<string, string>) =>
  fetch(pageOf(id), { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
const statusOf = async (id: string) => (await aid.request("GET", `/payins/${id}`)).body.status;

test("shows what is to be paid and who could, and loads nothing from elsewhere", async () => {
  const page = await open((await aid.payin()).id);
  expect(page).toContain("$25.50");
  expect(page).toContain("2 × Logo");
  expect(page).toContain("buyer@example.com");
  expect(page).not.toMatch(/<script|src=|https?:/);
});

test("escapes what the enterprise wrote", async () => {
  const page = await open((await aid.payin({ description: "<img onerror=x>", code: '"><b>' })).id);
  expect(page).toContain("&lt;img onerror=x&gt;");
  expect(page).not.toContain("<img");
  expect(page).not.toContain("<b>");
});

test("confirming pays, and returns with code and status", async () => {
  const { id, code } = await aid.payin();
  const answer = await submit(id, { action: "confirm", user: "buyer@example.com", email: "" });
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe(`https://shop.example.com/back?order=1&code=${code}&status=CONFIRMED`);
  expect(await statusOf(id)).toBe("CONFIRMED");
});

test("a typed address wins over a picked one", async () => {
  const { id } = await aid.payin();
  await submit(id, { action: "confirm", user: "us@example.com", email: "Seller@example.com" });
  expect((await aid.request("GET", `/payins/${id}`)).body.airtmUserEmail).toBe("seller@example.com");
});

test("canceling cancels, and returns to the other address", async () => {
  const { id } = await aid.payin();
  const answer = await submit(id, { action: "cancel" });
  expect(answer.headers.get("location")).toBe("https://shop.example.com/canceled");
  expect(await statusOf(id)).toBe("CANCELED");
});

test("a user of the United States is told no, and may let somebody else pay", async () => {
  const { id } = await aid.payin();
  const answer = await submit(id, { action: "confirm", user: "us@example.com" });
  expect(answer.status).toBe(400);
  const page = await answer.text();
  expect(page).toContain("Users in the United States cannot pay payins.");
  expect(page).toContain("Confirm payment");
  expect(await statusOf(id)).toBe("CREATED");
});

test("a payin that has ended offers no way to pay, and cannot be paid or canceled again", async () => {
  const { id } = await aid.payin();
  await submit(id, { action: "confirm", user: "buyer@example.com" });
  expect(await open(id)).not.toContain("Confirm payment");
  expect((await submit(id, { action: "confirm", user: "buyer@example.com" })).status).toBe(400);
  expect((await submit(id, { action: "cancel" })).status).toBe(400);
  expect(await aid.balance()).toEqual({ available: 100_025.5, pending: 0 });
});

test("an unknown payin is a 404", async () => {
  expect((await fetch(pageOf("none"))).status).toBe(404);
});
