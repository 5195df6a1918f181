// Save and continue comes back to the same place: scroll, field, selection, what was unfolded.
// Only places are stored, never words.
import { bodyEditor } from "./places.js"

const KEY = "newsroom-place"
const FRESH = 60_000

const topOf = (form) => form.getBoundingClientRect().top + scrollY
const unfolded = (form) => [...form.querySelectorAll("details")]

export function keepPlace({ form }) {
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return
    if (event.submitter?.name !== "_continue") return sessionStorage.removeItem(KEY)
    sessionStorage.setItem(KEY, JSON.stringify(placeNow(form)))
  })
  const place = stored()
  if (!place) return
  const goBack = () => comeBack(form, place)
  if (bodyEditor()) goBack()
  else document.addEventListener("prose-editor:ready", ({ detail }) => {
    if (detail.textarea.name === "body") requestAnimationFrame(goBack)
  })
}

function stored() {
  const text = sessionStorage.getItem(KEY)
  sessionStorage.removeItem(KEY)
  const place = text ? JSON.parse(text) : null
  return place && Date.now() - place.at < FRESH ? place : null
}

let last = null
document.addEventListener("focusin", ({ target }) => { if (target.type !== "submit") last = target })

function placeNow(form) {
  const selection = bodyEditor()?.state.selection
  const inBody = Boolean(last?.closest?.(".prose-editor"))
  return {
    at: Date.now(),
    scroll: scrollY - topOf(form),
    name: inBody ? "body" : last?.name || "",
    from: inBody ? selection?.from : last?.selectionStart ?? null,
    to: inBody ? selection?.to : last?.selectionEnd ?? null,
    unfolded: unfolded(form).map((one) => one.open),
  }
}

function comeBack(form, place) {
  const details = unfolded(form)
  if (details.length === place.unfolded.length) details.forEach((one, number) => { one.open = place.unfolded[number] })
  focusOn(form, place)
  const goThere = () => scrollTo({ top: topOf(form) + place.scroll, behavior: "instant" })
  goThere()
  // Pictures in the body grow as they come.
  if (document.readyState !== "complete") addEventListener("load", goThere, { once: true })
}

function focusOn(form, { name, from, to }) {
  const editor = bodyEditor()
  if (name === "body" && editor) {
    const end = editor.state.doc.content.size
    editor.commands.setTextSelection({ from: Math.min(from, end), to: Math.min(to, end) })
    editor.view.dom.focus({ preventScroll: true })
    return
  }
  const control = name ? form.elements.namedItem(name) : null
  control?.focus?.({ preventScroll: true })
  if (from != null && typeof control?.setSelectionRange === "function" && /^(text|textarea)$/.test(control.type)) control.setSelectionRange(from, to)
}
