// A dialog to find a row by its words, or to make a new one, without leaving the story.
// Keyboard: type to search, arrows to move, Enter to take, Escape to close.
import { make, search } from "./desk.js"
import { element } from "./element.js"

let opened = 0

// kind: photo, source or story; title: what is asked; card(row): children of one option;
// fields: async () => elements of the form for a new row, or null where none can be made.
// Answers the chosen row, or null.
export function pick({ kind, title, card, fields = null, newLabel = "" }) {
  return new Promise((resolve) => {
    const id = `picker-${(opened += 1)}`
    const list = element("ul", { role: "listbox", id: `${id}-list`, "aria-label": title })
    const status = element("p", { role: "status", class: "picker-status" })
    const input = element("input", {
      type: "search", role: "combobox", autocomplete: "off", "aria-expanded": "true",
      "aria-controls": list.id, "aria-labelledby": `${id}-title`, placeholder: "Search",
    })
    const close = element("button", { type: "button", class: "picker-close" }, "Cancel")
    const dialog = element(
      "dialog", { class: "picker", "aria-labelledby": `${id}-title` },
      element("header", {}, element("h2", { id: `${id}-title` }, title), close),
      input, status, list,
    )
    let rows = [], active = -1, asked = 0, timer

    const done = (row) => { dialog.close(); dialog.remove(); resolve(row) }
    const show = (index) => {
      active = index
      ;[...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === index)))
      const option = list.children[index]
      if (option) { input.setAttribute("aria-activedescendant", option.id); option.scrollIntoView({ block: "nearest" }) }
      else input.removeAttribute("aria-activedescendant")
    }
    const fill = async () => {
      const mine = (asked += 1)
      try {
        const found = await search(kind, input.value)
        if (mine !== asked) return
        rows = found
        status.textContent = rows.length ? `${rows.length} found` : "Nothing found"
      } catch (error) {
        if (mine !== asked) return
        rows = []
        status.textContent = error.message
      }
      list.replaceChildren(...rows.map((row, at) => {
        const option = element("li", { role: "option", id: `${id}-${at}`, "aria-selected": "false" }, ...card(row))
        option.addEventListener("click", () => done(row))
        return option
      }))
      show(rows.length ? 0 : -1)
    }
    input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(fill, 120) })
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault()
        const step = event.key === "ArrowDown" ? 1 : -1
        if (rows.length) show((active + step + rows.length) % rows.length)
      } else if (event.key === "Enter") {
        event.preventDefault()
        if (rows[active]) done(rows[active])
      }
    })
    close.addEventListener("click", () => done(null))
    dialog.addEventListener("cancel", (event) => { event.preventDefault(); done(null) })
    if (fields) dialog.append(newRow({ kind, label: newLabel, fields, done, id }))
    document.body.append(dialog)
    dialog.showModal()
    input.focus()
    fill()
  })
}

// The part of the dialog that makes a new row; a refusal keeps what was typed and says why.
function newRow({ kind, label, fields, done, id }) {
  const form = element("form", { class: "picker-new", novalidate: true, hidden: true })
  const toggle = element("button", { type: "button", "aria-expanded": "false", class: "picker-toggle" }, label)
  const problem = element("p", { role: "alert", class: "picker-problem" })
  const send = element("button", { type: "submit", class: "picker-send" }, "Save and use")
  toggle.addEventListener("click", async () => {
    const open = form.hidden
    form.hidden = !open
    toggle.setAttribute("aria-expanded", String(open))
    if (open && !form.children.length) form.append(...(await fields()), problem, send)
    if (open) form.querySelector("input, select, textarea")?.focus()
  })
  form.addEventListener("submit", async (event) => {
    event.preventDefault()
    event.stopPropagation()
    send.disabled = true
    const { row, errors } = await make(kind, form)
    send.disabled = false
    if (row) return done(row)
    mark(form, errors, problem, id)
  })
  return element("div", { class: "picker-make" }, toggle, form)
}

function mark(form, errors, problem, id) {
  for (const old of form.querySelectorAll(".picker-error")) old.remove()
  for (const field of form.elements) { field.removeAttribute("aria-invalid"); field.removeAttribute("aria-describedby") }
  const rest = []
  for (const [name, sentences] of Object.entries(errors)) {
    const field = form.elements.namedItem(name)
    if (!field) { rest.push(...sentences); continue }
    const said = element("p", { class: "picker-error", id: `${id}-error-${name}` }, sentences.join(" "))
    field.setAttribute("aria-invalid", "true")
    field.setAttribute("aria-describedby", said.id)
    field.after(said)
  }
  problem.textContent = rest.join(" ")
  form.querySelector("[aria-invalid]")?.focus()
}

// A labelled field for such a form.
export function field(name, label, { tag = "input", hint = "", options = [], ...attributes } = {}) {
  const control = element(tag, { name, ...attributes })
  for (const [value, words] of options) control.append(element("option", { value }, words))
  return element("label", {}, element("span", {}, label), hint && element("small", {}, hint), control)
}
