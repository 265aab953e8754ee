// The one dialog: a draft, minutes, figures or a question over the page. Esc closes it, the focus goes back.

import { h, iconButton } from "./dom.js";
import { t } from "./words.js";

const sheet = () => document.getElementById("sheet");
let closed = null;
let opener = "";

/** Open the dialog with a title and contents; `kind` names what it is, `after` is called when it is closed. */
export function openSheet(kind, title, contents, after = null) {
  const dialog = sheet();
  closed = after;
  if (!dialog.open) opener = document.activeElement?.id ?? "";
  // What was told in passing has been seen, and would cover what is opened now.
  for (const told of document.querySelectorAll("#toasts .private")) told.remove();
  dialog.dataset.kind = kind;
  document.body.append(document.getElementById("toasts"));
  dialog.replaceChildren(
    h("header", {}, h("h2", { id: "sheet-title", tabindex: "-1" }, title), iconButton("close", t("close"), closeSheet, { id: "sheet-close" })),
    h("div", { class: "sheet-body", id: "sheet-body" }, contents),
    document.getElementById("toasts"));
  dialog.onclose = () => {
    dialog.dataset.kind = "";
    document.body.append(document.getElementById("toasts"));
    dialog.replaceChildren();
    const then = closed;
    closed = null;
    // What it was opened with may have been drawn anew since; the browser gives the focus back to the old one.
    if (document.activeElement === document.body) document.getElementById(opener)?.focus();
    then?.();
  };
  if (!dialog.open) dialog.showModal();
}

/** Tell what the dialog shows, "" when it is closed. */
export function openKind() {
  return sheet().open ? sheet().dataset.kind : "";
}

/** Close the dialog. */
export function closeSheet() {
  if (sheet().open) sheet().close();
}

/** Ask before something is done; gives whether to do it. */
export function confirmed(title, about, yes) {
  return new Promise((resolve) => {
    let answer = false;
    openSheet("confirm", title, [
      h("p", {}, about),
      h("div", { class: "buttons" },
        h("button", { type: "button", class: "primary", id: "confirm-yes", onclick: () => { answer = true; closeSheet(); } }, yes),
        h("button", { type: "button", id: "confirm-no", onclick: closeSheet }, t("cancel"))),
    ], () => resolve(answer));
  });
}
