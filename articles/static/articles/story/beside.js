// The checks and the sources beside the copy: asked for within a second of a pause in writing.
import { isGivingReason, list } from "./findings.js"
import { ledger } from "./ledger.js"
import { bodyEditor, underline } from "./places.js"

const PAUSE = 600 // milliseconds
const panel = document.querySelector(".beside")
const form = document.getElementById("story_form")

if (panel && form) start()

function start() {
  const status = panel.querySelector("[role=status]")
  const checks = panel.querySelector(".beside-checks")
  const sources = panel.querySelector(".beside-sources")
  let timer, asked = null, shown = ""
  panel.hidden = false

  async function check() {
    asked?.abort()
    asked = new AbortController()
    try {
      const answer = await fetch(panel.dataset.check, {
        method: "POST", body: new FormData(form), signal: asked.signal, headers: { Accept: "application/json" },
      })
      const loggedOut = answer.status === 403 || answer.redirected // to the page where one logs in
      if (loggedOut) throw new Error("Log in again in another tab, then go on writing.")
      if (!answer.ok) throw new Error("The desk did not answer.")
      show(await answer.json())
    } catch (error) {
      if (error.name !== "AbortError") status.textContent = `Not checked. ${error.message}`
    }
  }

  function show(said) {
    const open = said.findings.filter((one) => !one.dismissed)
    underline(open)
    status.textContent = `${summary(open)} Checked at ${said.checked_at}.`
    const now = JSON.stringify([said.findings, said.ledger])
    if (now === shown || isGivingReason(checks)) return
    shown = now
    keepingFocus(checks, () => checks.replaceChildren(list(said.findings, { dismiss: panel.dataset.dismiss, again: check })))
    keepingFocus(sources, () => sources.replaceChildren(ledger(said.ledger, said.unsourced)))
  }

  const soon = () => { clearTimeout(timer); timer = setTimeout(check, PAUSE) }
  form.addEventListener("input", (event) => { if (!panel.contains(event.target)) soon() })
  form.addEventListener("change", (event) => { if (!panel.contains(event.target)) soon() })
  document.addEventListener("prose-editor:ready", ({ detail }) => detail.editor.on("update", soon))
  bodyEditor()?.on("update", soon)
  check()
}

function summary(findings) {
  const blocks = findings.filter((one) => one.severity === "block").length
  const rest = findings.length - blocks
  if (!findings.length) return "Nothing stands in the way."
  const parts = []
  if (blocks) parts.push(`${blocks} ${blocks === 1 ? "block" : "blocks"}`)
  if (rest) parts.push(`${rest} worth a look`)
  return `${parts.join(", ")}.`
}

// A list that is made anew keeps the keyboard where it was, by the item's key; where the item is
// gone, at the first that is left.
function keepingFocus(root, render) {
  const had = root.contains(document.activeElement) ? document.activeElement.dataset.focus : null
  render()
  if (had) (root.querySelector(`[data-focus="${CSS.escape(had)}"]`) || root.querySelector("button, summary"))?.focus()
}
