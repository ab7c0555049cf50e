/** When a request may be closed because its address was never confirmed (GDPR Art. 12(2), 12(6)). */
import { closableFrom, isClosable } from "@/lib/domain/decision/unconfirmed";

const at = (text: string) => new Date(text);
const FILED = { byPost: false, recordedAt: at("2026-03-01T08:00:00Z"), remindedAt: null };

test("by mail the reminder has to have left, and its link to have run out", () => {
  expect(closableFrom(FILED)).toBeNull();
  expect(isClosable(FILED, at("2027-01-01T00:00:00Z"))).toBe(false);
  const reminded = { ...FILED, remindedAt: at("2026-03-04T08:00:00Z") };
  expect(isClosable(reminded, at("2026-03-18T07:59:59Z"))).toBe(false);
  expect(isClosable(reminded, at("2026-03-18T08:00:00Z"))).toBe(true);
});

test("by letter three weeks, from when it was entered and not from an earlier receipt", () => {
  const letter = { ...FILED, byPost: true };
  expect(isClosable(letter, at("2026-03-22T07:59:59Z"))).toBe(false);
  expect(isClosable(letter, at("2026-03-22T08:00:00Z"))).toBe(true);
});
