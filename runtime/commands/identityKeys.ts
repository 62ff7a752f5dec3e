import { SIGNATURE_LIFE_SECONDS } from '../../identity/provider.ts';
import { rotateSigningKeys } from '../../identity/signingKeys.ts';
import { readConfig } from '../config.ts';
import { identityFiles, provision } from '../installation.ts';

/** npm run keys:identity: gives the embedded provider a new signing key, also while it runs. */
try {
  const config = readConfig();
  provision(config);
  const { next, previous, publishedUntil } = rotateSigningKeys(
    identityFiles(config).signingKeys,
    SIGNATURE_LIFE_SECONDS,
  );
  console.log(
    `The key ${next} signs from now on. ${previous} signs no more; its public half is published until ${publishedUntil}.`,
  );
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
