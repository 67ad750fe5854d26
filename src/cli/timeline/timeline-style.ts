/**
 * Of the drawing, also where it stands in a page. The colours of phases are those of Okabe and Ito, which people who see
 * few colours can tell apart, and have enough contrast on both grounds.
 */
export const TIMELINE_STYLE = `
.fleet-timeline text{font:12px system-ui,sans-serif;fill:#1f2328}
.fleet-timeline .head{font-size:16px;font-weight:600}
.fleet-timeline .dim{fill:#59636e}
.fleet-timeline .name{text-anchor:end}
.fleet-timeline .tick{text-anchor:middle}
.fleet-timeline .ground{fill:#fff}
.fleet-timeline .grid{stroke:#d1d9e0}
.fleet-timeline .requested{fill:#8c959f}
.fleet-timeline .operation{fill:#56b4e9}
.fleet-timeline .starting{fill:#e69f00}
.fleet-timeline .ready{fill:#009e73}
.fleet-timeline .failed{fill:#d55e00}
.fleet-timeline .removing{fill:#cc79a7}
@media (prefers-color-scheme:dark){
.fleet-timeline text{fill:#f0f6fc}
.fleet-timeline .dim{fill:#9198a1}
.fleet-timeline .ground{fill:#0d1117}
.fleet-timeline .grid{stroke:#3d444d}
}
`;
