// For those who lead: the next step, what to look over, the draft edited in place, publishing, and the figures.

import { charts } from "./charts.js";
import { h, nodes, refill } from "./dom.js";
import { confirmed, openKind, openSheet } from "./sheet.js";
import { t } from "./words.js";

/** Draws the card of those who lead and the dialogs behind it. */
export class Coordinator {
  constructor(app) {
    this.app = app;
    this.shown = "";
    this.pieces = new Map();
    this.saving = new Map();
  }

  draw(view) {
    const element = document.getElementById("lead");
    element.hidden = !view.lead;
    const told = JSON.stringify([view.lead, document.documentElement.lang]);
    if (told !== this.shown) {
      this.shown = told;
      refill(element, view.lead ? this.card(view.lead) : []);
    }
    if (openKind() === "draft") this.app.ask({ type: "draft" });
  }

  card(lead) {
    const steps = lead.steps.map((step) => h("button", {
      type: "button", id: `step-${step.id}`, class: step.primary ? "primary" : null, onclick: () => this.step(step),
    }, step.label));
    const checks = lead.draft && !lead.draft.open ? h("div", { id: "checks" }, h("h4", {}, t("checks")),
      lead.draft.checks.length ? h("ul", { class: "plain checks" }, lead.draft.checks.map((one) => h("li", {}, one))) : h("p", { class: "muted" }, t("checks_none"))) : null;
    return [
      h("h3", { id: "lead-title" }, t("lead")), h("p", { class: "muted" }, t("lead_about")),
      h("div", { class: "buttons", id: "steps" }, steps), checks,
      h("div", { class: "buttons quiet" },
        lead.draft?.open ? h("button", { type: "button", id: "open-draft", onclick: () => this.app.ask({ type: "draft" }) }, t("draft")) : null,
        h("button", { type: "button", id: "open-figures", onclick: () => this.app.ask({ type: "figures" }) }, t("figures"))),
    ];
  }

  async step(step) {
    if (step.id === "draft") this.app.ask({ type: "draft" });
    else if (step.id !== "publish" || await confirmed(t("confirm_publish"), t("confirm_publish_about"), step.label)) this.app.say(step.say);
  }

  // ------------------------------------------------------------------------------------------------- the draft

  showDraft(draft) {
    if (!draft) {
      openSheet("draft", t("draft"), h("p", {}, t("draft_none")));
      return;
    }
    if (openKind() !== "draft") {
      openSheet("draft", t("draft_of", { title: draft.title }), [
        h("div", { id: "draft-checks" }),
        h("div", { class: "draft" },
          h("section", { id: "draft-pieces", "aria-labelledby": "draft-edit-title" }),
          h("section", { class: "document paper", id: "draft-reads", "aria-labelledby": "draft-reads-title" })),
      ], () => this.keepUnsaved());
    }
    const publish = draft.open ? null : h("div", { class: "buttons" }, h("button", { type: "button", class: "primary", id: "draft-publish", onclick: () => this.publish() }, t("confirm_publish").replace("?", "…")));
    refill(document.getElementById("draft-checks"),
      draft.checks.length && !draft.open ? [h("h3", {}, t("checks")), h("ul", { class: "plain checks" }, draft.checks.map((one) => h("li", {}, one)))] : null, publish);
    refill(document.getElementById("draft-reads"), h("h3", { id: "draft-reads-title" }, t("draft_reads")), nodes(draft.nodes, null, 4));
    this.drawPieces(draft.sections);
  }

  publish() {
    if ([...this.pieces.values()].some((piece) => piece.dirty)) this.app.warn(t("draft_unsaved"));
    else document.getElementById("step-publish")?.click();
  }

  /** What was changed but not saved is there when the draft is opened again. */
  keepUnsaved() {
    for (const [id, piece] of this.pieces) if (!piece.dirty) this.pieces.delete(id);
  }

  drawPieces(sections) {
    const place = document.getElementById("draft-pieces");
    const order = [h("h3", { id: "draft-edit-title" }, t("draft_edit"))];
    const alive = new Set();
    for (const section of sections) {
      order.push(h("h4", {}, section.title));
      for (const piece of section.pieces) {
        alive.add(piece.id);
        let editor = this.pieces.get(piece.id);
        if (!editor) {
          editor = new Piece(this, piece, section.title);
          this.pieces.set(piece.id, editor);
        } else editor.update(piece);
        order.push(editor.element);
      }
    }
    for (const id of this.pieces.keys()) if (!alive.has(id)) this.pieces.delete(id);
    if (!alive.size) order.push(h("p", { class: "muted" }, t("draft_empty")));
    refill(place, order);
  }

  save(piece, text) {
    this.saving.set(this.app.say(`${piece.begins} ${text}`), piece);
  }

  /** Something that was sent has been taken; ask how the draft reads now. */
  saved(frame) {
    if (!this.saving.delete(frame.key)) return;
    if (openKind() === "draft") this.app.ask({ type: "draft" });
  }

  showFigures(figures) {
    openSheet("figures", t("figures"), [h("p", { class: "muted" }, t("figures_about")), charts(figures)]);
  }
}

/** One passage that is edited where it stands. What others change meanwhile is shown beside it, never written over. */
class Piece {
  constructor(owner, piece, title) {
    this.owner = owner;
    this.base = piece;
    const id = `piece-${piece.id}`;
    const name = t("piece_named", { what: t(`piece_${piece.what}`), title });
    this.field = h("textarea", { id, "aria-label": name, rows: 2, oninput: () => this.changed() });
    this.field.value = piece.text;
    this.button = h("button", { type: "button", id: `${id}-save`, disabled: true, "aria-label": `${t("draft_save")}: ${name}`, onclick: () => this.save() }, t("draft_save"));
    this.told = h("p", { class: "muted", role: "status" });
    this.conflict = h("div", { class: "conflict", role: "alert", hidden: true });
    this.element = h("div", { class: "piece", "data-piece": piece.id },
      h("p", { class: "muted" }, t(`piece_${piece.what}`), piece.held ? ` · ${t("draft_held")}` : null), this.field, this.conflict, h("div", { class: "row" }, this.button, this.told));
    requestAnimationFrame(() => this.grow());
  }

  get dirty() {
    return this.field.value.trim() !== this.base.text;
  }

  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight + 4}px`;
  }

  changed() {
    this.button.disabled = !this.dirty;
    this.told.textContent = "";
    this.grow();
  }

  save() {
    this.sent = this.field.value.trim();
    this.owner.save(this.base, this.sent);
  }

  update(piece) {
    if (piece.text === this.base.text) return;
    const mine = this.field.value.trim();
    if (!this.dirty || piece.text === mine) {
      this.told.textContent = piece.text === this.sent ? t("draft_saved") : "";
      this.base = piece;
      this.field.value = piece.text;
      this.conflict.hidden = true;
      this.button.disabled = true;
      this.grow();
      return;
    }
    this.conflict.hidden = false;
    this.button.disabled = true;
    this.conflict.replaceChildren(h("p", {}, h("strong", {}, t("draft_changed"))), h("p", {}, piece.text),
      h("div", { class: "buttons" },
        h("button", { type: "button", onclick: () => { this.base = piece; this.conflict.hidden = true; this.button.disabled = false; this.save(); } }, t("draft_mine")),
        h("button", { type: "button", onclick: () => { this.base = piece; this.field.value = piece.text; this.conflict.hidden = true; this.changed(); } }, t("draft_theirs"))));
  }
}
