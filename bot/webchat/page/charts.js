// The figures: drawn as SVG with a title and a description, and as a table with the same numbers.

import { h, svg } from "./dom.js";
import { t } from "./words.js";

const ROW = 40;
const COLUMN = 84;
const NAMES = 210;

/** Draw both figures. */
export function charts(figures) {
  if (!figures.meetings.length) return [h("p", {}, t("figures_none"))];
  const attendance = figures.parties.map((party) => [party.name, ...party.present]);
  const actions = figures.meetings.map((day, number) => [day, figures.actions[number].open, figures.actions[number].done]);
  return [
    figure("attendance", t("figures_attendance"), dots(figures), [t("figures_party"), ...figures.meetings], attendance),
    figure("actions", t("figures_actions"), bars(figures), [t("figures_meeting"), t("figures_open"), t("figures_done")], actions),
  ];
}

function figure(id, title, picture, header, rows) {
  const told = rows.map((row) => `${row[0]}: ${row.slice(1).join(", ")}`).join(". ");
  picture.prepend(svg("title", { id: `figure-${id}-title` }, title), svg("desc", { id: `figure-${id}-about` }, told));
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-labelledby", `figure-${id}-title figure-${id}-about`);
  return h("section", { class: "figure", id: `figure-${id}` }, h("h3", {}, title), h("div", { class: "picture", tabindex: 0, role: "region", "aria-label": title }, picture),
    h("details", { open: true }, h("summary", {}, t("figures_table")), h("div", { class: "table", tabindex: 0, role: "group", "aria-label": title }, h("table", {},
      h("thead", {}, h("tr", {}, header.map((cell) => h("th", { scope: "col" }, cell)))),
      h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell, place) => h(place ? "td" : "th", place ? {} : { scope: "row" }, cell)))))))));
}

/** A party a row, a meeting a column: a filled dot with the number of people, a ring for nobody. */
function dots(figures) {
  const width = NAMES + COLUMN * figures.meetings.length;
  const height = ROW * (figures.parties.length + 1);
  const most = Math.max(1, ...figures.parties.flatMap((party) => party.present));
  const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height });
  figures.meetings.forEach((day, column) => picture.append(label(NAMES + COLUMN * (column + 0.5), 24, shorten(day), "middle", "axis")));
  figures.parties.forEach((party, row) => {
    const y = ROW * (row + 1.5);
    picture.append(svg("line", { x1: 0, x2: width, y1: y + ROW / 2, y2: y + ROW / 2, class: "rule" }), label(0, y + 5, party.name, "start", "name"));
    party.present.forEach((number, column) => {
      const x = NAMES + COLUMN * (column + 0.5);
      picture.append(svg("circle", { cx: x, cy: y, r: number ? 10 + 6 * (number / most) : 8, class: number ? "full" : "none" }));
      if (number) picture.append(label(x, y + 5, String(number), "middle", "inside"));
    });
  });
  return picture;
}

/** A meeting a column: open action points standing on those that are done. */
function bars(figures) {
  const height = 180;
  const most = Math.max(1, ...figures.actions.map((one) => one.open + one.done));
  const width = 60 + COLUMN * figures.meetings.length;
  const picture = svg("svg", { viewBox: `0 0 ${width} ${height + 50}`, width, height: height + 50 });
  const scale = (height - 20) / most;
  picture.append(svg("line", { x1: 0, x2: width, y1: height, y2: height, class: "rule" }));
  figures.actions.forEach((one, column) => {
    const x = 30 + COLUMN * (column + 0.5) - 20;
    const done = one.done * scale;
    const open = one.open * scale;
    if (one.done) picture.append(svg("rect", { x, y: height - done, width: 40, height: done, class: "done" }), label(x + 20, height - done / 2 + 5, String(one.done), "middle", "name"));
    if (one.open) picture.append(svg("rect", { x, y: height - done - open, width: 40, height: open, class: "full" }), label(x + 20, height - done - open / 2 + 5, String(one.open), "middle", "inside"));
    picture.append(label(x + 20, height + 20, shorten(figures.meetings[column]), "middle", "axis"));
  });
  picture.append(svg("rect", { x: 0, y: height + 34, width: 12, height: 12, class: "full" }), label(18, height + 45, t("figures_open"), "start", "axis"),
    svg("rect", { x: 90, y: height + 34, width: 12, height: 12, class: "done" }), label(108, height + 45, t("figures_done"), "start", "axis"));
  return picture;
}

function label(x, y, text, anchor, kind) {
  return svg("text", { x, y, "text-anchor": anchor, class: kind }, text);
}

function shorten(day) {
  return day.split(" ").slice(1, 3).map((part) => part.slice(0, 3)).join(" ");
}
