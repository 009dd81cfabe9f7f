/**
 * The same trace (a `traceparent`) with another span. Its id is made of what names it, not of chance: a replay must neither
 * take numbers from the workflow's own random source nor tell one span under two ids.
 */
export function childOf(traceparent: string, name: string): string {
  const [version, traceId, parentId, flags] = traceparent.split("-");
  const id = hash32(`${parentId}/${name}`, 0x811c9dc5) + hash32(`${name}/${parentId}`, 0x01000193);
  return [version, traceId, /^0+$/.test(id) ? "0000000000000001" : id, flags].join("-"); // all zeros means "no span"
}

/** FNV-1a, as eight hex digits. */
function hash32(text: string, seed: number): string {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
