import { expect, test } from "@jest/globals";
import { temporalSettings } from "./connect.ts";

test("address, namespace, API key and TLS come from Temporal's own variables", () => {
  const { connectionOptions, namespace } = temporalSettings({
    TEMPORAL_ADDRESS: "temporal.example.com:7233",
    TEMPORAL_NAMESPACE: "payments",
    TEMPORAL_API_KEY: "key",
    TEMPORAL_TLS_SERVER_NAME: "inner.example.com",
    TEMPORAL_CONFIG_FILE: "/nonexistent",
    UNSET: undefined,
  });
  expect(namespace).toBe("payments");
  expect(connectionOptions).toMatchObject({
    address: "temporal.example.com:7233",
    apiKey: "key",
    tls: { serverNameOverride: "inner.example.com" },
  });
});

test("the namespace is `default` when nothing names one", () => {
  expect(temporalSettings({ TEMPORAL_CONFIG_FILE: "/nonexistent" }).namespace).toBe("default");
});
