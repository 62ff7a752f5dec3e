import { SingleBar } from 'cli-progress';
import { verifyTrails } from '../auditTrails.ts';
import { readConfig } from '../config.ts';
import { startFault } from '../faults.ts';
import { AGENCY_PARTS } from '../partNames.ts';

/**
 * npm run audit:verify [-- <part> …]: checks the chain of disclosures of every agency, or of those that are named, names their
 * referrals that are open beside another one of the same record, and checks the
 * exchange's ledger with the signature of each entry and what both were at the last check; names the first bad row of each, and ends with 1 where there is one.
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
  const bar = new SingleBar({ format: '{chain} {bar} {value} of {total}', clearOnComplete: true });
  for await (const { chain, intact, entries, firstBad, fault } of verifyTrails(
    readConfig(),
    asked.length > 0 ? asked : AGENCY_PARTS,
    (chain, done, total) => (bar.isActive ? bar.update(done, { chain }) : bar.start(total, done, { chain })),
  )) {
    bar.stop();
    isIntact &&= intact;
    const bad = firstBad === null ? 'It is bad.' : `entry ${firstBad} is bad.`;
    console.log(intact ? `${chain}: ${entries} entries, intact.` : `${chain}: ${bad} ${fault}`);
  }
  process.exit(isIntact ? 0 : 1);
} catch (error) {
  console.error(startFault('audit:verify', error) ?? error);
  process.exit(1);
}
