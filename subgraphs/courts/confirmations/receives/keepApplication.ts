import { judicialConfirmation } from '../../../contracts/judicialConfirmation.ts';
import type { Receive } from '../../../kit/definition.ts';
import { insertApplication } from '../store.ts';

/** A joint application arrived: it is kept as it was referred, for the court that decides whether to accept it. */
export const keepApplication: Receive = async (tx, { header, body }, { cipher }) => {
  const { mediationNumber, agreedOn, agreement, amount, appliedOn, documents } = judicialConfirmation.SEND.parse(body);
  await insertApplication(tx, {
    referralId: header.referral,
    regionCode: header.region,
    caseId: header.case,
    mediationId: header.subject,
    mediationNumber,
    agreedOn,
    agreementSealed: cipher.seal(agreement),
    agreementAmount: amount,
    appliedOn,
    documents,
    applicantTokens: header.persons,
  });
};
