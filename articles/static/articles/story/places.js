// Where a finding stands on the page: a stretch of the body, or of a field of the form.
// A place counts code points; the browser counts UTF-16 units.
const units = (text, points) => [...text].slice(0, points).join("").length

let editor = null
document.addEventListener("prose-editor:ready", ({ detail }) => {
  if (detail.textarea.name === "body") editor = detail.editor
})

export const bodyEditor = () => editor

function paragraphAt(number) {
  let found = null, at = -1
  editor?.state.doc.descendants((node, position) => {
    if (found || !node.isTextblock) return !found
    at += 1
    if (at === number) found = { node, position: position + 1 }
    return false
  })
  return found
}

const wordsOf = (node) => node.textBetween(0, node.content.size, "\n", "\n")

// { from, to } in the editor's own count, or null when the words are no longer there.
export function rangeOf(place) {
  if (place.field !== "body" || place.paragraph == null) return null
  const paragraph = paragraphAt(place.paragraph)
  if (!paragraph) return null
  const text = wordsOf(paragraph.node)
  if (place.start == null) return { from: paragraph.position, to: paragraph.position + text.length }
  let start = units(text, place.start)
  if (!text.startsWith(place.words, start)) start = text.indexOf(place.words)
  if (start < 0) return null
  return { from: paragraph.position + start, to: paragraph.position + start + place.words.length }
}

// The form's control for a place that is not in the body.
export function controlOf(place) {
  const form = document.getElementById("story_form")
  if (!place.row) return form.elements.namedItem(place.field)
  for (const id of form.querySelectorAll(`input[type=hidden][name^="${place.field}-"][name$="-id"]`)) {
    if (id.value !== String(place.row)) continue
    const prefix = id.name.slice(0, -2)
    return form.elements.namedItem(prefix + place.part) ||
      form.querySelector(`[name^="${prefix}"]:not([type=hidden])`)
  }
  return document.getElementById(`${place.field}-group`)
}

const smooth = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth")

export function jump(place) {
  const range = rangeOf(place)
  if (range) {
    editor.chain().focus().setTextSelection(range).run()
    const { node } = editor.view.domAtPos(range.from)
    ;(node.nodeType === Node.TEXT_NODE ? node.parentElement : node).scrollIntoView({ block: "center", behavior: smooth() })
    return
  }
  const control = place.field === "body" ? editor?.view.dom : controlOf(place) || document.getElementById(`${place.field}-group`)
  if (!control) return
  const element = control instanceof RadioNodeList ? control[0] : control
  for (let inside = element.closest("details"); inside; inside = inside.parentElement.closest("details")) inside.open = true
  element.scrollIntoView({ block: "center", behavior: smooth() })
  element.focus?.({ preventScroll: true })
  if (place.start != null && element.setSelectionRange) {
    element.setSelectionRange(units(element.value, place.start), units(element.value, place.end))
  }
}

// The new words are marked as the old ones were. The editor's own insertText drops a source mark
// that ends there: the mended quote would no longer be the one that is on record.
function withWords({ tr, doc, schema }, { from, to }, words) {
  if (!words) return tr.delete(from, to)
  return tr.replaceWith(from, to, schema.text(words, doc.nodeAt(from).marks))
}

// Puts words in the place of those that stand there; answers whether they still did.
export function replace(place, words) {
  const range = rangeOf(place)
  if (range && words.startsWith("\n\n")) {
    // A paragraph of its own, behind the one at the place, or behind the list or quote it stands in.
    const { tr, doc, schema } = editor.state
    const behind = doc.resolve(range.to).after(1)
    const paragraph = schema.nodes.paragraph.create(null, schema.text(words.trim()))
    editor.view.dispatch(tr.insert(behind, paragraph).scrollIntoView())
    editor.commands.focus("end")
    return true
  }
  if (range) {
    editor.view.dispatch(withWords(editor.state, range, words))
    editor.commands.focus()
    return true
  }
  const control = controlOf(place)
  if (!control) return false
  if (control.type === "checkbox") control.checked = words === "1"
  else if (place.start == null) control.value = words
  else {
    const start = units(control.value, place.start)
    if (!control.value.startsWith(place.words, start)) return false
    control.setRangeText(words, start, start + place.words.length, "end")
  }
  control.dispatchEvent(new Event("input", { bubbles: true }))
  control.dispatchEvent(new Event("change", { bubbles: true }))
  return true
}

// Underlines places in the body, by severity; browsers without the CSS Custom Highlight API show
// the list alone.
export function underline(findings) {
  if (!globalThis.CSS?.highlights || !editor) return
  const ranges = { block: [], warn: [], info: [] }
  for (const finding of findings) {
    const at = rangeOf(finding.place)
    if (!at || at.from === at.to) continue
    const [start, end] = [editor.view.domAtPos(at.from), editor.view.domAtPos(at.to)]
    const range = new Range()
    range.setStart(start.node, start.offset)
    range.setEnd(end.node, end.offset)
    ranges[finding.severity].push(range)
  }
  for (const [severity, some] of Object.entries(ranges)) CSS.highlights.set(`finding-${severity}`, new Highlight(...some))
}
