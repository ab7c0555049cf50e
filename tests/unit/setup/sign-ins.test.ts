import { generateSecret, generateSync, verifySync } from "otplib";
import { addressLines, signInLines } from "@/lib/cli/demo/sign-ins";

const NOW = new Date("2026-11-23T08:00:10Z");

test("every sign-in is one line below its organisation, with the code that is right at the moment", () => {
  const totpSecret = generateSecret();
  const [heading, controller, line = "", note] = signInLines(
    [
      {
        controller: "Nordlund AB",
        role: "officer",
        email: "o@nordlund.example",
        password: "a-b-c",
        totpSecret,
      },
    ],
    NOW,
  );
  expect(heading).toMatch(/Role +Email +Password +Code/);
  expect(controller).toBe("  Nordlund AB");
  const code =
    line
      .trim()
      .split(/\s{2,}/)
      .at(-1) ?? "";
  const epoch = NOW.getTime() / 1000;
  expect(code).toMatch(/^\d{6}$/);
  expect(verifySync({ secret: totpSecret, token: code, epoch }).valid).toBe(true);
  expect(code).not.toBe(generateSync({ secret: totpSecret, epoch: epoch + 3600 }));
  expect(note).toContain("another 20 seconds");
});

test("the addresses begin with those of the portals", () => {
  const lines = addressLines("http://localhost:3000", {
    portals: [{ name: "Nordlund AB", slug: "nordlund" }],
    signIns: [],
  });
  expect(
    lines.map((line) =>
      line
        .trim()
        .split(/\s{2,}/)
        .at(-1),
    ),
  ).toEqual([
    "http://localhost:3000/nordlund",
    "http://localhost:3000/staff",
    "http://localhost:3000/dev/mailbox",
  ]);
});
