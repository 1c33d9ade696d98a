import { parentPort, workerData } from "node:worker_threads";
import { Resvg } from "@resvg/resvg-js";

/** Draws each SVG that it is given, and ends. */
parentPort?.postMessage(
  (workerData as readonly string[]).map((svg) =>
    // what is drawn is the same on every machine: nothing is taken from its fonts
    new Resvg(svg, { font: { loadSystemFonts: false }, logLevel: "off" }).render().asPng(),
  ),
);
