import { SupergraphFault } from '../gateway/supergraph/supergraphFault.ts';
import { MigrationFault } from '../subgraphs/kit/database/migrationFiles.ts';
import { ConfigurationFault } from './config.ts';
import { ProcessFault } from './processFault.ts';

/** A fault of starting in one line for whoever started it; null for one that needs its stack. */
export function startFault(part: string, error: unknown): string | null {
  if (error instanceof ConfigurationFault) return error.message;
  if (error instanceof SupergraphFault) return `${part}: the supergraph cannot be served: ${error.message}`;
  if (error instanceof ProcessFault || error instanceof MigrationFault) return `${part}: ${error.message}`;
  const { code, port, address } = error as { code?: string; port?: number; address?: string };
  const variable = `${part.toUpperCase().replaceAll('-', '_')}_PORT`;
  if (code === 'EADDRINUSE') {
    const which = port === undefined ? 'Its port' : `Port ${port}`;
    return `${part}: ${which} is in use by another program; stop that one, or set ${variable} to a free port.`;
  }
  if (code === 'EACCES' && port !== undefined)
    return `${part}: port ${port} may not be opened by this user; set ${variable} above 1023.`;
  if (code === 'EADDRNOTAVAIL')
    return `${part}: the address ${address ?? ''} is not one of this machine's; set CASEGRAPH_HOST.`;
  if (code === 'ECONNREFUSED') return `${part}: its database does not answer; start it, or set its DATABASE_URL_….`;
  if (code === '28P01' || code === '28000') return `${part}: its database refuses the login of its DATABASE_URL_….`;
  if (code === '3D000') return `${part}: the database that its DATABASE_URL_… names does not exist.`;
  return null;
}
