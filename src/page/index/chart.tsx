/** Lines over years, drawn by uPlot. */
import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import type { Line } from './series.ts';

/** Told apart by their lightness too. */
const COLOURS = ['#1d5b8f', '#b4552d', '#3d7a4e', '#7a4b94', '#8a6d1f', '#2a7f86', '#9c3a5b', '#5b6470'];
const HEIGHT = 260;
const FONT = '12px system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

interface ChartProps {
  lines: readonly Line[];
  names: readonly string[];
  /** Years in which the form changes. */
  breaks: readonly number[];
  breakLabel: string;
}

export function Chart({ lines, names, breaks, breakLabel }: ChartProps) {
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const parent = container.current!;
    const all = lines.flatMap(({ points }) => points.map(({ year }) => year));
    const [first, last] = [Math.min(...all), Math.max(...all)];
    const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const measures = [...new Set(lines.map(({ measure }) => measure))];
    const plot = new uPlot({
      width: Math.max(280, parent.clientWidth), height: HEIGHT, legend: { live: false },
      scales: { x: { time: false, range: [first - 0.3, last + 0.3] }, y: { range: (_, low, high) => [Math.min(0, low), high <= 0 ? 1 : high * 1.08] } },
      axes: [
        { font: FONT, stroke: '#555', grid: { show: false }, values: (_, splits) => splits.map((value) => (Number.isInteger(value) ? String(value) : '')), splits: () => years },
        { font: FONT, stroke: '#555', size: 64, grid: { stroke: '#e6e8eb', width: 1 }, values: (_, splits) => splits.map((value) => (Number.isInteger(value) ? String(value) : '')) },
      ],
      series: [
        {},
        ...lines.map((line, index): uPlot.Series => {
          const stroke = COLOURS[measures.indexOf(line.measure) % COLOURS.length]!;
          const ofTable = line.source === 'table';
          // What the tables say is drawn through; what only a local table or the prose says is dashed, its points hollow.
          return { label: names[index]!, stroke, width: 2, ...(ofTable ? {} : { dash: [5, 4] }), points: { show: true, size: 7, stroke, fill: ofTable ? stroke : '#fff' } };
        }),
      ],
      hooks: { draw: [(drawn) => { drawBreaks(drawn, breaks, breakLabel); }] },
    }, [years, ...lines.map(({ points }) => years.map((year) => points.find((point) => point.year === year)?.value ?? null))], parent);
    const resize = new ResizeObserver(() => { plot.setSize({ width: Math.max(280, parent.clientWidth), height: HEIGHT }); });
    resize.observe(parent);
    return () => {
      resize.disconnect();
      plot.destroy();
    };
  }, [lines, names.join('\n'), breaks.join()]);
  return <div class="chart" role="img" aria-label={names.join('，')} ref={container} />;
}

function drawBreaks(plot: uPlot, breaks: readonly number[], label: string): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.strokeStyle = '#a9b0b8';
  ctx.fillStyle = '#6b7280';
  ctx.font = `${11 * devicePixelRatio}px sans-serif`;
  ctx.textAlign = 'left';
  ctx.setLineDash([3 * devicePixelRatio, 4 * devicePixelRatio]);
  for (const [index, year] of breaks.entries()) {
    const x = plot.valToPos(year - 0.5, 'x', true);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    if (index === 0) ctx.fillText(label, x + 4 * devicePixelRatio, bbox.top + 12 * devicePixelRatio);
  }
  ctx.restore();
}
