import { verifyTrails } from '../auditTrails.ts';
import { readConfig } from '../config.ts';
import { startFault } from '../faults.ts';
import { AGENCY_PARTS } from '../partNames.ts';

/**
 * npm run audit:verify [-- <part> …]: checks the chain of disclosures of every agency, or of those that are named, and the
 * exchange's ledger; names the first bad row of each, and ends with 1 where there is one.
 */
const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !AGENCY_PARTS.includes(part));
if (unknown.length > 0) {
  console.error(
    `No agency is called ${unknown.join(', ')}. Usage: npm run audit:verify -- ${AGENCY_PARTS.join(', ')}.`,
  );
  process.exit(2);
}
try {
  let isIntact = true;
  for await (const { chain, intact, entries, firstBad, fault } of verifyTrails(
    readConfig(),
    asked.length > 0 ? asked : AGENCY_PARTS,
  )) {
    isIntact &&= intact;
    console.log(intact ? `${chain}: ${entries} entries, intact.` : `${chain}: entry ${firstBad} is bad. ${fault}`);
  }
  process.exit(isIntact ? 0 : 1);
} catch (error) {
  console.error(startFault('audit:verify', error) ?? error);
  process.exit(1);
}
