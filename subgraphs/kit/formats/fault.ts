/** One text in both languages of the hub. */
export interface Words {
  zh: string;
  en: string;
}

/** Why a value was refused: a stable code (UPPER_SNAKE), what was wrong and what is accepted, both languages. Never contains the value itself. */
export interface Fault {
  code: string;
  message: Words;
  accepted: Words;
}

/** The outcome of reading one value from outside: the canonical value, or the reason for refusing it. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; fault: Fault };

export function parsed<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

export function refused(code: string, message: Words, accepted: Words): { ok: false; fault: Fault } {
  return { ok: false, fault: { code, message, accepted } };
}
