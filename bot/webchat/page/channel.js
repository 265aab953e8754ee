// The talk: messages in the order of writing, with what was answered under them.

import { h, icon, iconButton, nodes, plain } from "./dom.js";
import { clock, date, day, t } from "./words.js";

const EMOJI = ["👍", "✅", "❤️", "🎉"];
const TOGETHER = 5 * 60_000;
const LONG = 12;

/** Draws one talk at a time. `app` has `me`, `say`, `deliver`, `ask`, `compose` and `remove`. */
export class Channel {
  constructor(app) {
    this.app = app;
    this.list = document.getElementById("messages");
    this.scroll = document.getElementById("scroll");
    this.messages = new Map();
    this.drawn = new Map();
    this.captured = new Map();
    this.reacting = "";
    this.unfolded = new Set();
    // One message at a time is a stop for Tab, so that the way past a long talk is short; the arrows go between them.
    this.active = "";
    this.list.addEventListener("focusin", (event) => this.rove(event.target.closest("article")?.id));
    this.list.addEventListener("keydown", (event) => this.step(event));
    // A finger has no way to point without pressing: what is pressed shows what can be done with it.
    this.list.addEventListener("click", (event) => {
      const pressed = event.target.closest(".message");
      for (const one of this.list.querySelectorAll(".picked")) if (one !== pressed) one.classList.remove("picked");
      if (pressed && !event.target.closest("button, a")) pressed.classList.toggle("picked");
    });
  }

  clear() {
    this.messages.clear();
    this.drawn.clear();
    this.captured.clear();
    this.list.replaceChildren();
  }

  put(message) {
    this.messages.set(message.id, message);
    this.captured.delete(message.id);
  }

  /** Draw what is new or changed in the talk that is looked at. */
  draw(direct, fresh = false) {
    const near = fresh || this.scroll.scrollHeight - this.scroll.scrollTop - this.scroll.clientHeight < 120;
    const here = [...this.messages.values()].filter((one) => one.direct === direct).sort((a, b) => a.place - b.place);
    const ids = new Set(here.map((one) => one.id));
    const under = Map.groupBy
      ? Map.groupBy(here.filter((one) => one.thread && ids.has(one.thread)), (one) => one.thread)
      : group(here.filter((one) => one.thread && ids.has(one.thread)));
    const rows = [];
    let before = null;
    for (const one of here) {
      if (one.thread && ids.has(one.thread)) continue;
      const at = new Date(one.at);
      if (!before || date(new Date(before.at)) !== date(at)) {
        rows.push({ key: `day-${date(at)}`, mark: day(at), make: () => h("li", { class: "day" }, h("span", {}, day(at))) });
        before = null;
      }
      const replies = under.get(one.id) ?? [];
      const follows = before && before.author === one.author && !before.thread && before.private === one.private
        && !before.replied && at - new Date(before.at) < TOGETHER;
      const mark = JSON.stringify([one.seq, follows, replies.map((reply) => reply.seq), this.look(one), replies.map((r) => this.look(r))]);
      rows.push({ key: one.id, mark, make: () => this.row(one, replies, follows) });
      before = { ...one, replied: replies.length > 0 };
    }
    for (const [key, frame] of this.app.waiting()) {
      if (frame.type !== "write" || frame.panel || frame.private !== direct || this.messages.has(`w-${key}`)) continue;
      rows.push({ key: `p-${key}`, mark: frame.text, make: () => h("li", { class: "root" }, h("div", { class: "message pending" },
        h("span", { class: "avatar", "aria-hidden": "true" }, initials(this.app.me.account)),
        h("div", { class: "body" }, h("p", { class: "muted" }, t("unsent")), h("p", { class: "text" }, frame.text)))) });
    }
    if (!rows.length) {
      rows.push({ key: "empty", mark: document.documentElement.lang + direct, make: () => h("li", { class: "empty" }, t(direct ? "empty_direct" : "empty_channel")) });
    }
    this.place(rows);
    if (near) this.scroll.scrollTop = this.scroll.scrollHeight;
  }

