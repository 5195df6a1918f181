// Suggests log-ins while one types @ in a note. Arrows choose, Enter or Tab takes, Escape leaves.
import { element } from "../editor/element.js"

const MOST = 6
const BEGUN = /(?:^|[^\w@.])@([\w.+-]*)$/
let made = 0

// field: a text area; people(): [{ name, full }] who may be mentioned.
export function suggest(field, people) {
  const list = element("ul", { role: "listbox", id: `mention-${(made += 1)}`, class: "mention", "aria-label": "People", hidden: true })
  let rows = [], active = 0
  field.after(list)
  // A text area stays a text box (ARIA in HTML): what is chosen is told by the active descendant.
  field.setAttribute("aria-autocomplete", "list")
  field.setAttribute("aria-controls", list.id)

  const close = () => { rows = []; show() }

  function show() {
    list.hidden = !rows.length
    list.replaceChildren(...rows.map((one, at) => {
      const option = element(
        "li", { role: "option", id: `${list.id}-${at}`, "aria-selected": String(at === active) },
        element("strong", {}, `@${one.name}`), one.full && element("small", {}, one.full),
      )
      option.addEventListener("mousedown", (event) => { event.preventDefault(); take(one) })
      return option
    }))
    if (rows.length) field.setAttribute("aria-activedescendant", `${list.id}-${active}`)
    else field.removeAttribute("aria-activedescendant")
  }

  function look() {
    const begun = BEGUN.exec(field.value.slice(0, field.selectionStart))
    if (!begun) return close()
    const typed = begun[1].toLowerCase()
    const fits = (one) => one.name.toLowerCase().startsWith(typed) || one.full.toLowerCase().split(" ").some((word) => word.startsWith(typed))
    rows = people().filter(fits).slice(0, MOST)
    active = 0
    show()
  }

  function take(one) {
    const end = field.selectionStart
    const start = field.value.slice(0, end).lastIndexOf("@")
    field.setRangeText(`@${one.name} `, start, end, "end")
    close()
  }

  field.addEventListener("input", look)
  field.addEventListener("blur", close)
  field.addEventListener("keydown", (event) => {
    if (!rows.length) return
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      active = (active + (event.key === "ArrowDown" ? 1 : -1) + rows.length) % rows.length
      show()
    } else if ((event.key === "Enter" && !event.ctrlKey) || event.key === "Tab") take(rows[active])
    else if (event.key === "Escape") close()
    else return
    event.preventDefault()
  }, { capture: true })
}
