// Beside the talk: the meeting with its agenda, one's own answer, attendance, action points and published minutes.

import { h, refill } from "./dom.js";
import { t } from "./words.js";

/** Draws what the program sends of the record, section by section and only what is changed. */
export class Panel {
  constructor(app) {
    this.app = app;
    this.shown = {};
    this.substituting = false;
  }

  /** Draw everything anew next time. */
  forget() {
    this.shown = {};
  }

  draw(view) {
    this.view = view;
    // While the meeting goes on its course comes first; before it, whether one comes.
    const after = document.getElementById(view.meeting?.state === "open" ? "attendance" : "meeting");
    const answer = document.getElementById("answer");
    if (after.nextElementSibling !== answer) after.after(answer);
    this.section("meeting", [view.meeting, view.questions], () => this.meeting(view));
    this.section("answer", [view.answer, view.meeting?.id, this.substituting], () => this.answer(view), !view.answer);
    this.section("agenda", [view.agenda, view.meeting?.state], () => this.agenda(view));
    this.section("attendance", [view.attendance, view.meeting?.state], () => this.attendance(view), !view.meeting);
    this.section("tasks", view.actions, () => this.tasks(view));
    this.section("published", view.minutes, () => this.published(view));
  }

  section(id, data, make, hidden = false) {
    const told = JSON.stringify([data, document.documentElement.lang, this.app.me.account]);
    const element = document.getElementById(id);
    element.hidden = hidden;
    if (this.shown[id] === told) return;
    this.shown[id] = told;
    refill(element, hidden ? [] : make());
  }

  meeting(view) {
    const meeting = view.meeting;
    if (!meeting) return [h("h3", { id: "meeting-title" }, view.group.name), h("p", {}, t("no_meeting"))];
    const since = meeting.since ? t(meeting.state === "open" ? "opened_at" : "closed_at", { time: meeting.since }) : "";
    return [
      h("p", { class: `state ${meeting.state}` }, t(meeting.state), since ? h("span", {}, ` · ${since}`) : null),
      h("h3", { id: "meeting-title", class: "big" }, meeting.title),
      h("p", { class: "muted" }, [`${meeting.date}${meeting.time ? ` ${meeting.time}` : ""}`, meeting.place].filter(Boolean).join(" · ")),
      meeting.paused ? h("p", { class: "note" }, t("paused")) : null,
      view.questions.length ? h("div", {}, h("h4", {}, t("questions")), h("ul", { class: "plain" }, view.questions.map((one) => h("li", {}, one)))) : null,
    ];
  }

  answer(view) {
    const { given, choices, substitute } = view.answer;
    const buttons = choices.map((one) => h("button", {
      type: "button", id: `answer-${one.id}`, "aria-pressed": String(given === one.id || (given === "present" && one.id === "onsite")),
      onclick: () => this.app.say(one.say),
    }, one.label));
    const more = h("button", {
      type: "button", id: "answer-substitute", "aria-pressed": String(given === "substitute"), "aria-expanded": String(this.substituting),
      onclick: () => { this.substituting = !this.substituting; this.draw(this.view); document.getElementById("substitute-name")?.focus(); },
    }, t("substitute"));
    const form = this.substituting ? h("form", { class: "row", id: "substitute", onsubmit: (event) => {
      event.preventDefault();
      const name = document.getElementById("substitute-name").value.trim();
      if (!name) return;
      this.substituting = false;
      this.app.say(substitute.replace("{name}", name));
      this.draw(this.view);
    } }, h("label", { for: "substitute-name" }, t("substitute_who")), h("input", { id: "substitute-name", autocomplete: "off", maxlength: 80 }),
    h("button", { type: "submit", class: "primary" }, t("substitute_send"))) : null;
    return [h("h3", { id: "answer-title" }, t("answer")), h("div", { class: "choices", role: "group", "aria-labelledby": "answer-title" }, buttons, more),
      given === "substitute" ? h("p", { class: "muted" }, t("answered_substitute")) : null, form];
  }

