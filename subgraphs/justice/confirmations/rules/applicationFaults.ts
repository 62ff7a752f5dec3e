import { invalidInput, type Problem } from '../../../kit/problems/problem.ts';

/** The mediation has not ended with an agreement. */
export function noAgreement(mediationId: string): Problem {
  return invalidInput(
    ['mediationId'],
    {
      code: 'NO_AGREEMENT',
      message: { zh: '该纠纷没有达成调解协议。', en: 'The mediation has not ended with an agreement.' },
      accepted: { zh: '调解成功的纠纷', en: 'a mediation that ended with an agreement' },
    },
    mediationId,
  );
}

export function tooLate(lastDay: string): Problem {
  return invalidInput(
    ['appliedOn'],
    {
      code: 'APPLICATION_TERM_OVER',
      message: {
        zh: '自调解协议生效之日起已超过三十日，不能再申请司法确认。',
        en: 'The 30 days from the day on which the agreement came into force are over.',
      },
      accepted: { zh: `最迟 ${lastDay}`, en: `${lastDay} at the latest` },
    },
    null,
  );
}

export function beforeAgreement(agreedOn: string, received: string): Problem {
  return invalidInput(
    ['appliedOn'],
    {
      code: 'APPLIED_BEFORE_AGREEMENT',
      message: { zh: '申请日期早于调解协议。', en: 'The application is earlier than the agreement.' },
      accepted: { zh: `${agreedOn} 或以后`, en: `${agreedOn} or later` },
    },
    received,
  );
}

const ALL_PARTIES = {
  zh: '调解双方当事人全部的公民身份号码，且无其他人',
  en: 'the identity numbers of all parties of the mediation, and of nobody else',
};

/** Numbers are not repeated: which one is missing the officer sees in the papers. */
export function partyMissing(): Problem {
  const message = { zh: '并非全部当事人共同申请。', en: 'Not all parties apply together.' };
  return invalidInput(['applicants'], { code: 'PARTY_MISSING', message, accepted: ALL_PARTIES });
}

/** @param index of the number in the input */
export function notAParty(index: number): Problem {
  const message = { zh: '该人不是本纠纷的当事人。', en: 'This person is not a party of the mediation.' };
  return invalidInput(['applicants', index], { code: 'NOT_A_PARTY', message, accepted: ALL_PARTIES });
}
