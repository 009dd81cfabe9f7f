/**
 * So many at a time, each beginning its next piece of work when its last one is done, until the time is over; what is
 * under way then is finished. Resolves with the pieces done per second.
 */
export async function closedLoop(inFlight: number, seconds: number, work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;
  let done = 0;
  const workOn = async () => {
    do {
      await work();
      done += 1;
    } while (performance.now() < endsAt);
  };
  await Promise.all(Array.from({ length: inFlight }, workOn));
  return (done * 1000) / (performance.now() - startedAt);
}
