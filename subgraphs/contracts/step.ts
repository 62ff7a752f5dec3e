import { z } from 'zod';

/** The body of every step: the officer's words beside the coded reason, which only the receiver can read. Steps with data extend it. */
export const step = z.object({ reasonText: z.string().optional() });
