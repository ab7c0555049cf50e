/** Habeas cannot start. The message is a sentence for the person at the terminal that says what to do. */
export class StartError extends Error {}
