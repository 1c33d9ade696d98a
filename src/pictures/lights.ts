import type { Light } from "../deadlines/light.ts";
import type { Paint } from "./drawing.ts";

export type Shown = Exclude<Light, "done">;

/** They differ without colour too: dark, striped, pale. */
export const lightPaints: Readonly<Record<Shown, { readonly paint: Paint; readonly edge: string }>> = {
  red: { paint: "#b42318", edge: "#b42318" },
  yellow: { paint: { stripes: "#b7791f" }, edge: "#b7791f" },
  green: { paint: "#a9d8b8", edge: "#2f7d4f" },
};
