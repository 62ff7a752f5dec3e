import type { OperationRun } from '../operationRun.ts';
import type { SubgraphError } from './parseResponse.ts';
import { type Path, type PlanPath, pathsAt } from './paths.ts';
import type { Representations } from './representations.ts';

export interface ErrorPlacerOptions {
  subgraph: string;
  /** Of the fetch. */
  path: PlanPath;
  isEntityFetch: boolean;
  /** Response names of the answer by those of the fetch. */
  renamed: ReadonlyMap<string, string>;
  /** Where a fault of the whole fetch shows. */
  affectedPaths(run: OperationRun): Path[];
}

/** Adds the errors of a response to the run, at the paths of the answer that they belong to. */
export type PlaceErrors = (
  run: OperationRun,
  errors: readonly SubgraphError[],
  hasData: boolean,
  /** Null also where no entity came: then an error about one of them does not explain the others. */
  representations: Representations | null,
) => void;

export function createErrorPlacer(options: ErrorPlacerOptions): PlaceErrors {
  const { subgraph, path, isEntityFetch, renamed, affectedPaths } = options;

  const asResponsePath = (steps: readonly unknown[]): Path =>
    steps
      .filter((step) => typeof step === 'string' || typeof step === 'number')
      .map((step) => (typeof step === 'string' ? (renamed.get(step) ?? step) : step));

  return (run, errors, hasData, representations) => {
    const objectPaths = lazily(() => pathsAt(run.data, path));
    const objectsByIndex = lazily(() =>
      Map.groupBy(objectPaths().keys(), (at) => (representations as Representations).indices[at]),
    );
    /** The paths of the answer that an error's path stands for: one for each object with that representation. */
    const pathsOf = (steps: readonly unknown[]): readonly Path[] => {
      if (!isEntityFetch) return objectPaths().map((above) => [...above, ...asResponsePath(steps)]);
      const [entities, index, ...below] = steps;
      if (!representations || entities !== '_entities' || typeof index !== 'number') return [];
      const objects = objectsByIndex().get(index) ?? [];
      return objects.map((at) => [...(objectPaths()[at] as Path), ...asResponsePath(below)]);
    };
    const explainAll = lazily(() => run.markExplained(affectedPaths(run)));

    for (const { path: given, ...error } of errors) {
      if (run.hasMaxErrors) {
        // The other errors are left out, but what they explain counts as explained.
        explainAll();
        break;
      }
      const paths = Array.isArray(given) ? pathsOf(given) : [];
      if (paths.length > 0) run.addAnswered(paths, subgraph, error);
      else if (!hasData) run.addAnswered(affectedPaths(run), subgraph, error);
      else {
        // The error does not say what it is about, and there is data: it belongs to the whole answer.
        run.addAnswered([[]], subgraph, error);
        explainAll();
      }
    }
  };
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
