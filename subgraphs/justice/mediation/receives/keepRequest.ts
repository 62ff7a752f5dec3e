import { policeMediation } from '../../../contracts/policeMediation.ts';
import type { Receive } from '../../../kit/definition.ts';
import { insertMediationRequest } from '../store/mediationRequests.ts';
import { withdrawMediation } from '../store/mediations.ts';

/** The police handed a dispute over: it is kept as it came, for the officer who takes it up. */
export const keepRequest: Receive = async (tx, { header, body }, { cipher }) => {
  const dispute = policeMediation.SEND.parse(body);
  await insertMediationRequest(tx, cipher, { ...dispute, referralId: header.referral, regionCode: header.region });
};

/** The police sent the dispute anew and took this referral back: the mediation that it began ends. */
export const withdrawDuplicate: Receive = (tx, { header }) => withdrawMediation(tx, header.referral);
