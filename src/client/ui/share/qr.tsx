// The room's address for a phone's camera. Dark on light in both themes, or many a reader does not see it.
import { encode } from "uqr";
import { laterWords } from "../../i18n/later/index.ts";
import { qrPath } from "./qr-path.ts";

/** The standard's quiet zone, in modules. */
const QUIET = 4;

/** The QR code of an address. */
export function Qr({ address }: { address: string }) {
  const { size, data } = encode(address, { ecc: "M", border: QUIET });
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={laterWords.value.share.qr}>
      <rect width={size} height={size} fill="#fff" />
      <path d={qrPath(data)} fill="#16130f" shape-rendering="crispEdges" />
    </svg>
  );
}
