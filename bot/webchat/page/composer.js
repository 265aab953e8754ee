// The field one writes in: sends, answers, edits, completes /minutes, and keeps what is written per person.

import { h, icon, iconButton } from "./dom.js";
import { t } from "./words.js";

const COMMAND = /^\/minutes\s*/i;
const LARGEST = 5 * 2 ** 20;

/** Writes for whoever one is, in the talk one looks at. */
export class Composer {
  constructor(app) {
    this.app = app;
    this.form = document.getElementById("composer");
    this.text = document.getElementById("text");
    this.context = document.getElementById("context");
    this.offer = document.getElementById("suggestions");
    this.files = [];
    this.answers = null;
    this.edits = null;
    this.commands = [];
    this.chosen = -1;
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.send(); });
    this.text.addEventListener("input", () => this.changed());
    this.text.addEventListener("keydown", (event) => this.key(event));
    this.text.addEventListener("blur", () => setTimeout(() => this.hide(), 150));
    const attach = document.getElementById("attach");
    const file = document.getElementById("file");
    attach.append(icon("attach"));
    attach.addEventListener("click", () => file.click());
    file.addEventListener("change", () => { for (const one of file.files) this.attach(one); file.value = ""; });
  }

  get storage() {
    return `mysam.text.${this.app.group}.${this.app.me.account}.${this.app.direct ? "direct" : "channel"}`;
  }

  /** Show what this person had begun to write here. */
  restore() {
    this.answers = this.edits = null;
    this.files = [];
    this.text.value = sessionStorage.getItem(this.storage) ?? "";
    this.label();
    this.frame();
    this.grow();
    this.hide();
  }

  label() {
    const label = this.app.direct ? t("write_direct") : t("write_channel", { channel: this.app.channelName });
    document.getElementById("text-label").textContent = label;
    this.text.placeholder = label;
    const attach = document.getElementById("attach");
    attach.setAttribute("aria-label", t("attach"));
    attach.title = t("attach");
  }

  changed() {
    if (!this.edits) sessionStorage.setItem(this.storage, this.text.value);
    this.grow();
    this.complete();
  }

  grow() {
    this.text.style.height = "auto";
    this.text.style.height = `${Math.min(this.text.scrollHeight + 2, 240)}px`;
  }

  send() {
    const text = this.text.value.trim();
    if (!text && !this.files.length) return;
    if (this.edits) this.app.deliver({ type: "edit", id: this.edits.id, text });
    else {
      this.app.deliver({
        type: "write", text, private: this.app.direct, files: this.files.map((file) => file.id),
        ...(this.answers ? { thread: this.answers.id } : {}),
      });
      sessionStorage.removeItem(this.storage);
    }
    if (this.edits) this.text.value = sessionStorage.getItem(this.storage) ?? "";
    else this.text.value = "";
    this.answers = this.edits = null;
    this.files = [];
    this.frame();
    this.grow();
    this.hide();
    this.text.focus();
  }

  /** Put a text back that could not be sent, when nothing else has been begun. */
  back(frame) {
    if (frame?.type !== "write" || frame.panel || this.text.value) return;
    this.text.value = frame.text;
    this.changed();
  }

  reply(message) {
    this.edits = null;
    this.answers = message;
    this.frame();
    this.text.focus();
  }

  edit(message) {
    this.answers = null;
    this.edits = message;
    this.text.value = message.text ?? "";
    this.frame();
    this.grow();
    this.text.focus();
  }

  frame() {
    const told = this.edits ? t("editing") : this.answers ? t("replying", { name: this.answers.author ?? t("bot") }) : "";
    this.context.hidden = !told;
    this.context.replaceChildren(...(told ? [h("span", {}, told), iconButton("close", t("cancel"), () => this.leave())] : []));
    const list = document.getElementById("attached");
    list.hidden = !this.files.length;
    list.replaceChildren(...this.files.map((file) => h("li", {}, icon("attach"), file.name,
      iconButton("close", t("remove_file", { name: file.name }), () => { this.files = this.files.filter((one) => one !== file); this.frame(); }))));
  }

  leave() {
    const edited = this.edits;
    this.answers = this.edits = null;
    if (edited) this.text.value = sessionStorage.getItem(this.storage) ?? "";
    this.frame();
    this.grow();
    this.text.focus();
  }

  async attach(file) {
    if (file.size > LARGEST) return this.app.warn(t("file_too_large", { name: file.name }));
    const about = new URLSearchParams({ name: file.name, account: this.app.me.account });
    try {
      const answer = await fetch(`files?${about}`, { method: "POST", body: file });
      if (!answer.ok) throw new Error(answer.statusText);
      this.files.push(await answer.json());
      this.frame();
    } catch {
      this.app.warn(t("file_failed", { name: file.name }));
    }
    return undefined;
  }

  key(event) {
    if (!this.offer.hidden) {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        this.mark((this.chosen + step + this.offer.children.length) % this.offer.children.length);
        return;
      }
      if ((event.key === "Enter" || event.key === "Tab") && this.chosen >= 0) {
        event.preventDefault();
        this.take(this.offer.children[this.chosen].dataset.say);
        return;
      }
      if (event.key === "Escape") {
        event.preventDefault();
        this.hide();
        return;
      }
    }
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Escape" && (this.answers || this.edits)) {
      event.preventDefault();
      this.leave();
    } else if (event.key === "ArrowUp" && !this.text.value) {
      const last = this.app.latestOwn();
      if (last) {
        event.preventDefault();
        this.edit(last);
      }
    }
  }

  complete() {
    const typed = COMMAND.exec(this.text.value);
    if (!typed || this.text.value.includes("\n")) return this.hide();
    const words = this.text.value.slice(typed[0].length).toLocaleLowerCase();
    const fitting = this.commands.filter((one) => one.say.toLocaleLowerCase().startsWith(words));
    const beside = this.commands.filter((one) => !fitting.includes(one) && `${one.say} ${one.does}`.toLocaleLowerCase().includes(words));
    const shown = [...fitting, ...beside].slice(0, 8);
    if (!shown.length || shown[0].say.toLocaleLowerCase() === words) return this.hide();
    this.offer.replaceChildren(...shown.map((one, number) => h("li", {
      role: "option", id: `suggestion-${number}`, "aria-selected": "false", "data-say": one.say,
      onmousedown: (event) => { event.preventDefault(); this.take(one.say); },
    }, h("code", {}, one.say), h("span", {}, one.does))));
    this.offer.hidden = false;
    this.app.announce(t("suggested", { n: shown.length, first: shown[0].say }));
    return this.mark(words ? 0 : -1);
  }

  mark(number) {
    this.chosen = number;
    [...this.offer.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === number)));
    if (number >= 0) {
      this.text.setAttribute("aria-activedescendant", `suggestion-${number}`);
      this.offer.children[number].scrollIntoView({ block: "nearest" });
    } else this.text.removeAttribute("aria-activedescendant");
  }

  take(say) {
    this.text.value = `/minutes ${say} `;
    this.changed();
    this.hide();
    this.text.focus();
  }

  hide() {
    this.offer.hidden = true;
    this.chosen = -1;
    this.text.removeAttribute("aria-activedescendant");
  }
}
