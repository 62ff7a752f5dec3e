/** A part that runs. */
export interface RunningPart {
  /** Rejects where there is no use in going on. */
  hopeless?: Promise<never>;
  /** How long it goes on when it is told to stop, before it ends what is under way. */
  lingerMs?: number;
  close(): Promise<void>;
}
