/** How long a piece takes. */
export async function milliseconds(piece: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await piece();
  return performance.now() - began;
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

/** Measures one after the other, so many times: what else the machine does meanwhile meets all alike. */
export async function alternating<Which extends string>(
  order: readonly Which[],
  times: number,
  measure: (which: Which) => Promise<number>,
): Promise<Record<Which, number>[]> {
  const found: Record<Which, number>[] = [];
  for (let time = 0; time < times; time += 1) {
    const one: Partial<Record<Which, number>> = {};
    for (const which of order) one[which] = await measure(which);
    found.push(one as Record<Which, number>);
  }
  return found;
}
