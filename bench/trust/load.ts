/** Milliseconds of each of so many pieces, one after the other. */
export async function latencies(piece: () => Promise<void>, count: number): Promise<number[]> {
  const found: number[] = [];
  for (let done = 0; done < count; done += 1) {
    const began = performance.now();
    await piece();
    found.push(performance.now() - began);
  }
  return found;
}

/** Pieces finished per second by so many clients, each of which begins the next as soon as one is done. */
export async function perSecond(piece: () => Promise<void>, clients: number, seconds: number): Promise<number> {
  const began = performance.now();
  const until = began + seconds * 1000;
  let finished = 0;
  const client = async () => {
    while (performance.now() < until) {
      await piece();
      finished += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return finished / ((performance.now() - began) / 1000);
}
