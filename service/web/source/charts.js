import { isDark } from "./theme-switch.js";

// ECharts is fetched only when a page has a chart.
export async function drawCharts() {
  const hosts = [...document.querySelectorAll("[data-weights]")];
  if (!hosts.length) return;
  const { drawWeights } = await import("./weights.js");
  hosts.forEach((host) => drawWeights(host, isDark()));
}
