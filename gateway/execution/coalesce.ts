import { isDeepStrictEqual } from 'node:util';
import type { GatewayViewer } from '../auth/viewer.ts';
import type { Answer, Engine, Operation } from './engine.ts';

/** A read in progress. */
interface PendingRead {
  /** Of the first client that asked. The read is cancelled when that client disconnects. */
  operation: Operation;
  viewer: GatewayViewer;
  answer: Promise<Answer>;
}

/**
 * Executes identical reads of one user that are in progress at the same time once: the same operation with the same variables,
 * by the same viewer, under the same referral. Reads without a user are not shared.
 */
export function coalesce(engine: Engine): Engine {
  /** By subject. A user has a few at most (concurrency limit). */
  const pending = new Map<string, PendingRead[]>();

  const start = (operation: Operation, viewer: GatewayViewer): Promise<Answer> => {
    const { subject } = viewer;
    const answer = engine.execute(operation);
    const read: PendingRead = { operation, viewer, answer };
    pending.set(subject, [...(pending.get(subject) ?? []), read]);
    const remove = () => {
      const others = pending.get(subject)?.filter((each) => each !== read) ?? [];
      if (others.length > 0) pending.set(subject, others);
      else pending.delete(subject);
    };
    answer.then(remove, remove);
    return answer;
  };

  const read = async (operation: Operation, viewer: GatewayViewer): Promise<Answer> => {
    const shared = pending.get(viewer.subject)?.find((each) => isJoinable(each, operation, viewer));
    if (!shared) return start(operation, viewer);
    const [result] = await Promise.allSettled([shared.answer]);
    // The first client disconnected, which cancelled the read: start again for those who still wait.
    if (shared.operation.signal.aborted && !operation.signal.aborted) return read(operation, viewer);
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  };

  return {
    prepare: (operation) => engine.prepare(operation),
    async execute(operation) {
      const { viewer, node } = operation;
      if (!viewer) return engine.execute(operation);
      if (node.operation === 'query') return read(operation, viewer);
      try {
        return await engine.execute(operation);
      } finally {
        // The user's next reads must see the change: they must not join a read that began before it.
        pending.delete(viewer.subject);
      }
    },
    subscribe: (operation) => engine.subscribe(operation),
    subgraphs: () => engine.subgraphs(),
    stop: () => engine.stop(),
  };
}

/** The same text has the same node while the document cache holds it. */
function isJoinable(pending: PendingRead, { node, referral, variables }: Operation, viewer: GatewayViewer): boolean {
  const { operation } = pending;
  return (
    !operation.signal.aborted &&
    operation.node === node &&
    operation.referral === referral &&
    isDeepStrictEqual(pending.viewer, viewer) &&
    isDeepStrictEqual(operation.variables, variables)
  );
}