  /** Let one message, the last when none is chosen, be where Tab stops. */
  rove(id = this.active) {
    const all = [...this.list.querySelectorAll("article")];
    const here = all.find((one) => one.id === id) ?? all.at(-1);
    this.active = here && here !== all.at(-1) ? here.id : "";
    for (const one of all) {
      one.tabIndex = one === here ? 0 : -1;
      for (const button of one.querySelectorAll(".tools button, .chip")) button.tabIndex = one === here ? 0 : -1;
    }
  }

  step(event) {
    const from = event.target.closest("article");
    if (!from || event.target.closest("input, textarea")) return;
    const all = [...this.list.querySelectorAll("article")];
    const place = { ArrowUp: all.indexOf(from) - 1, ArrowDown: all.indexOf(from) + 1, Home: 0, End: all.length - 1 }[event.key];
    if (place === undefined || !all[place]) return;
    event.preventDefault();
    all[place].focus();
  }

  look(one) {
    return [this.captured.get(one.id) ?? null, this.reacting === one.id];
  }

  place(rows) {
    const focused = this.list.contains(document.activeElement) ? document.activeElement.id : "";
    const kept = new Map();
    let at = this.list.firstChild;
    for (const row of rows) {
      const old = this.drawn.get(row.key);
      const node = old && old.mark === row.mark ? old.node : row.make();
      kept.set(row.key, { mark: row.mark, node });
      if (node === at) at = at.nextSibling;
      else this.list.insertBefore(node, at);
    }
    const alive = new Set([...kept.values()].map((one) => one.node));
    for (const node of [...this.list.children]) if (!alive.has(node)) node.remove();
    this.drawn = kept;
    this.rove();
    if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus({ preventScroll: true });
  }

  row(one, replies, follows) {
    return h("li", { class: "root" },
      this.message(one, follows),
      replies.length ? h("ol", { class: "replies" }, replies.map((reply) => h("li", {}, this.message(reply, false)))) : null);
  }

  message(one, follows) {
    const name = one.author ?? t("bot");
    const mine = one.author === this.app.me.account;
    const kind = ["message", one.author === null ? "bot" : "", one.private && !one.direct ? "private" : "", follows ? "follows" : "", one.stopped ? "stopped" : ""];
    const head = h("header", { class: follows ? "hidden" : "" },
      h("span", { class: "name" }, name, mine ? h("span", { class: "mine" }, ` (${t("you_name")})`) : null),
      h("time", { datetime: one.at }, clock(new Date(one.at))),
      one.edited ? h("span", { class: "muted" }, t("edited")) : null,
      one.private && !one.direct ? h("span", { class: "only" }, icon("lock"), t("only_you")) : null);
    return h("article", { class: kind.filter(Boolean).join(" "), id: `m-${one.id}`, "data-author": name, tabindex: -1, "aria-label": `${name} ${clock(new Date(one.at))}` },
      h("span", { class: "avatar", "aria-hidden": "true", "data-tone": tone(name) }, one.author === null ? "M" : initials(name)),
      h("div", { class: "body" }, head, this.body(one), this.reactions(one), this.facts(one)),
      one.deleted || one.stopped && !mine ? null : this.tools(one, mine, name));
  }

  body(one) {
    if (one.deleted) return h("p", { class: "muted" }, t("deleted"));
    if (one.stopped) return h("p", { class: "muted" }, t("stopped"));
    return [
      one.text ? h("p", { class: "text" }, one.text) : null,
      one.document.length ? this.document(one) : null,
      one.files.length ? h("ul", { class: "files" }, one.files.map((file) =>
        h("li", {}, h("a", { href: `files/${file.id}`, download: file.name }, icon("attach"), file.name)))) : null,
    ];
  }

