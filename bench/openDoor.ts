/** One user asks here as fast as a crowd: what the door would refuse is another measurement's business. */
export const OPEN_DOOR = {
  DOOR_ADDRESS_PER_MINUTE: '1000000',
  DOOR_USER_PER_MINUTE: '1000000',
  DOOR_USER_AT_A_TIME: '1000',
  DOOR_COST_PER_MINUTE: '1000000000000',
  // A crowd would not ask for the same thing in one user's name.
  IDENTICAL_READS: 'each',
};
