// What wrangler.toml binds, for tests inside workerd.
import type { Env as Bindings } from "../../src/worker/env.ts";
import type * as worker from "../../src/worker/index.ts";

declare global {
  interface ImportMeta {
    /** `long` in npm run test:long; the seed that was asked for, or nothing. */
    readonly env: { readonly MODE: string; readonly EVICTION_SEED: string };
  }
  namespace Cloudflare {
    interface Env extends Bindings {}
    interface GlobalProps {
      mainModule: typeof worker;
    }
  }
}
