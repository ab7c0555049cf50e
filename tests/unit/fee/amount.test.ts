/** GDPR Art. 12(5)(a): a reasonable fee on administrative cost; Switzerland at most CHF 300 (DPO Art. 19(2)). */
import fc from "fast-check";
import {
  balance,
  costLine,
  feeTotal,
  lineAmount,
  MOST_HUNDREDTHS,
  MOST_MINOR,
} from "@/lib/domain/fee/amount";
import { formatMoney } from "@/lib/i18n/money";
import { money } from "@/lib/schemas/fee/fee";

const minor = fc.integer({ min: 1, max: MOST_MINOR });
const hundredths = fc.integer({ min: 0, max: MOST_HUNDREDTHS });

test("price times quantity, in whole minor units, never more than it is", () => {
  expect(lineAmount(40_000, 150)).toBe(60_000);
  expect(lineAmount(333, 33)).toBe(109);
  fc.assert(
    fc.property(minor, hundredths, (price, much) => {
      const exact = BigInt(price) * BigInt(much);
      const sum = lineAmount(price, much);
      expect(Number.isSafeInteger(sum)).toBe(true);
      expect(BigInt(sum)).toBe(exact / 100n);
    }),
  );
});

test("a sum is its lines, in any order, and nothing is no fee", () => {
  const rate = { kind: "copying", label: {} } as const;
  fc.assert(
    fc.property(fc.array(fc.tuple(minor, hundredths), { maxLength: 8 }), (all) => {
      const lines = all.map(([price, much]) => costLine({ ...rate, minor: price }, much));
      const sum = lines.reduce((total, { sumMinor }) => total + sumMinor, 0);
      expect(feeTotal(lines, null)).toEqual(
        sum > 0 ? { ok: true, value: sum } : { ok: false, refusal: "nothing" },
      );
      expect(feeTotal(lines.toReversed(), null)).toEqual(feeTotal(lines, null));
    }),
  );
});

test("CHF 300 and not a Rappen more", () => {
  expect(feeTotal([{ sumMinor: 30_000 }], 30_000)).toEqual({ ok: true, value: 30_000 });
  expect(feeTotal([{ sumMinor: 30_001 }], 30_000)).toEqual({ ok: false, refusal: "too_much" });
});

test("money is neither made nor lost between paid, owed and too much", () => {
  fc.assert(
    fc.property(minor, fc.nat(MOST_MINOR), fc.nat(MOST_MINOR), (total, paid, back) => {
      const refunded = Math.min(paid, back);
      const { outstanding, over, refundable } = balance(total, paid, refunded);
      expect(refundable).toBe(paid - refunded);
      expect(refundable + outstanding - over).toBe(total);
      expect(Math.min(outstanding, over)).toBe(0);
    }),
  );
});

test.each([
  ["12", 1_200],
  ["12,5", 1_250],
  ["12.50", 1_250],
  ["0,01", 1],
  [" 7 ", 700],
  ["1,234", null],
  ["-1", null],
  ["1e3", null],
  ["", null],
  ["100000,01", null],
])("typed %p is %p", (typed, expected) => {
  const parsed = money.safeParse(typed);
  expect(parsed.success ? parsed.data : null).toBe(expected);
});

test("written with both decimals and the currency", () => {
  expect(formatMoney(62_500, "SEK", "sv")).toBe("625,00\u00a0SEK");
  expect(formatMoney(123_456_05, "EUR", "en")).toBe("123,456.05\u00a0EUR");
});
