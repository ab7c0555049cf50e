/** The controller whose processor we are for the data asked about; sealed under the request's key. */
export type Customer = {
  readonly name: string;
  /** One of the two at least: where the letter goes. */
  readonly email: string;
  readonly postalAddress: string;
};
