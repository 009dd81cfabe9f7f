import type { Service } from "../process/service.ts";
import { type DataFolder, dataFolder, emptyDataFolder } from "./data-folder.ts";
import { devSecrets } from "./dev-secrets.ts";
import { DEVELOPMENT_DEFAULTS, type Places, serviceEnvironment } from "./environment.ts";
import { type Launch, launchPostgres, launchRedis, launchSandbox, launchTemporal } from "./launch.ts";
import { nodeService } from "./node-service.ts";
import { endLeftovers, takeOwnership } from "./ownership.ts";
import { choosePorts, type Ports } from "./ports.ts";
import { createRegistry, type Registry } from "./registry.ts";
import { readSandboxFacts } from "./sandbox-facts.ts";
import type { Stack, StackOptions, StackUrls } from "./stack.ts";

type Settings = Readonly<Record<string, string>>;

/** Starts the whole system on this machine and resolves when it answers. What fails to start leaves nothing running. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const folder = dataFolder(options.dataDir);
  const giveBack = takeOwnership(folder);
  const registry = createRegistry(folder, { revive: options.revive ?? true, say: options.say });
  const stop = async () => {
    await registry.stopAll();
    giveBack();
  };
  options.signal?.addEventListener("abort", () => void registry.stopAll());
  try {
    return await launchAll(options, folder, registry, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function launchAll(
  options: StackOptions,
  folder: DataFolder,
  registry: Registry,
  stop: () => Promise<void>,
): Promise<Stack> {
  await clearTheWay(options, folder);
  const ports = await choosePorts(options.env, options.anyPorts ?? false, options.say);
  const env: NodeJS.ProcessEnv = {
    ...DEVELOPMENT_DEFAULTS,
    ...devSecrets(folder.secrets),
    ...options.env,
    ...options.settings,
  };
  const { durable = true, say, without = [] } = options;
  const places = await launchServers({ folder, ports, env, durable, say, run: registry.run });
  const facts = await readSandboxFacts(places.sandboxUrl);
  const environment = { ...env, ...serviceEnvironment(places, facts, ports, options.paymentProvider ?? "crypto") };
  const urls = urlsOf(places, ports);

  const ours = (name: "worker" | "gateway", settings: Settings = {}): Service => {
    const url = name === "worker" ? urls.workerHealth : urls.gateway;
    const place = { file: `${name}/main.ts`, url, readyUrl: `${url}/ready`, logPath: folder.log(name) };
    return nodeService({ name, ...place, env: { ...environment, ...settings } });
  };
  const wanted = (["worker", "gateway"] as const).filter((name) => !without.includes(name));
  await allOrNothing(wanted.map((name) => registry.run(name, ours(name))));

  return {
    urls,
    environment,
    masterKey: env.OFFERHUB_MASTER_KEY ?? "",
    processes: registry.processes,
    kill: (name, signal = "SIGKILL") => registry.get(name).stop(signal),
    restart: (name, settings) =>
      registry.get(name).start(name === "worker" || name === "gateway" ? ours(name, settings) : undefined),
    ended: (name) => registry.get(name).ended(),
    stop,
  };
}

async function clearTheWay({ reset, say }: StackOptions, folder: DataFolder): Promise<void> {
  const left = await endLeftovers(folder);
  if (left.length > 0) say(`ended what an earlier run had left: ${left.join(", ")}`);
  if (reset) emptyDataFolder(folder);
}

async function launchServers(launch: Launch): Promise<Places> {
  const steps = [launchPostgres(launch), launchRedis(launch), launchTemporal(launch), launchSandbox(launch)] as const;
  const [databaseUrl, redisUrl, temporalAddress, sandboxUrl] = await allOrNothing(steps);
  const temporalNamespace = launch.env.TEMPORAL_NAMESPACE ?? "default";
  const isOurs = launch.env.TEMPORAL_ADDRESS === undefined;
  const temporalUiUrl = isOurs ? `http://127.0.0.1:${launch.ports.temporalUi}` : null;
  return { databaseUrl, redisUrl, temporalAddress, temporalNamespace, temporalUiUrl, sandboxUrl };
}

const urlsOf = (places: Places, ports: Ports): StackUrls => ({
  gateway: `http://127.0.0.1:${ports.gateway}`,
  sandbox: places.sandboxUrl,
  workerHealth: `http://127.0.0.1:${ports.workerHealth}`,
  database: places.databaseUrl,
  redis: places.redisUrl,
  temporalAddress: places.temporalAddress,
  temporalNamespace: places.temporalNamespace,
  temporalUi: places.temporalUiUrl,
});

/** Like `Promise.all`, but it waits for the others before it fails: nothing goes on behind the back of a clean-up. */
async function allOrNothing<const Steps extends readonly Promise<unknown>[]>(steps: Steps) {
  await Promise.allSettled(steps);
  return Promise.all(steps);
}
