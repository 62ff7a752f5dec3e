/** One user asks here as fast as a crowd: what a limit would refuse is another measurement's business. */
export const OPEN_LIMITS = {
  LIMITS_ADDRESS_PER_MINUTE: '1000000',
  LIMITS_USER_PER_MINUTE: '1000000',
  LIMITS_USER_AT_A_TIME: '1000',
  LIMITS_COST_PER_MINUTE: '1000000000000',
  // A crowd would not ask for the same thing in one user's name.
  IDENTICAL_READS: 'each',
};
