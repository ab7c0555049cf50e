import { type Money, paidInFullOn, refundableOn } from "@/lib/domain/fee/paid-on";
import type { IsoDate } from "@/lib/domain/kernel/date";

const money = (kind: Money["kind"], amountMinor: number, day: string): Money => ({
  kind,
  amountMinor,
  on: `2026-03-${day}` as IsoDate,
});

// Art. 12A UK GDPR: the month runs from the latest of request, identity and fee.
test.each([
  ["in one payment", [money("payment", 100, "17")], "2026-03-17"],
  [
    "in parts, written down in another order",
    [money("payment", 40, "17"), money("payment", 60, "12")],
    "2026-03-17",
  ],
  ["too much", [money("payment", 90, "12"), money("payment", 90, "13")], "2026-03-13"],
  [
    "on the first day, whatever went back later",
    [money("payment", 100, "12"), money("refund", 100, "13")],
    "2026-03-12",
  ],
  ["not while something is missing", [money("payment", 99, "12")], null],
  [
    "not with what had gone back before",
    [
      money("payment", 60, "12"),
      money("refund", 20, "13"),
      money("payment", 40, "14"),
      money("payment", 20, "15"),
    ],
    "2026-03-15",
  ],
])("paid in full: %s", (_, all, on) => {
  expect(paidInFullOn(100, all)).toBe(on);
});

test("what can go back is what had come by that day, less all that went back on any", () => {
  const all = [money("payment", 60, "12"), money("payment", 40, "14"), money("refund", 50, "14")];
  expect(["11", "12", "13", "14", "20"].map((day) => refundableOn(`2026-03-${day}` as IsoDate, all))).toEqual(
    [0, 10, 10, 50, 50],
  );
});
