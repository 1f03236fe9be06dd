// Points on a grid of coordinates: a map that needs no network. Squares are of a round length on the ground.
import { element, say } from "./texts.js";

const steps = [20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000];  // metres

function svg(name, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// Draws into a <figure data-points='[{"name", "lat", "lon", "here"}]'>, the first point in the middle.
export function drawMap(figure) {
  const points = JSON.parse(figure.dataset.points);
  if (!points.length) return;
  const middle = points[0];
  const width = Math.max(280, Math.min(720, figure.clientWidth)), height = width / 2;  // so that texts keep their size
  const metresPerDegree = 111320;
  const east = metresPerDegree * Math.cos(middle.lat * Math.PI / 180);
  const furthest = Math.max(0, ...points.map(point =>
    Math.max(Math.abs(point.lon - middle.lon) * east / 2, Math.abs(point.lat - middle.lat) * metresPerDegree)));
  let step = Math.max(0, steps.findIndex(one => one * 3 >= furthest));
  if (furthest === 0) step = 4;
  const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img" });
  picture.setAttribute("aria-label", say("mapOf", { name: middle.name, lat: middle.lat, lon: middle.lon }));
  const scale = element("span");
  const smaller = element("button", { type: "button", class: "plain", onclick: () => draw(--step) }, say("zoomIn"));
  const larger = element("button", { type: "button", class: "plain", onclick: () => draw(++step) }, say("zoomOut"));

  function draw(i) {
    const metres = steps[i];
    const perMetre = height / 6 / metres;
    const x = lon => width / 2 + (lon - middle.lon) * east * perMetre;
    const y = lat => height / 2 - (lat - middle.lat) * metresPerDegree * perMetre;
    picture.replaceChildren();
    const square = metres * perMetre;
    for (let at = width / 2 % square; at < width; at += square) {
      picture.append(svg("line", { class: "grid", x1: at, y1: 0, x2: at, y2: height }));
    }
    for (let at = height / 2 % square; at < height; at += square) {
      picture.append(svg("line", { class: "grid", x1: 0, y1: at, x2: width, y2: at }));
    }
    const degrees = value => Number(value).toFixed(metres < 1000 ? 5 : 3);
    picture.append(svg("text", { x: 6, y: height / 2 - 5 }, `${degrees(middle.lat)}°N`));
    picture.append(svg("text", { x: width / 2 + 5, y: height - 6 }, `${degrees(middle.lon)}°E`));
    for (const point of [...points].reverse()) {
      const left = x(point.lon), top = y(point.lat);
      if (left < 0 || left > width || top < 0 || top > height) continue;
      const isHere = point === middle;
      picture.append(svg("circle", { class: isHere ? "here" : "near", cx: left, cy: top, r: isHere ? 8 : 5 }));
      picture.append(svg("text", { class: "label", x: Math.max(4, Math.min(left + 11, width - 14 * point.name.length)), y: top - 10 },
        point.name));
    }
    scale.textContent = say("scale", { d: metres < 1000 ? `${metres} m` : `${metres / 1000} km` });
    smaller.disabled = i === 0;
    larger.disabled = i === steps.length - 1;
  }

  draw(step);
  figure.prepend(picture);
  figure.querySelector("figcaption").append(smaller, larger, scale);
}
