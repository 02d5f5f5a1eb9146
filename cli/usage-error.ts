/** What was asked for cannot be meant: told in a sentence, exit code 2. */
export class UsageError extends Error {}
