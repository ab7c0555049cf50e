/** PostgreSQL cannot be started or stopped. The message is a sentence for the person at the terminal. */
export class PostgresError extends Error {}
