import { type Parsed, parsed, refused } from './fault.ts';
import { normaliseCode } from './typedText.ts';

/**
 * Amounts in CNY as text with two decimals (`80000.00`), never as floating-point numbers: sums of tenths and hundredths must be
 * exact. A negative amount is a repayment or a correction; where only a payment makes sense, use `parsePositiveMoney`.
 */
const ACCEPTED = {
  zh: '人民币元，最多 12 位整数、2 位小数，例如 80000、80000.5、80000.50，不含逗号和货币符号',
  en: 'an amount in yuan of at most 12 integer digits and 2 decimals, such as 80000, 80000.5 or 80000.50, without commas or currency sign',
};

/** Reads an amount and gives it with two decimals. Faults: MONEY_FORMAT, MONEY_DECIMALS. */
export function parseMoney(text: string): Parsed<string> {
  const amount = normaliseCode(text);
  const match = /^-?\d{1,12}(?:\.(?<decimals>\d+))?$/.exec(amount);
  if (!match) {
    return refused('MONEY_FORMAT', { zh: '金额的格式不正确', en: 'the amount does not have the right form' }, ACCEPTED);
  }
  if ((match.groups?.decimals ?? '').length > 2) {
    return refused(
      'MONEY_DECIMALS',
      { zh: '金额的小数超过两位', en: 'the amount has more than two decimals' },
      ACCEPTED,
    );
  }
  return parsed(fromFen(fen(amount)));
}

/**
 * Reads an amount that came as a JSON number. Its shortest decimal form is what was sent, as long as that has no more digits
 * than a double holds for certain (15; an amount has at most 14). Fault: MONEY_NUMBER.
 */
export function parseMoneyNumber(number: number): Parsed<string> {
  const money = parseMoney(String(number));
  if (money.ok) return money;
  return refused(
    'MONEY_NUMBER',
    {
      zh: '该数字不能精确表示一个金额，请以文本（字符串）形式发送',
      en: 'the number is not an exact amount; send it as text',
    },
    { zh: `文本形式的金额，如 "80000.50"：${ACCEPTED.zh}`, en: `text such as "80000.50": ${ACCEPTED.en}` },
  );
}

/** As `parseMoney`, and refuses zero or below with MONEY_NOT_POSITIVE. */
export function parsePositiveMoney(text: string): Parsed<string> {
  const money = parseMoney(text);
  if (!money.ok || fen(money.value) > 0n) return money;
  return refused(
    'MONEY_NOT_POSITIVE',
    { zh: '金额必须大于零', en: 'the amount must be greater than zero' },
    { zh: `大于零的金额：${ACCEPTED.zh}`, en: `more than zero: ${ACCEPTED.en}` },
  );
}

/** The amount in fen (1/100 yuan). Throws RangeError where the text is not an amount with at most two decimals. */
export function fen(text: string): bigint {
  const match = /^(?<sign>-?)(?<yuan>\d+)(?:\.(?<decimals>\d{1,2}))?$/.exec(text);
  if (!match?.groups) throw new RangeError('an amount of money is digits with at most two decimals');
  const { sign = '', yuan = '', decimals = '' } = match.groups;
  const amount = BigInt(yuan + decimals.padEnd(2, '0'));
  return sign === '-' ? -amount : amount;
}

/** Yuan with two decimals for an amount in fen: 8000050n → `80000.50`. */
export function fromFen(amount: bigint): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The amount taken n times (36 times a monthly wage, say); n is a whole number, else RangeError. */
export function times(money: string, n: number): string {
  if (!Number.isSafeInteger(n)) throw new RangeError('an amount of money can be taken a whole number of times only');
  return fromFen(fen(money) * BigInt(n));
}

/** Negative, zero or positive as the first amount is less than, equal to or more than the second: fits `sort`. */
export function compareMoney(a: string, b: string): -1 | 0 | 1 {
  const difference = fen(a) - fen(b);
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}
