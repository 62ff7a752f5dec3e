import { createAgencyApp } from './agency/app.ts';
import { startAgencyWorker } from './agency/worker.ts';
import { KIT_TABLES, migrateDatabase } from './database/migrateDatabase.ts';
import type { RunningWorker } from './database/worker.ts';

export type { SubgraphApp, SubgraphOptions } from './server/options.ts';

import { type AgencyNames, partName, type SubgraphDefinition } from './definition.ts';
import type { SubgraphApp, SubgraphOptions } from './server/options.ts';
import { COMMON_SUBJECTS } from './sharing/subjects.ts';

/** A subgraph as the runtime sees it. Nothing happens before a verb is called. */
export interface Subgraph {
  agency: string;
  names: AgencyNames;
  /** Its folder, SDL file and part. */
  name: string;
  port: number;
  /** GraphQL types whose objects are records on persons or cases. */
  recordTypes: readonly string[];
  /** Brings its database to the newest form; safe when several do it at once. */
  migrate(databaseUrl: string): Promise<void>;
  createApp(options: SubgraphOptions): Promise<SubgraphApp>;
  startWorker(options: SubgraphOptions): Promise<RunningWorker>;
}

/** An agency's subgraph: its own tables and types, and its side of the referrals that it sends and receives. */
export function defineSubgraph<Store>(definition: SubgraphDefinition<Store>): Subgraph {
  return Object.freeze({
    agency: definition.agency,
    names: definition.names,
    name: partName(definition.agency),
    port: definition.port,
    recordTypes: recordTypes(definition.capabilities),
    migrate: (databaseUrl: string) => migrateDatabase(databaseUrl, [...KIT_TABLES, definition.migrations]),
    createApp: (options: SubgraphOptions) => createAgencyApp(definition, options),
    startWorker: (options: SubgraphOptions) => startAgencyWorker(definition, options),
  });
}

/** The types whose records are about somebody or a case: those of every subgraph, then those that the capabilities name. */
export function recordTypes(capabilities: readonly { about?: object }[]): string[] {
  return Object.keys(Object.assign({}, COMMON_SUBJECTS, ...capabilities.map(({ about }) => about)));
}
