// Published minutes, read over the page.

import { h, nodes } from "./dom.js";
import { openSheet } from "./sheet.js";

/** Shows a revision as it was frozen. */
export class Minutes {
  show(frame) {
    openSheet("minutes", frame.title, h("div", { class: "document paper" }, nodes(frame.nodes.slice(1), null, 2)));
  }
}
