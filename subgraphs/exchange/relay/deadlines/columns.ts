/** The last notice that was given on a deadline. */
export type Notice = 'NONE' | 'REMIND' | 'OVERDUE' | 'SUPERVISE';

/** Pauses that are over, oldest first, as JSON has them: RFC 3339. */
export type Pauses = { from: string; to: string }[];
