import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { createSecureContext, getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { ServerFactory } from '../subgraphs/kit/server/server.ts';
import { type Config, ConfigurationFault } from './config.ts';

/** Over TLS 1.2 or later where a certificate is configured. @throws ConfigurationFault where certificate and key do not fit */
export function serverFactoryOf({ tls }: Config): { serverFactory?: ServerFactory } {
  if (tls.certificate === null || tls.key === null) return {};
  const options = {
    cert: readFileSync(tls.certificate),
    key: readFileSync(tls.key),
    minVersion: 'TLSv1.2' as const,
  };
  try {
    createSecureContext(options);
  } catch {
    throw new ConfigurationFault('TLS_CERTIFICATE and TLS_KEY are not a certificate and its private key, in PEM.');
  }
  return {
    serverFactory: (handler, { http, requestTimeout, keepAliveTimeout } = {}) =>
      createServer({ ...options, ...http, requestTimeout, keepAliveTimeout }, handler),
  };
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** Has this process trust the authorities of TLS_CA, beside those that it trusts anyway, in whatever it connects to. */
export function trustAuthorities({ tls }: Config): void {
  if (tls.ca === null) return;
  const authorities = readFileSync(tls.ca, 'utf8').match(CERTIFICATE);
  if (!authorities) throw new ConfigurationFault('TLS_CA holds no certificate in PEM.');
  setDefaultCACertificates([...new Set([...getCACertificates('default'), ...authorities])]);
}
