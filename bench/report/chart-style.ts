// The chart's look, in the page's own colours. It brings its card with it, for a picture in a README follows the system's
// light or dark and the page around it may not.

export const STYLE = `
  text { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", sans-serif;
    font-size: 13px; font-variant-numeric: tabular-nums; }
  .card { fill: #fcfbf7; stroke: #e2dfda; }
  .title { font-size: 20px; font-weight: 650; letter-spacing: -0.01em; }
  .title, .group, .rival, .value { fill: #26201c; }
  .group { font-weight: 600; }
  .soft { fill: #5d5751; }
  .bound, .foot, .ratio { fill: #6f6862; }
  .foot { font-size: 11.5px; }
  .parlor { fill: #8e3c0b; font-weight: 600; }
  .rule { stroke: #e2dfda; }
  .bar-rival { fill: #b6b0a9; }
  .bar-parlor { fill: #9c410a; }
  .bar-bound { fill: #f1eee8; stroke: #b6b0a9; stroke-dasharray: 3 2; }
  @media (prefers-color-scheme: dark) {
    .card { fill: #151310; stroke: #2d2926; }
    .title, .group, .rival, .value { fill: #e9e6e0; }
    .soft { fill: #aeaaa4; }
    .bound, .foot, .ratio { fill: #97938d; }
    .parlor { fill: #f9b191; }
    .rule { stroke: #2d2926; }
    .bar-rival { fill: #5a5450; }
    .bar-parlor { fill: #f4a988; }
    .bar-bound { fill: #211e1b; stroke: #5a5450; }
  }
`;
