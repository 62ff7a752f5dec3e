import { type Config, ConfigurationFault, PUBLISHED_PASSWORD } from './config.ts';
import { gatewayIdentityOptions, usesEmbeddedProvider } from './gatewayIdentity.ts';

/**
 * What production does only where somebody has said so: it must not come about by a variable that was forgotten.
 * @throws ConfigurationFault one line for each such thing
 */
export function requireSaidSo(part: string, config: Config): void {
  if (!config.production) return;
  const faults = part === 'identity' ? ofProvider(config) : part === 'gateway' ? ofGateway(config) : [];
  if (faults.length > 0) throw new ConfigurationFault(faults.join('\n'));
}

function ofProvider({ demoUsers, demoPassword }: Config): string[] {
  const faults: string[] = [];
  if (!demoUsers)
    faults.push(
      'DEMO_USERS is not set: in production the embedded provider, whose users are the demonstration’s, does not start; accepted: no such part and a provider of your own in OIDC_ISSUER, or DEMO_USERS=allowed.',
    );
  if (demoPassword === PUBLISHED_PASSWORD)
    faults.push(
      'DEMO_PASSWORD is the published one: in production anybody could sign in by it; accepted: a password of your own.',
    );
  return faults;
}

function ofGateway(config: Config): string[] {
  const faults: string[] = [];
  if (usesEmbeddedProvider(config) && !config.demoUsers)
    faults.push(
      'OIDC_ISSUER is the embedded provider: in production the gateway lets none of the demonstration’s users in; accepted: the address of your own provider, or DEMO_USERS=allowed.',
    );
  // Where the provider is refused already, how it is asked is of no interest.
  if (faults.length === 0 && config.oidc.livenessRequired && !gatewayIdentityOptions(config).introspection)
    faults.push(
      'OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are not set: in production a disabled user must be out within a minute, for which the provider has to be asked; accepted: both, or OIDC_LIVENESS=optional.',
    );
  return faults;
}
