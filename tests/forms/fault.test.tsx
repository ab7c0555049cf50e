import { render, screen } from "@testing-library/react";
import Fault from "@/app/_ui/fault.client";

test("a part of a page that fails says so in the page's own language and offers to try again", () => {
  Object.assign(document.body.dataset, {
    faultTitle: "Något gick fel hos oss",
    faultText: "Vänta en liten stund.",
    faultAgain: "Försök igen",
  });
  render(<Fault />);
  expect(screen.getByRole("heading", { level: 1, name: "Något gick fel hos oss" })).toBeVisible();
  expect(screen.getByText("Vänta en liten stund.")).toBeVisible();
  expect(screen.getByRole("button", { name: "Försök igen" })).toBeEnabled();
});
