import htmx from "htmx.org";
import "./app.css";
import { drawCharts } from "./charts.js";
import { showMarking, watchForm } from "./form.js";
import { watchTheme } from "./theme-switch.js";

htmx.config.history = false;

watchTheme(drawCharts);
watchForm();
drawCharts();
showMarking();

// A new answer is announced by moving to its heading; a chart is drawn only where one came.
document.addEventListener("htmx:after:swap", () => {
  drawCharts();
  showMarking();
  const heading = document.querySelector("#answer h2[tabindex]");
  if (!heading) return;
  heading.focus({ preventScroll: true });
  const { top } = heading.getBoundingClientRect();
  if (top < 0 || top > innerHeight * 0.7) heading.scrollIntoView({ block: "start" });
});

// Paper shows what the screen folds away, but for the reasons of each indicator, which would fill pages.
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("#found details:not([open]), .note:not([open])")];
  folded.forEach((details) => (details.open = true));
});
addEventListener("afterprint", () => folded.forEach((details) => (details.open = false)));
