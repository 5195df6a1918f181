// The list of findings: each with the way to its place, its fix, and a way to dismiss it.
import { element } from "../editor/element.js"
import { jump, replace } from "./places.js"

export function list(findings, acts) {
  const open = findings.filter((one) => !one.dismissed)
  const gone = findings.filter((one) => one.dismissed)
  const made = document.createDocumentFragment()
  if (open.length) made.append(element("ul", { class: "findings" }, ...open.map((one) => item(one, acts))))
  if (gone.length) {
    made.append(element(
      "details", { class: "dismissed" },
      element("summary", {}, counted(gone)),
      element("ul", { class: "findings" }, ...gone.map((one) => dismissedItem(one, acts))),
    ))
  }
  return made
}

function counted(gone) {
  const over = gone.filter(blocks).length
  const parts = []
  if (over) parts.push(`${over} passed over`)
  if (gone.length > over) parts.push(`${gone.length - over} dismissed`)
  return parts.join(", ")
}

const blocks = (finding) => finding.severity === "block"

function item(finding, acts) {
  const buttons = element("span", { class: "finding-acts" })
  const row = element(
    "li", { class: `finding finding-${finding.severity}`, "data-rule": finding.rule },
    element("strong", {}, finding.label), element("span", {}, finding.message), buttons,
  )
  if (finding.place.field) {
    buttons.append(button("Go there", `go-${finding.key}`, () => jump(finding.place)))
  }
  if (finding.fix) {
    buttons.append(button(finding.fix.label, `fix-${finding.key}`, () => {
      if (!replace(finding.fix.at || finding.place, finding.fix.words)) row.querySelector("span").textContent = `${finding.message} The words have changed since; wait for the next check.`
    }))
  }
  if (finding.may_be_dismissed && acts.dismiss) {
    buttons.append(button(blocks(finding) ? "Pass over …" : "Dismiss …", `dismiss-${finding.key}`, () => ask(row, finding, acts)))
  }
  return row
}

function dismissedItem(finding, acts) {
  return element(
    "li", { class: "finding" },
    element("strong", {}, finding.label), element("span", {}, finding.message, element("em", {}, ` ${finding.dismissed}`)),
    finding.may_be_dismissed && acts.dismiss && element("span", { class: "finding-acts" }, button("Take up again", `again-${finding.key}`, async () => {
      await send(acts.dismiss, { key: finding.key, restore: "1" })
      acts.again()
    })),
  )
}

function button(label, focus, act) {
  const made = element("button", { type: "button", "data-focus": focus }, label)
  made.addEventListener("click", act)
  return made
}

// While somebody gives a reason the list stands still: what is typed is not lost to the next check.
export const isGivingReason = (root) => root.querySelector(".finding-reason") !== null

// Asks for the reason in place. The story's own form stands round the list, so this is no form of
// its own: Enter sends, Escape closes.
function ask(row, finding, acts) {
  row.querySelector(".finding-reason")?.remove()
  const input = element("input", { type: "text", maxlength: "300", "data-focus": `reason-${finding.key}` })
  const problem = element("span", { role: "alert", class: "finding-problem" })
  const close = () => { box.remove(); row.querySelector("[data-focus^=dismiss]").focus(); acts.again() }
  const give = async () => {
    const said = await send(acts.dismiss, { key: finding.key, rule: finding.rule, message: finding.message, reason: input.value })
    if (said.error) { problem.textContent = said.error; input.focus(); return }
    close()
  }
  const box = element(
    "span", { class: "finding-reason" },
    element("label", {}, blocks(finding) ? "Why may this go out?" : "Why does this not matter here?", input), problem,
    button(blocks(finding) ? "Pass over" : "Dismiss", `give-${finding.key}`, give), button("Cancel", `cancel-${finding.key}`, close),
  )
  input.addEventListener("input", (event) => event.stopPropagation())
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); give() }
    if (event.key === "Escape") { event.preventDefault(); close() }
  })
  row.append(box)
  input.focus()
}

async function send(address, values) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value
  try {
    const answer = await fetch(address, {
      method: "POST", headers: { "X-CSRFToken": token, Accept: "application/json" }, body: new URLSearchParams(values),
    })
    if (answer.ok || answer.status === 400) return await answer.json()
  } catch {
    // the sentence below says it
  }
  return { error: "The desk did not take it. Try again." }
}
