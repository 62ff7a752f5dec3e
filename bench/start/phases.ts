import { connect } from 'node:net';

/** When each thing was first seen, in seconds since the start. */
export type Phases = Map<string, number>;

/** Seldom enough to cost the start nothing that can be measured. */
const LOOK_MS = 40;

/** Notes when each port is first open. A subgraph listens once its database is migrated. */
export function watchPorts(
  ports: Readonly<Record<string, number>>,
  phases: Phases,
  elapsed: () => number,
): { stop(): void } {
  const waiting = new Map(Object.entries(ports));
  const timer = setInterval(() => {
    for (const [part, port] of waiting) {
      const socket = connect({ host: '127.0.0.1', port });
      socket.on('error', () => socket.destroy());
      socket.on('connect', () => {
        if (waiting.delete(part)) phases.set(part, elapsed());
        socket.destroy();
      });
    }
  }, LOOK_MS);
  return { stop: () => clearInterval(timer) };
}
