// What all rooms of a deployment share, in one object: the keys by which push services know it (VAPID, RFC 8292). They are
// made when they are first asked for, and kept: a browser's subscription is good for one key only.
import { DurableObject } from "cloudflare:workers";

export interface Bindings {
  /** Whom push services can tell of trouble: `mailto:…` or `https:…`. Without one it is the address of our own pages. */
  PARLOR_CONTACT: string;
}

/** Base64url: the public key as an uncompressed point, the private one as a number. */
export interface PushKeys {
  publicKey: string;
  privateKey: string;
  /** Who we are. */
  subject: string;
}

/** The name of the only one. */
export const DEPLOYMENT = "deployment";

interface Row extends Record<string, string> {
  public: string;
  private: string;
  origin: string;
}

/** Who we are where nobody has said so: push services want somebody. */
const NOBODY = "https://parlor.invalid";

export class Deployment extends DurableObject<Bindings> {
  /** The keys. `origin` is that of our own pages, as far as who asks knows it; the first one told is kept. */
  async pushKeys(origin = ""): Promise<PushKeys> {
    const known = this.#read() ?? (await this.#make());
    if (known.origin === "" && origin !== "") {
      known.origin = origin;
      this.ctx.storage.sql.exec("UPDATE vapid SET origin = ?", origin);
    }
    const { PARLOR_CONTACT: contact } = this.env;
    return {
      publicKey: known.public,
      privateKey: known.private,
      // On plain http too: push services take no other.
      subject: /^(mailto:|https:)./.test(contact) ? contact : known.origin.replace(/^http:/, "https:") || NOBODY,
    };
  }

  #read(): Row | undefined {
    const { sql } = this.ctx.storage;
    sql.exec("CREATE TABLE IF NOT EXISTS vapid (public TEXT NOT NULL, private TEXT NOT NULL, origin TEXT NOT NULL)");
    return sql.exec<Row>("SELECT * FROM vapid").toArray()[0];
  }

  async #make(): Promise<Row> {
    const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
    if (!("privateKey" in pair)) throw new Error("no pair of keys was made");
    const { x = "", y = "", d = "" } = await exported(pair.privateKey);
    // Somebody else may have asked meanwhile: the first ones made are the keys.
    const known = this.#read();
    if (known !== undefined) return known;
    const row = { public: pointOf(x, y), private: d, origin: "" };
    const { sql } = this.ctx.storage;
    sql.exec("INSERT INTO vapid (public, private, origin) VALUES (?, ?, ?)", row.public, row.private, row.origin);
    return row;
  }
}

async function exported(key: CryptoKey): Promise<JsonWebKey> {
  const jwk = await crypto.subtle.exportKey("jwk", key);
  if (jwk instanceof ArrayBuffer) throw new Error("a key came as bytes");
  return jwk;
}

/** Both coordinates as one point, uncompressed. */
function pointOf(x: string, y: string): string {
  const bytes = [x, y].map((part) => Buffer.from(part, "base64url"));
  return Buffer.concat([Buffer.from([4]), ...bytes]).toString("base64url");
}
