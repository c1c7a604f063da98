// Lucide's drawings (ISC licence) as paths: cells and heads of the grid are plain elements, without React.
const PATHS = {
  arrows: ['m21 16-4 4-4-4', 'M17 20V4', 'm3 8 4-4 4 4', 'M7 4v16'],
  arrowUp: ['m5 12 7-7 7 7', 'M12 19V5'],
  arrowDown: ['M12 5v14', 'm19 12-7 7-7-7'],
  funnel: ['M4 5h16', 'M7 12h10', 'M10 19h4'],
  chevronDown: ['m6 9 6 6 6-6'],
  hidden: ['m9 7-5 5 5 5', 'm15 7 5 5-5 5'],
} as const;

export function svgIcon(name: keyof typeof PATHS): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'Icon is-small');
  svg.setAttribute('aria-hidden', 'true');
  for (const d of PATHS[name]) {
    const path = document.createElementNS(space, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
