import type { Addressee } from "@/lib/domain/notice/addressee";

/** The controller whose processor we are for the data asked about; sealed under the request's key. */
export type Customer = Addressee;
