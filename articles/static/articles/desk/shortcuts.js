// The keys of the desk, in one table; `?` lists those that do something on this page. All but `?`
// go with Ctrl or Alt (on a Mac Cmd or Ctrl, where Alt writes letters), so that they hold while one
// types and write nothing. AltGr writes letters too: it is never taken for Alt.
import { element } from "../editor/element.js"
import { bodyEditor } from "../story/places.js"

const isMac = /Mac|iP/.test(navigator.platform)
const modifier = isMac ? "Ctrl" : "Alt"
const QUIET = "desk-keys-quiet"

const find = (selector) => document.querySelector(selector)
const link = (selector) => ({ is: () => find(selector), act: () => find(selector).click() })
const field = (selector) => ({ is: () => find(selector), act: () => goTo(find(selector)) })
const findings = () => [...document.querySelectorAll(".beside-checks > .findings [data-focus^=go-]")]
let at = -1

const TABLE = [
  { letter: "S", save: true, label: "Save, and go on writing", ...link("[name=_continue]") },
  { letter: "H", label: "To the headline", ...field("#id_headline") },
  { letter: "B", label: "To the text", is: () => bodyEditor() || find("#id_body"), act: toTheText },
  { letter: "C", label: "To the checks", ...field("#beside-checks") },
  { letter: "O", label: "To the sources", ...field("#beside-sources") },
  { letter: "N", label: "To the next finding", is: () => find(".beside-checks"), act: toTheNextFinding },
  { letter: "P", label: "Preview", ...link("a[data-key=preview]") },
  { letter: "U", label: "Publish page, with all checks", ...link("a[data-key=publish]") },
  { letter: "F", label: "To the search", ...field("#searchbar") },
  { letter: "L", label: "The list of stories", ...link(".desk-rooms a[href$='/articles/story/']") },
  { letter: "G", label: "The start page", ...link("#site-name a") },
]

function goTo(target) {
  if (!target.matches("a, button, input, select, textarea")) target.tabIndex = -1
  for (let one = target.closest("details"); one; one = one.parentElement.closest("details")) one.open = true
  target.focus({ preventScroll: true })
  target.scrollIntoView({ block: "center" })
}

function toTheText() {
  const editor = bodyEditor()
  if (editor) editor.commands.focus()
  else goTo(find("#id_body"))
}

function toTheNextFinding() {
  const all = findings()
  if (!all.length) return goTo(find("#beside-checks"))
  at = (at + 1) % all.length
  all[at].click()
}

const said = (one) => (one.save ? `${isMac ? "Cmd" : "Ctrl"}+S` : `${modifier}+${one.letter}`)

function wanted(event) {
  if (event.isComposing || event.shiftKey || event.getModifierState("AltGraph")) return null
  const { ctrlKey: ctrl, altKey: alt, metaKey: meta } = event
  const saves = isMac ? meta && !ctrl && !alt : ctrl && !alt && !meta
  const acts = isMac ? ctrl && !alt && !meta : alt && !ctrl && !meta
  const letter = /^[a-z]$/i.test(event.key) ? event.key.toUpperCase() : event.code.replace(/^Key/, "")
  return TABLE.find((one) => one.letter === letter && (one.save ? saves : acts) && one.is())
}

const isTyping = (target) => target.isContentEditable || target.closest?.("input, textarea, select")
const isQuiet = () => localStorage.getItem(QUIET) === "1"

function row(keys, label) {
  return element("tr", {}, element("th", { scope: "row" }, element("kbd", {}, keys)), element("td", {}, label))
}

// Made anew each time: what a page can do changes with its parts.
function list() {
  find("dialog.keys")?.remove()
  const quiet = element("input", { type: "checkbox", id: "keys-quiet" })
  quiet.checked = isQuiet()
  quiet.addEventListener("change", () => localStorage.setItem(QUIET, quiet.checked ? "1" : ""))
  const close = element("button", { type: "button", class: "button" }, "Close")
  const dialog = element(
    "dialog", { class: "keys", "aria-labelledby": "keys-title" },
    element("h2", { id: "keys-title" }, "Keys on this page"),
    element("table", {}, element("tbody", {}, ...TABLE.filter((one) => one.is()).map((one) => row(said(one), one.label)), row("?", "This list"))),
    element("p", {}, quiet, element("label", { for: "keys-quiet" }, "Do not listen for ? alone")),
    element("p", {}, close),
  )
  close.addEventListener("click", () => dialog.close())
  document.body.append(dialog)
  dialog.showModal()
}

document.addEventListener("keydown", (event) => {
  if (find("dialog[open]")) return
  if (event.key === "?" && !event.ctrlKey && !event.altKey && !event.metaKey && !isTyping(event.target) && !isQuiet()) {
    event.preventDefault()
    return list()
  }
  const one = wanted(event)
  if (!one) return
  event.preventDefault()
  one.act()
}, { capture: true })

const tools = find("#user-tools")
if (tools) {
  const button = element("button", { type: "button", class: "keys-button" }, "Keys")
  button.addEventListener("click", list)
  tools.append(button)
}