  agenda(view) {
    const rows = view.agenda.map((one) => h("li", { class: [one.now ? "now" : "", one.taken && !one.now ? "taken" : "", one.matter ? "matter" : ""].filter(Boolean).join(" "), "aria-current": one.now ? "step" : null },
      h("span", { class: "number" }, one.matter ? "" : one.number),
      h("span", { class: "title" }, one.title, one.owner ? h("span", { class: "muted" }, ` ${one.owner}`) : null),
      one.minutes ? h("span", { class: "muted" }, t("minutes_short", { n: one.minutes })) : null,
      one.now ? h("span", { class: "tag" }, t("now")) : one.taken ? h("span", { class: "muted" }, t("taken")) : null));
    return [h("h3", { id: "agenda-title" }, t("agenda")), rows.length ? h("ol", { class: "agenda" }, rows) : h("p", { class: "muted" }, t("agenda_empty"))];
  }

  attendance(view) {
    const open = view.meeting?.state !== "coming";
    const parts = [["present", open ? "present_now" : "present"], ["absent", open ? "absent_now" : "absent"], ["unknown", "unknown"]];
    return [h("h3", { id: "attendance-title" }, t("attendance")), ...parts.map(([status, word]) => {
      const rows = view.attendance.filter((one) => one.status === status);
      if (!rows.length) return null;
      return h("div", { class: `people ${status}` }, h("h4", {}, `${t(word)} `, h("span", { class: "count" }, rows.length)),
        h("ul", { class: "plain" }, rows.map((one) => h("li", {},
          h("span", { class: "who" }, one.name, h("span", { class: "muted" }, [one.organisation, one.note].filter(Boolean).join(" · "))),
          one.call ? h("span", { class: "call" }, status === "present" ? null : this.call(one, "present"), status === "absent" ? null : this.call(one, "absent")) : null))));
    })];
  }

  call(one, status) {
    return h("button", { type: "button", id: `call-${status}-${one.name}`, "data-then": `call-${status === "present" ? "absent" : "present"}-${one.name}`, "aria-label": t(`mark_${status}`, { name: one.name }), onclick: () => this.app.say(one.call[status]) },
      t(status === "present" ? "present_now" : "absent_now"));
  }

  tasks(view) {
    return [h("h3", { id: "tasks-title" }, t("tasks")), view.actions.length ? h("ul", { class: "plain tasks" }, view.actions.map((one) => h("li", {},
      h("span", { class: "who" }, one.text, h("span", { class: "muted" }, [one.owner, one.due ? t("task_due", { due: one.due }) : ""].filter(Boolean).join(" · "),
        one.late ? h("strong", { class: "late" }, ` ${t("task_late")}`) : null)),
      one.mine ? h("span", { class: "tag" }, t("task_mine")) : null,
      one.done ? h("button", { type: "button", id: `done-${one.id}`, "aria-label": t("task_done_named", { text: one.text }), onclick: () => this.app.say(one.done) }, t("task_done")) : null)))
      : h("p", { class: "muted" }, t("tasks_empty"))];
  }

  published(view) {
    return [h("h3", { id: "published-title" }, t("published")), view.minutes.length ? h("ul", { class: "plain minutes" }, view.minutes.map((one) => {
      const [latest, ...earlier] = one.revisions;
      return h("li", {}, h("span", { class: "who" }, one.title, h("span", { class: "muted" }, one.date)),
        latest ? this.revision(one, latest) : null,
        earlier.length ? h("details", {}, h("summary", {}, t("history")), earlier.map((revision) => this.revision(one, revision))) : null);
    })) : h("p", { class: "muted" }, t("published_empty"))];
  }

  revision(one, revision) {
    const of = { title: one.title, date: one.date, n: revision.number };
    return h("div", { class: "revision" }, h("span", { class: "muted" }, t("version", { n: revision.number, status: revision.status, at: revision.at })),
      h("button", { type: "button", id: `read-${one.meeting}-${revision.number}`, "aria-label": t("read_named", of), onclick: () => this.app.ask({ type: "minutes", id: one.meeting, revision: revision.number }) }, t("read")),
      revision.formats.map((form) => h("a", {
        class: "button", download: "", href: `minutes/${encodeURIComponent(this.app.group)}/${encodeURIComponent(one.meeting)}/${revision.number}/${form}`,
        "aria-label": t("download_named", { ...of, form: `.${form}` }),
      }, `.${form}`)));
  }
}
