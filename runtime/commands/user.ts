import { disable, enable } from '../../identity/standing.ts';
import { SYSTEMS } from '../../identity/systems.ts';
import { loadUsers } from '../../identity/users.ts';
import { readConfig } from '../config.ts';
import { usesEmbeddedProvider } from '../gatewayIdentity.ts';
import { identityFiles } from '../installation.ts';

/** npm run user -- disable|enable <username or client>: lets somebody in no more at the embedded provider, or again. */
const [verb, name] = process.argv.slice(2);
if ((verb !== 'disable' && verb !== 'enable') || !name) {
  console.error('Usage: npm run user -- disable <username>, or enable; an agency’s system goes by its client id.');
  process.exit(2);
}
try {
  const config = readConfig();
  if (!usesEmbeddedProvider(config)) {
    throw new Error('OIDC_ISSUER names a provider of your own: disable the user there; the gateway asks it.');
  }
  const known = [
    ...loadUsers(config.usersFile).map(({ username }) => username),
    ...SYSTEMS.map(({ client }) => client),
  ];
  if (!known.includes(name)) {
    throw new Error(
      `There is no ${name}; the users are in identity/users.yml, and each agency has a system: police-system.`,
    );
  }
  const folder = identityFiles(config).standing;
  if (verb === 'disable') disable(folder, name);
  else enable(folder, name);
  console.log(
    verb === 'disable'
      ? `${name} cannot sign in any more, and is out of what was begun within ${config.oidc.livenessSeconds} seconds.`
      : `${name} may sign in again; what was begun before does not go on.`,
  );
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
