/** Whom a letter goes to that is neither for the requester nor for one of us. */
export type Addressee = {
  readonly name: string;
  /** One of the two at least: where the letter goes. */
  readonly email: string;
  readonly postalAddress: string;
};