  /** Draw what the bot says; what is long is folded, so that the talk around it can be read. */
  document(one) {
    const drawn = h("div", { class: "document", id: `d-${one.id}` }, nodes(one.document, (say) => this.app.press(say)));
    if (one.document.length <= LONG || this.unfolded.has(one.id)) return drawn;
    drawn.classList.add("folded");
    const more = h("button", { type: "button", class: "more", "aria-controls": drawn.id, "aria-expanded": "false", onclick: () => {
      this.unfolded.add(one.id);
      drawn.classList.remove("folded");
      drawn.setAttribute("tabindex", "-1");
      drawn.focus({ preventScroll: true });
      more.remove();
    } }, t("show_all"));
    return [drawn, more];
  }

  reactions(one) {
    if (one.deleted || !(one.reactions?.length || this.reacting === one.id)) return null;
    const chips = (one.reactions ?? []).map(({ emoji, by }) => {
      const names = by.map((who) => (who === "bot" ? t("bot") : who)).join(", ");
      const mine = by.includes(this.app.me.account);
      return h("button", {
        type: "button", class: "chip", id: `r-${one.id}-${emoji}`, "aria-pressed": String(mine), title: names,
        "aria-label": t("reacted_by", { emoji, names }), onclick: () => this.react(one, emoji, !mine),
      }, emoji, by.length > 1 ? ` ${by.length}` : "");
    });
    const choices = this.reacting !== one.id ? [] : EMOJI.map((emoji) => h("button", {
      type: "button", class: "chip choice", "aria-label": t("react_with", { emoji }), onclick: () => this.react(one, emoji, true),
    }, emoji));
    return h("div", { class: "reactions" }, chips, choices);
  }

  react(one, emoji, on) {
    this.reacting = "";
    this.app.deliver({ type: "react", id: one.id, emoji, on });
    this.app.redraw();
    document.getElementById(`t-${one.id}-react`)?.focus();
  }

  facts(one) {
    const found = this.captured.get(one.id);
    if (!found) return null;
    const close = iconButton("close", t("close"), () => { this.captured.delete(one.id); this.app.redraw(); document.getElementById(`t-${one.id}-captured`)?.focus(); });
    if (!found.facts.length) return h("div", { class: "captured", role: "status" }, h("p", {}, t(found.hidden ? "captured_hidden" : "captured_none")), close);
    return h("div", { class: "captured", role: "status" },
      h("h3", {}, t("captured_head")), close,
      h("ul", {}, found.facts.map((fact) => h("li", {}, fact))),
      found.undo ? h("button", { type: "button", onclick: () => { this.captured.delete(one.id); this.app.press(found.undo, one.id); this.app.redraw(); } }, t("take_back")) : null);
  }

  tools(one, mine, name) {
    const id = (what) => ({ id: `t-${one.id}-${what}` });
    return h("div", { class: "tools", role: "group", "aria-label": t("actions_for", { name }) },
      iconButton("react", t("react"), () => { this.reacting = this.reacting === one.id ? "" : one.id; this.app.redraw(); }, id("react")),
      one.direct || one.private && !mine ? null : iconButton("reply", t("reply"), () => this.app.compose.reply(one), id("reply")),
      one.author === null ? null : iconButton("captured", t("captured"), () => this.app.ask({ type: "captured", id: one.id }), id("captured")),
      mine ? iconButton("edit", t("edit"), () => this.app.compose.edit(one), id("edit")) : null,
      mine ? iconButton("remove", t("delete"), () => this.app.remove(one), id("delete")) : null);
  }

  /** Give what a message says in plain words, for those who listen. */
  static words(one) {
    return one.deleted ? "" : one.text || plain(one.document ?? []);
  }
}

function group(all) {
  const found = new Map();
  for (const one of all) found.set(one.thread, [...(found.get(one.thread) ?? []), one]);
  return found;
}

function initials(name) {
  const parts = name.split(/[\s-]+/).filter(Boolean);
  return ((parts[0]?.[0] ?? "") + (parts.length > 1 ? parts.at(-1)[0] : "")).toUpperCase();
}

function tone(name) {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.codePointAt(0)) % 997;
  return sum % 6;
}
