// The notes beside the copy: on the story, or on the words that are selected in the body.
// The story's own form stands round the panel, so nothing here is a form or has a name.
import { element } from "../editor/element.js"
import { suggest } from "./mention.js"
import { bodyEditor, jump, rangeOf } from "./places.js"

const panel = document.getElementById("notes-group")
const LONGEST = 500 // of a passage

if (panel) start()

function start() {
  const status = panel.querySelector("[role=status]")
  const list = panel.querySelector(".notes-list")
  const mayWrite = "mayWrite" in panel.dataset
  const mayResolve = "mayResolve" in panel.dataset
  let people = [], threads = []

  async function ask(values) {
    const token = document.querySelector("[name=csrfmiddlewaretoken]").value
    const options = values && { method: "POST", body: new URLSearchParams(values) }
    try {
      const answer = await fetch(panel.dataset.notes, {
        ...options, headers: { Accept: "application/json", "X-CSRFToken": token },
      })
      if (answer.redirected || answer.status === 403) return { error: "Log in again in another tab, then try once more." }
      if (answer.ok || answer.status === 422) return await answer.json()
    } catch {
      // the sentence below says it
    }
    return { error: "The desk did not answer. Try again." }
  }

  function show(said) {
    if (said.error) { status.textContent = said.error; return false }
    ;({ threads, people } = said)
    const open = threads.filter((one) => !one.resolved)
    status.textContent = said.said || summary(open.length)
    list.replaceChildren(...open.map(thread), ...(open.length < threads.length ? [resolved()] : []))
    underline()
    return true
  }

  const summary = (open) => (open ? `${open} open.` : "Nothing is open.")

  function resolved() {
    const some = threads.filter((one) => one.resolved)
    return element("details", { class: "dismissed" }, element("summary", {}, `${some.length} resolved`), ...some.map(thread))
  }

  function thread(one) {
    const words = one.passage && button(one.passage, `passage-${one.id}`, () => go(one))
    words && words.classList.add("note-passage")
    const acts = element("span", { class: "note-acts" })
    const box = element(
      "article", { class: `note${one.resolved ? " is-resolved" : ""}`, id: `note-${one.id}` },
      words, one.gone && element("p", { class: "note-gone" }, "These words are not in the saved body any more."),
      said(one), ...one.answers.map((answer) => element("div", { class: "note-answer" }, said(answer))),
      one.resolved && element("p", { class: "quiet" }, one.resolved), acts,
    )
    if (mayWrite && !one.resolved) {
      acts.append(button("Answer", `answer-${one.id}`, () => write(box, { act: "answer", note: one.id }, "Answer")))
    }
    if (mayResolve) {
      const act = one.resolved ? "reopen" : "resolve"
      acts.append(button(one.resolved ? "Take up again" : "Resolved", `${act}-${one.id}`, async () => {
        if (show(await ask({ act, note: one.id }))) panel.querySelector("button")?.focus()
      }))
    }
    return box
  }

  const said = (one) => element(
    "div", {}, element("p", { class: "note-words" }, one.text), element("p", { class: "quiet" }, `${one.by}, ${one.at}`),
  )

  // A field to write in, under what it belongs to. What is typed stays until it is sent or given up.
  function write(under, values, label) {
    const there = under.querySelector(":scope > .note-form")
    if (there) { there.querySelector("textarea").focus(); return }
    const field = element("textarea", { rows: "3", maxlength: "2000", "aria-label": label })
    const problem = element("p", { role: "alert", class: "finding-problem" })
    const close = () => { box.remove(); opener?.focus() }
    const opener = document.activeElement
    const send = async () => {
      const answer = await ask({ ...values, text: field.value })
      if (answer.error) { problem.textContent = answer.error; field.focus(); return }
      box.remove()
      show(answer)
      panel.focus({ preventScroll: true })
    }
    const box = element(
      "div", { class: "note-form" },
      values.passage && element("blockquote", {}, values.passage),
      field, problem, element("span", { class: "note-acts" }, button(label, "", send), button("Cancel", "", close)),
    )
    field.addEventListener("input", (event) => event.stopPropagation()) // it is no part of the story
    field.addEventListener("keydown", (event) => {
      if (event.defaultPrevented) return // a suggestion took the key
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); send() }
      if (event.key === "Escape") { event.preventDefault(); close() }
    })
    if (under === panel) list.before(box)
    else under.append(box)
    suggest(field, () => people)
    field.focus()
    box.scrollIntoView({ block: "nearest" })
  }

  function selected() {
    const editor = bodyEditor()
    if (!editor) {
      const chosen = getSelection()
      const within = chosen.anchorNode?.parentElement?.closest(".field-body")
      return within ? chosen.toString().trim() : ""
    }
    const { from, to } = editor.state.selection
    return editor.state.doc.textBetween(from, to, "\n\n", "\n").trim()
  }

  function begin() {
    const passage = selected()
    if ([...passage].length > LONGEST) { status.textContent = "Select fewer words: a sentence or two."; return }
    panel.querySelector(":scope > .note-form")?.remove()
    write(panel, { act: "write", passage }, passage ? "Note on these words" : "Note on the story")
  }

  // Where the words of a thread stand now, in the editor or, where one only reads, nowhere.
  function placeOf(one) {
    const first = one.passage.split("\n")[0].trim()
    let found = null, at = -1
    bodyEditor()?.state.doc.descendants((node) => {
      if (found || !node.isTextblock) return !found
      at += 1
      const text = node.textBetween(0, node.content.size, "\n", "\n")
      const start = text.indexOf(first)
      if (start >= 0) found = { field: "body", paragraph: at, start: [...text.slice(0, start)].length, words: first }
      return false
    })
    return found
  }

  function go(one) {
    const place = placeOf(one)
    if (place) jump(place)
    else status.textContent = bodyEditor() ? "These words are not in the body any more." : summary(threads.length)
  }

  function underline() {
    const editor = bodyEditor()
    if (!globalThis.CSS?.highlights || !editor) return
    const ranges = threads.filter((one) => one.passage && !one.resolved).map((one) => placeOf(one)).filter(Boolean).map((place) => {
      const { from, to } = rangeOf(place)
      const [start, end] = [editor.view.domAtPos(from), editor.view.domAtPos(to)]
      const range = new Range()
      range.setStart(start.node, start.offset)
      range.setEnd(end.node, end.offset)
      return range
    })
    CSS.highlights.set("note", new Highlight(...ranges))
  }

  if (mayWrite) {
    const add = button("Note on the story, or on selected words", "", begin)
    add.title = "Ctrl+Alt+M"
    add.addEventListener("mousedown", (event) => event.preventDefault()) // the selection stays
    list.before(element("p", { class: "note-acts" }, add, element("small", { class: "quiet" }, "Ctrl+Alt+M")))
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey && event.altKey && event.code === "KeyM") { event.preventDefault(); begin() }
    })
  }
  document.addEventListener("prose-editor:ready", ({ detail }) => {
    let timer
    detail.editor.on("update", () => { clearTimeout(timer); timer = setTimeout(underline, 300) })
    underline()
  })
  ask().then((answer) => {
    show(answer)
    if (location.hash === "#notes-group") panel.scrollIntoView({ block: "start" })
  })
}

function button(label, focus, act) {
  const made = element("button", { type: "button", "data-focus": focus || null }, label)
  made.addEventListener("click", act)
  return made
}
