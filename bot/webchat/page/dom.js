// Elements made of plain data. Text is always text: nothing here reads markup.

const SVG = "http://www.w3.org/2000/svg";
const ICONS = {
  reply: "M9 6 4 11l5 5M4 11h9a6 6 0 0 1 6 6v1",
  edit: "M5 19h3L18.5 8.5l-3-3L5 16zM13.5 7.5l3 3",
  remove: "M5 7h14M10 7V5h4v2M7 7l1 12h8l1-12",
  react: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M9 10v.5M15 10v.5M8.5 14c1.8 2.4 5.2 2.4 7 0",
  captured: "M6 4h9l4 4v12H6zM9 12h7M9 16h7M9 8h3",
  attach: "M18 11.5 12 17.500a3.700 3.700 0 0 1-5.300-5.300L13 6a2.500 2.500 0 0 1 3.600 3.600L10.500 15.700",
  close: "M6 6l12 12M18 6 6 18",
  lock: "M7 11h10v8H7zM9 11V8a3 3 0 0 1 6 0v3",
};

/** Make an element: attributes by name, `on…` listeners, `class`, and children that are nodes, strings or nothing. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat(4).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Make an SVG element. */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children.flat(4));
  return element;
}

/** Make a small picture that says nothing by itself. */
export function icon(name) {
  const picture = svg("svg", { viewBox: "0 0 24 24", width: 20, height: 20, "aria-hidden": "true", class: "icon" });
  picture.append(svg("path", { d: ICONS[name] }));
  return picture;
}

/** Make a button with a picture and a name. */
export function iconButton(name, label, onclick, more = {}) {
  return h("button", { type: "button", class: "icon-button", "aria-label": label, title: label, onclick, ...more }, icon(name));
}

/**
 * Fill an element anew and let the focus stay where it was, by the ids of what is in it. When what had it is gone, it
 * goes to what that names in `data-then`, else to the first thing one can press there.
 */
export function refill(element, ...children) {
  const held = element.contains(document.activeElement) ? document.activeElement : null;
  const wanted = held ? [held.id, held.dataset.then] : [];
  element.replaceChildren(...children.flat(4).filter(Boolean));
  if (!held) return;
  const next = wanted.map((id) => id && document.getElementById(id)).find(Boolean) ?? element.querySelector("button, a, input");
  next?.focus({ preventScroll: true });
}

/** Draw the bot's blocks; `press` is called with what a button stands for. `base` is the level of the first heading. */
export function nodes(blocks, press, base = 3) {
  return blocks.map((block) => draw(block, press, base));
}

function draw(block, press, base) {
  switch (block.t) {
    case "h":
      return h(`h${Math.min(6, block.level + base - 1)}`, {}, block.text);
    case "p":
      return h("p", {}, runs(block.runs));
    case "ul":
    case "ol":
      return list(block);
    case "table":
      return h("div", { class: "table", tabindex: 0, role: "group", "aria-label": block.header.join(", ") }, h("table", {},
        h("thead", {}, h("tr", {}, block.header.map((cell) => h("th", { scope: "col" }, cell)))),
        h("tbody", {}, block.rows.map((row) => h("tr", {}, row.map((cell) => h("td", {}, cell)))))));
    case "buttons":
      return h("div", { class: "buttons" }, block.buttons.map((one) =>
        h("button", { type: "button", disabled: !press, onclick: () => press(one.say) }, one.label)));
    default:
      return "";
  }
}

function list(block) {
  return h(block.t, {}, block.items.map((item) => h("li", {}, runs(item.runs), item.sub ? list(item.sub) : null)));
}

function runs(all) {
  return all.map((run) => {
    let made = run.s.split("\n").flatMap((line, number) => (number ? [h("br"), line] : [line]));
    if (run.c) made = [h("code", {}, made)];
    if (run.i) made = [h("em", {}, made)];
    if (run.b) made = [h("strong", {}, made)];
    if (run.u) made = [h("a", { href: run.u, rel: "noopener noreferrer", target: "_blank" }, made)];
    return made;
  });
}

/** Give the plain words of the bot's blocks. */
export function plain(blocks) {
  return blocks.map((block) => {
    if (block.t === "h") return block.text;
    if (block.t === "p") return block.runs.map((run) => run.s).join("");
    if (block.t === "ul" || block.t === "ol") return block.items.map((item) => item.runs.map((run) => run.s).join("").replace(/\.$/, "")).join(". ") + ".";
    return "";
  }).filter(Boolean).join(" ");
}
