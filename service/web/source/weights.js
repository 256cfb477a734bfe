import { TreemapChart } from "echarts/charts";
import { AriaComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

echarts.use([TreemapChart, TooltipComponent, AriaComponent, SVGRenderer]);

// One hue a level; each is readable under white text (contrast above 4.5) in both themes.
const HUES = ["#1f5fa8", "#0b6e5f", "#8a5a00", "#7a3f98", "#a23b4a", "#4a5568"];

// Draws the points of each indicator inside its level. The host's data-weights is [{name, value, children}].
export function drawWeights(host, dark) {
  echarts.getInstanceByDom(host)?.dispose();
  host.hidden = false;
  const chart = echarts.init(host, dark ? "dark" : null, { renderer: "svg" });
  chart.setOption({
    backgroundColor: "transparent",
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    tooltip: { formatter: ({ name, value }) => `${echarts.format.encodeHTML(name)}　<b>${value}</b> 分` },
    series: [treemap(coloured(JSON.parse(host.dataset.weights)), getComputedStyle(host).backgroundColor)],
  });
  watch(host, chart);
}

function coloured(levels) {
  return levels.map((level, index) => {
    const color = HUES[index % HUES.length];
    const children = level.children.map((child) => ({ ...child, itemStyle: { color, borderColor: "#ffffff66" } }));
    return { ...level, itemStyle: { color, borderColor: color }, children };
  });
}

function treemap(data, ground) {
  const text = { color: "#fff", fontSize: 12 };
  return {
    type: "treemap",
    data,
    left: 0, right: 0, top: 0, bottom: 0,
    roam: false,
    nodeClick: false,
    breadcrumb: { show: false },
    label: { ...text, lineHeight: 17, padding: 4, overflow: "break", formatter: ({ name, value }) => `${name}\n${value} 分` },
    upperLabel: { ...text, show: true, height: 24, padding: [0, 6], fontWeight: 600, formatter: ({ name, value }) => `${name} ${value} 分` },
    levels: [
      { itemStyle: { gapWidth: 4, borderWidth: 0, borderColor: ground }, upperLabel: { show: false } },
      { itemStyle: { gapWidth: 0, borderWidth: 1 } },
      { itemStyle: { borderWidth: 1 } },
    ],
  };
}

function watch(host, chart) {
  new ResizeObserver((_, observer) => (chart.isDisposed() ? observer.disconnect() : chart.resize())).observe(host);
}
