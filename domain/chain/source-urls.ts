/** Where the chain is read. A node of an operator of its own each: one operator who errs must not decide alone. */
export interface SourceUrls {
  readonly rpcUrls: readonly string[];
  /** null where two nodes or more make it unnecessary. */
  readonly horizonUrl: string | null;
  /** True of a sandbox, where one host is everything. */
  readonly isLocal: boolean;
}

/** `urls` is a comma-separated list; `url` is the older setting, which means one. The list wins. */
export function toRpcUrls(urls: string | undefined, url: string | undefined): readonly string[] {
  const listed = (urls ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
  return listed.length > 0 ? listed : url ? [url] : [];
}

/** Why these sources cannot be used; null when they can. Names the setting. */
export function objectionToSources({ rpcUrls, horizonUrl, isLocal }: SourceUrls): string | null {
  const malformed = rpcUrls.find((url) => !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol));
  if (malformed !== undefined) return "STELLAR_RPC_URLS: must be URLs, comma-separated";
  const hosts = rpcUrls.map(hostOf);
  const twice = hosts.find((host, index) => hosts.indexOf(host) !== index);
  if (twice) return `STELLAR_RPC_URLS: names the host ${twice} twice; each node must be another host`;
  if (horizonUrl !== null && !isLocal && URL.canParse(horizonUrl) && hosts.includes(hostOf(horizonUrl))) {
    return `STELLAR_HORIZON_URL: stands on ${hostOf(horizonUrl)}, as a node does; two words of one host are one`;
  }
  if (rpcUrls.length < 2 && horizonUrl === null) {
    return "STELLAR_HORIZON_URL: is required unless STELLAR_RPC_URLS names two hosts; one source alone proves nothing";
  }
  return null;
}

/** A dot at the end names the same host. */
const hostOf = (url: string): string => new URL(url).hostname.replace(/\.$/, "");
