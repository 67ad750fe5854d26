import type { InstanceProgress } from '../../contract/fleet-progress';
import { formatTime } from '../render/format-values';
import { escapeXml } from './escape-xml';
import type { FleetTimeline } from './fleet-timeline';
import { timelineSvg } from './timeline-svg';

const STYLE = `
:root{color-scheme:light dark}
body{margin:1.5rem auto;max-width:1100px;padding:0 1rem;font:14px/1.5 system-ui,sans-serif;background:#fff;color:#1f2328}
svg{max-width:100%;height:auto}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{padding:.25rem .75rem .25rem 0;text-align:left;vertical-align:top;border-bottom:1px solid #d1d9e0}
@media (prefers-color-scheme:dark){body{background:#0d1117;color:#f0f6fc}th,td{border-color:#3d444d}}
`;

const COLUMNS: readonly [head: string, cell: (instance: InstanceProgress) => string | undefined][] = [
  ['Instance', ({ name }) => name],
  ['State', ({ state }) => state],
  ['Address', ({ publicIpAddress }) => publicIpAddress],
  ['Requested', ({ requestedAt }) => timeOf(requestedAt)],
  ['Operation ended', ({ operation }) => timeOf(operation?.statusChangedAt)],
  ['Ready', ({ readyAt }) => timeOf(readyAt)],
  ['Failed', ({ failedAt }) => timeOf(failedAt)],
  ['Removed', ({ removedAt }) => timeOf(removedAt)],
  ['Problem', ({ problem }) => problem],
];

/** The drawing in a page that stands alone, with its rows as a table: what a picture says to some, text says to all. */
export function timelineHtml(timeline: FleetTimeline): string {
  const { title, facts, rows, hidden } = timeline;
  const columns = COLUMNS.filter(([, cell]) => rows.some(({ instance }) => cell(instance)));
  const head = columns.map(([name]) => `<th scope="col">${name}</th>`).join('');
  const body = rows.map(
    ({ instance }) =>
      `<tr>${columns.map(([, cell]) => `<td>${escapeXml(cell(instance) ?? '')}</td>`).join('')}</tr>`,
  );
  const table =
    rows.length === 0
      ? ''
      : `<div class="scroll"><table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table></div>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeXml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeXml(title)}</h1>
<p>${facts.map(escapeXml).join('<br>')}</p>
${timelineSvg(timeline)}${table}
${hidden === undefined ? '' : `<p>${escapeXml(hidden)}</p>\n`}</body>
</html>
`;
}

function timeOf(iso: string | undefined): string | undefined {
  return iso === undefined ? undefined : formatTime(iso);
}
