import { create } from "qrcode";

const QUIET_ZONE = 4;

/** A QR code as an inline drawing: dark on light in every colour scheme, since cameras want it so. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules;
  const side = size + 2 * QUIET_ZONE;
  const dark = Array.from(data, (bit, at) =>
    bit ? `M${at % size} ${Math.floor(at / size)}h1v1h-1z` : "",
  ).join("");
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${-QUIET_ZONE} ${-QUIET_ZONE} ${side} ${side}`}
      className="my-3 h-auto w-60 max-w-full"
      shapeRendering="crispEdges"
    >
      <rect x={-QUIET_ZONE} y={-QUIET_ZONE} width={side} height={side} fill="#fff" />
      <path d={dark} fill="#000" />
    </svg>
  );
}
